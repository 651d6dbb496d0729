"""Characters that no text may contain, and the names of characters in messages.

Some programs take control characters, separators of lines and paragraphs, surrogates and
noncharacters for the end of a line, for nothing or for an error, so a text with one of them changes
when it is written to a file and read again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

BYTE_ORDER_MARK = "\ufeff"
# The last two of each of the seventeen planes of Unicode are no characters.
_ENDS = "".join(chr(plane - last) for plane in range(0x10000, 0x120000, 0x10000) for last in (1, 2))
# All controls but the tab and the ends of a line, which other checks find.
_FORBIDDEN = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef{_ENDS}]"
)
# Characters to which Unicode gives no name, or one that nobody uses.
_NAMES = {"\x00": "null", "\x0b": "vertical tab", "\x0c": "form feed", "\x85": "next line"}
_NAMES |= {BYTE_ORDER_MARK: "byte order mark", "\xad": "soft hyphen"}
_KINDS = {
    "Cc": "a control character",
    "Cs": "half of a pair",
    "Co": "for private use",
    "Cn": "no character of Unicode",
}


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A character that no text may contain, and its place in the text."""

    start: int
    character: str

    @property
    def message(self) -> str:
        """The message of the finding."""
        return f"the character {named(self.character)}, which is not allowed in a text"


def forbidden(text: str) -> Iterator[Forbidden]:
    r"""The characters in a text that no text may contain.

    >>> [found.message for found in forbidden("lamp\u2028light")]
    ['the character U+2028 (line separator), which is not allowed in a text']
    """
    if text.removesuffix("\n").isprintable():  # much faster, and few texts are not
        return
    for match in _FORBIDDEN.finditer(text):
        yield Forbidden(match.start(), match.group())


def without_forbidden(text: str) -> str:
    """The text without these characters, so that its other faults can be looked for."""
    return _FORBIDDEN.sub("", text)


def named(character: str) -> str:
    r"""A character as messages name it.

    >>> named("\u06cc"), named("\x07")
    ('U+06CC (arabic letter farsi yeh)', 'U+0007 (a control character)')
    """
    name = _NAMES.get(character) or unicodedata.name(character, "").lower()
    label = name or _KINDS.get(unicodedata.category(character), "without a name")
    return f"U+{ord(character):04X} ({label})"


def in_one_form(text: str) -> str:
    """The text with each letter and its accents as one character (NFC), the form of all texts.

    A letter in two characters looks the same, but a search for the one does not find the other.
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text)
