"""Numbers of resolutions and decisions: 10/3, ES-11/1, 75/245 B, 1373 (2001), 3314 (XXIX)."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import Field

# The number in its session, perhaps with the letter of a part; or, as once, by year or session.
_PATTERN = r"^(?:[0-9A-Z-]+(?:/[0-9A-Z]+)+(?: [A-Z])?|[0-9]+(?: [A-Z])? \([0-9A-Z-]+\))$"
_NUMBER = re.compile(_PATTERN)
_ENDING = re.compile(r"(?:^|/)(?P<number>(?:[A-Z]+-)?\d+/\d+(?: [A-Z])?|\d+(?: [A-Z])? ?\(\w+\))$")
_SEGMENT = re.compile(r"(?:.*/)?(?P<number>\d+)(?: (?P<part>[A-Z]))?(?: \(.*\))?$")

# One of a session as a document prints it: 10/3, ES-11/1, 75/245 B.
OF_SESSION = r"(?:[A-Z]{1,2}-)?\d+/\w+(?:\s[A-Z])?"
# One of those times: 1373 (2001), 3314 (XXIX).
OF_YEAR = r"\d+(?:\s[A-Z])?\s\([0-9A-Z-]+\)"

RecordNumber = Annotated[str, Field(pattern=_PATTERN)]
# The number of a resolution within a text, 75/1, and no part of a symbol or a longer number.
NAMED = re.compile(r"(?<![\d/])\d{1,9}/\d{1,9}(?![\d/])")


def is_record_number(text: str) -> bool:
    """Whether a text is the number of a resolution or decision.

    >>> [is_record_number(text) for text in ("75/245 B", "1373 (2001)", "75/245.", "1")]
    [True, True, False, False]
    """
    return bool(_NUMBER.fullmatch(text))


def number_of_symbol(symbol: str) -> str:
    """The number with which the symbol of a resolution ends; empty where it ends with none.

    >>> number_of_symbol("A/RES/ES-11/1"), number_of_symbol("S/RES/1373 (2001)")
    ('ES-11/1', '1373 (2001)')
    >>> number_of_symbol("CTOC/COP/WG.4/2019/6"), number_of_symbol("A/RES/78/183 A")
    ('2019/6', '78/183 A')
    """
    match = _ENDING.search(symbol)
    return re.sub(r"(?<=[^ ])\(", " (", match["number"]) if match else ""


def as_number(printed: str) -> str:
    r"""A number as records write it, from one printed with whatever spaces.

    >>> as_number("75/245\u00a0B")
    '75/245 B'
    """
    return " ".join(printed.split())


def part_of(number: str) -> str:
    """The letter of the part of a resolution that a number names; empty where it names a whole.

    >>> part_of("75/245 B"), part_of("217 A (III)"), part_of("10/3")
    ('B', 'A', '')
    """
    match = _SEGMENT.fullmatch(number)
    return (match and match["part"]) or ""


def segment_of(number: str) -> str:
    """What tells a record from others of its session: the end of its number, with its part.

    >>> segment_of("10/3"), segment_of("75/245 B"), segment_of("1373 (2001)"), segment_of("CP.3/X")
    ('3', '245b', '1373', 'X')
    """
    match = _SEGMENT.fullmatch(number)
    if match is None:
        return number.rpartition("/")[2]
    return match["number"] + (match["part"] or "").lower()
