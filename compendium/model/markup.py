r"""Marks in the texts of the records, and how a text writes their signs where they are no marks.

The marks are `*emphasis*`, the note mark `[^1]` and words that stay in another language,
`[Treaty Series]{lang=en}`, after Pandoc's spans:
https://pandoc.org/MANUAL.html#extension-bracketed_spans
A backslash before `*`, `[`, `]` or another backslash makes it a sign of the text.

While the program works on a text, it is shielded: characters that no text contains stand in for the
signs that are no marks, so that a search for marks finds only marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

FOREIGN = re.compile(r"\[(?P<foreign>[^\[\]]+)\]\{lang=(?P<lang>[a-z]{2,3}(?:-[A-Za-z0-9]+)*)\}")
NOTE = re.compile(r"(?<!\\)\[\^(?P<note>[0-9]{1,3})\]")
EMPHASIS = re.compile(r"\*(?P<emphasis>[^*]+)\*")
# What looks like a note mark, whatever it names.
NOTE_LIKE = re.compile(r"(?<!\\)\[\^(?P<name>[^\]]*)\]")
# An address of a page, as it stands in running text.
ADDRESS = re.compile(r"https?://\S+")
_ESCAPE = re.compile(r"\\([*\[\]\\])")
_SIGNS = {"*": "\ufdd0", "[": "\ufdd1", "]": "\ufdd2", "\\": "\ufdd3"}
# The asterisk of a text while it is shielded.
ASTERISK = _SIGNS["*"]
# In a text that knows no marks, these would be read as some.
_LOOKS_LIKE_A_MARK = re.compile(r"[*\\]|\[(?=\^)|\](?=\{lang=)")
_SHIELD = str.maketrans(_SIGNS)
_UNSHIELD = {ord(stand_in): sign for sign, stand_in in _SIGNS.items()}
_OTHER = {ord(stand_in): "\ufdef" for stand_in in _SIGNS.values()}  # which no text may hold either
_BACKSLASH = re.compile(r"\ufdd3(?=[*\[\]\\\ufdd0-\ufdd3])")
_WRITTEN = {_SIGNS[sign]: rf"\{sign}" for sign in "*[]"}


def shield(text: str) -> str:
    r"""A text that knows no marks, such as that of a document, with its signs shielded.

    >>> unshield(shield("a*b [^1] \\x")), shield("a*b") == "a*b"
    ('a*b [^1] \\x', False)
    """
    text = text.translate(_OTHER)
    return _LOOKS_LIKE_A_MARK.sub(lambda match: match.group().translate(_SHIELD), text)


def read_escapes(text: str) -> str:
    r"""A text of the records with its escaped signs shielded.

    >>> unshield(read_escapes(r"*so* \*\[^1\]"))
    '*so* *[^1]'
    """
    return _ESCAPE.sub(lambda match: _SIGNS[match[1]], text.translate(_OTHER))


def write_escapes(text: str) -> str:
    r"""A shielded text as one of the records.

    >>> print(write_escapes(shield(r"a*b [^1] [x] c\d")))
    a\*b \[^1] [x] c\d
    """
    text = _BACKSLASH.sub(r"\\\\", text)
    for stand_in, written in _WRITTEN.items():
        text = text.replace(stand_in, written)
    return text.translate(_UNSHIELD)


def unshield(text: str) -> str:
    """A shielded text with its own signs."""
    return text.translate(_UNSHIELD)


def escaped(text: str) -> str:
    r"""A text that knows no marks as one of the records.

    >>> print(escaped("2 * 3"))
    2 \* 3
    """
    return write_escapes(shield(text))


def note_numbers(text: str) -> list[int]:
    """The numbers of the note marks of a text, in their order.

    >>> note_numbers("a[^2] b[^1]")
    [2, 1]
    """
    return [int(mark["note"]) for mark in NOTE.finditer(text)]


def renumbered(text: str, numbers: Iterable[int]) -> str:
    """A text with other numbers on its note marks, one for each mark, in their order.

    >>> renumbered("a[^2] b[^1]", [1, 2])
    'a[^1] b[^2]'
    """
    waiting = iter(numbers)
    return NOTE.sub(lambda _: f"[^{next(waiting)}]", text)


def without_notes(text: str) -> str:
    """A text without its note marks, and without what looks like one.

    >>> without_notes("the Convention[^1] and[^see] the Protocol")
    'the Convention and the Protocol'
    """
    return NOTE_LIKE.sub("", text)


def wholly_emphasised(text: str) -> str | None:
    """The words of a text that is one emphasis and nothing else; None for any other.

    >>> wholly_emphasised(" *Recommendations* "), wholly_emphasised("*Urges* States")
    ('Recommendations', None)
    """
    match = EMPHASIS.fullmatch(text.strip())
    return match["emphasis"] if match else None


def without_emphasis(text: str) -> str:
    r"""A text without the asterisks of its emphasis.

    >>> print(without_emphasis(r"*so* \*"))
    so \*
    """
    return write_escapes(read_escapes(text).replace("*", ""))


def without_marks(text: str) -> str:
    """A text with the words that stay in another language, but without their marks.

    >>> without_marks("see [*Treaty Series*]{lang=en}, vol. 1")
    'see *Treaty Series*, vol. 1'
    """
    return write_escapes(FOREIGN.sub(r"\g<foreign>", read_escapes(text)))


def without_markup(text: str) -> str:
    r"""A text as its reader reads it where nothing can be emphasised, and no note can stand.

    >>> print(without_markup(r"*Recalling*[^1] the [Treaty Series]{lang=en} \*"))
    Recalling the Treaty Series *
    """
    text = NOTE.sub("", FOREIGN.sub(r"\g<foreign>", read_escapes(text)))
    return unshield(text.replace("*", ""))


def blanked(text: str, sign: str = "X") -> str:
    """A text with signs in place of the words that stay in another language, as long as it was.

    >>> blanked("[Oslo]{lang=no}, 1")
    'XXXXXXXXXXXXXXX, 1'
    """
    return FOREIGN.sub(lambda match: sign * len(match.group()), text)


def without_escapes(text: str, sign: str = "X") -> str:
    r"""A text with signs in place of what is escaped, as long as it was, to look for marks in.

    >>> without_escapes(r"\* and *emphasis*")
    'XX and *emphasis*'
    """
    return _ESCAPE.sub(lambda match: sign * len(match.group()), text)
