"""Roman numerals, as sections and items are numbered with them."""

from __future__ import annotations

_DIGITS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def to_roman(number: int) -> str:
    """Write a number as a capital Roman numeral.

    >>> to_roman(13)
    'XIII'
    """
    if number < 1:
        raise ValueError(f"no Roman numeral for {number}")
    numeral = ""
    for value, digits in _DIGITS:
        while number >= value:
            numeral += digits
            number -= value
    return numeral


def from_roman(numeral: str) -> int:
    """Read a Roman numeral, in capitals or small letters.

    >>> from_roman("xiv")
    14

    Raises:
        ValueError: if the numeral is not written as `to_roman` would write it.
    """
    rest, number = numeral.upper(), 0
    for value, digits in _DIGITS:
        while rest.startswith(digits):
            number += value
            rest = rest[len(digits) :]
    if rest or not number or to_roman(number) != numeral.upper():
        raise ValueError(f"{numeral!r} is not a Roman numeral")
    return number
