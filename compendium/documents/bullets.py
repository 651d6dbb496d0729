"""List entries that have no number: lines that begin with a bullet or a dash."""

from __future__ import annotations

import re

from compendium.model.markup import ASTERISK

BULLET = "•"  # for the characters that Word and browsers set before such entries
# The last ones are those of Word's fonts.
_SIGNS = "•‣⁃∙▪▫■□●○◦◆◇❖➢➤►▶▸·✓✔\uf0a7\uf0b7\uf0d8\uf0fc"  # noqa: RUF001
_SIGN = re.compile(rf"[*\s]*(?:[{_SIGNS}]\W*|{ASTERISK}\s+)\w")
_DASH = re.compile(
    r"[*\s]*(?:[-–—―‒−]+\s+\W*\w|[-–—―‒]+[*\s]*[^\W\d_]"  # noqa: RUF001
    r"|[(\uff08]?\d{1,3}[)\uff09]\s*\w|\d{1,3}/\s+\w)"
)

_ALONE = re.compile(rf"^\s*(?:[-–—―‒−{_SIGNS}]|{ASTERISK})\s+")  # noqa: RUF001


def begins_with_bullet(line: str) -> bool:
    """Whether a line begins with a bullet, which no sentence contains.

    >>> begins_with_bullet("• Lamps"), begins_with_bullet("- Lamps")
    (True, False)
    """
    return bool(_SIGN.match(line))


def begins_with_dash(line: str) -> bool:
    """Whether a line begins with a dash or similar mark of a list entry or within a sentence.

    A number in brackets is treated alike, because documents do not cite such numbers, and so is a
    number before a slash, as in old notes.

    >>> [begins_with_dash(line) for line in ("– Lamps", "-lamps", "- 5 °C", "1) To", "2/ See")]
    [True, True, True, True, True]
    >>> [begins_with_dash(line) for line in ("-5 °C", "* * *", "(2001) of", "75/1")]
    [False, False, False, False]
    """
    return bool(_DASH.match(line))


def without_bullet(line: str) -> str:
    """A line without the bullet or dash that it begins with, and the space after it.

    >>> without_bullet("- 6. Lamps"), without_bullet("-5 °C")
    ('6. Lamps', '-5 °C')
    """
    return _ALONE.sub("", line, count=1)


def is_bullet(sign: str) -> bool:
    """Whether a character is one that precedes list entries."""
    return sign in _SIGNS
