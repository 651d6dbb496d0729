"""Characters that no text may hold, and the name of a character in messages.

Control characters, separators of lines and paragraphs, halves of a pair and what is no character
at all are read by some programs as the end of a line, as nothing or as an error: a text that holds
one does not come back from every file as it went in.
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
    """A character that no text may hold: where it stands in a text, and what it is."""

    start: int
    character: str

    @property
    def message(self) -> str:
        """What a finding says of it."""
        return f"the character {named(self.character)}, which is not allowed in a text"


def forbidden(text: str) -> Iterator[Forbidden]:
    r"""The characters of a text that no text may hold.

    >>> [found.message for found in forbidden("lamp\u2028light")]
    ['the character U+2028 (line separator), which is not allowed in a text']
    """
    for match in _FORBIDDEN.finditer(text):
        yield Forbidden(match.start(), match.group())


def without_forbidden(text: str) -> str:
    """The text without the characters that no text may hold, to look for its other faults."""
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
    """The text with each letter and its accents as one character (NFC), as all texts are held.

    A decomposed letter looks the same and is found by no search for the other.
    """
    return text if text.isascii() else unicodedata.normalize("NFC", text)
