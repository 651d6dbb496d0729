"""The bounds of numbers that come from outside; a number beyond them is refused.

They are wide: no body comes near them. Within them, a numeral, a list or a page costs next to
nothing; beyond them, some took gigabytes of memory or never ended.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from compendium.model.roman import LARGEST

# The largest of each kind.
ORDINAL = LARGEST  # of a meeting or session: sections are numbered with Roman numerals
PARAGRAPH = 9_999  # of a record or a report
NOTE = 999  # of a text
MEGABYTES = 2_000  # of a document
PROCESSES = 64
# The years in which bodies meet and books are published.
FIRST_YEAR, LAST_YEAR = 1800, 2999

_STRICT = Field(strict=True)  # true, "1" and 1.0 are refused
Ordinal = Annotated[int, _STRICT, Field(ge=1, le=ORDINAL)]
OrdinalOrNone = Annotated[int, _STRICT, Field(ge=0, le=ORDINAL)]
ParagraphNumber = Annotated[int, _STRICT, Field(ge=1, le=PARAGRAPH)]
Offset = Annotated[int, _STRICT, Field(ge=-PARAGRAPH, le=PARAGRAPH)]
NoteNumber = Annotated[int, _STRICT, Field(ge=1, le=NOTE)]
Year = Annotated[int, _STRICT, Field(ge=FIRST_YEAR, le=LAST_YEAR)]


def number_in(digits: str, largest: int, least: int = 1) -> int | None:
    """The number that a text gives in figures, or None if it is outside the bounds.

    Thousands of digits are not converted: Python refuses them.

    >>> number_in("12", ORDINAL), number_in("0", ORDINAL), number_in("9" * 5000, ORDINAL)
    (12, None, None)
    """
    if not digits.isdecimal() or len(digits.lstrip("0")) > len(str(largest)):
        return None
    number = int(digits.lstrip("0") or "0")
    return number if least <= number <= largest else None
