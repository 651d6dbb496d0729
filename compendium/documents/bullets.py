"""Entries of lists that have no number: lines that begin with a bullet or a dash."""

from __future__ import annotations

import re

from compendium.model.markup import ASTERISK

BULLET = "•"  # for the signs that Word and browsers set before such entries
# The last as Word's own fonts have them.
_SIGNS = "•‣⁃∙▪▫■□●○◦◆◇❖➢➤►▶▸·✓✔\uf0a7\uf0b7\uf0d8\uf0fc"  # noqa: RUF001
_SIGN = re.compile(rf"[*\s]*(?:[{_SIGNS}]\W*|{ASTERISK}\s+)\w")
_DASH = re.compile(r"[*\s]*(?:[-–—―‒−]+\s+\W*\w|[-–—―‒]+[*\s]*[^\W\d_])")  # noqa: RUF001

_ALONE = re.compile(rf"^\s*(?:[-–—―‒−{_SIGNS}]|{ASTERISK})\s+")  # noqa: RUF001


def begins_with_bullet(line: str) -> bool:
    """Whether a line begins with a bullet, which no sentence has within it.

    >>> begins_with_bullet("• Lamps"), begins_with_bullet("- Lamps")
    (True, False)
    """
    return bool(_SIGN.match(line))


def begins_with_dash(line: str) -> bool:
    """Whether a line begins with a dash: before an entry of a list, or within a sentence.

    >>> [begins_with_dash(line) for line in ("– Lamps", "-lamps", "- 5 °C", "-5 °C", "* * *")]
    [True, True, True, False, False]
    """
    return bool(_DASH.match(line))


def without_bullet(line: str) -> str:
    """A line without the bullet or dash that it begins with, and the space after it.

    >>> without_bullet("- 6. Lamps"), without_bullet("-5 °C")
    ('6. Lamps', '-5 °C')
    """
    return _ALONE.sub("", line, count=1)


def is_bullet(sign: str) -> bool:
    """Whether a sign is one that stands before entries of lists."""
    return sign in _SIGNS
