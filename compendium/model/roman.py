"""Roman numerals, as sections and items are numbered with them."""

from __future__ import annotations

_DIGITS = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


# The largest that is written without marks of its own, and how long a numeral can be.
LARGEST, _LONGEST = 3999, len("MMMDCCCLXXXVIII")


def to_roman(number: int) -> str:
    """Write a number as a capital Roman numeral.

    >>> to_roman(13)
    'XIII'

    Raises:
        ValueError: if there is none for it: below one, or above 3999.
    """
    if not 1 <= number <= LARGEST:
        raise ValueError(f"no Roman numeral for {number}")
    numeral = ""
    for value, digits in _DIGITS:
        while number >= value:
            numeral += digits
            number -= value
    return numeral


def roman_or_figures(number: int) -> str:
    """A number as a capital Roman numeral where there is one, else in figures.

    >>> roman_or_figures(14), roman_or_figures(4000)
    ('XIV', '4000')
    """
    return to_roman(number) if 1 <= number <= LARGEST else str(number)


def from_roman(numeral: str) -> int:
    """Read a Roman numeral, in capitals or small letters.

    >>> from_roman("xiv")
    14

    Raises:
        ValueError: if the numeral is not written as `to_roman` would write it.
    """
    if len(numeral) > _LONGEST:
        raise ValueError(f"{numeral[:_LONGEST]!r}... is too long for a Roman numeral")
    rest, number = numeral.upper(), 0
    for value, digits in _DIGITS:
        while rest.startswith(digits):
            number += value
            rest = rest[len(digits) :]
    if rest or not number or to_roman(number) != numeral.upper():
        raise ValueError(f"{numeral!r} is not a Roman numeral")
    return number


def is_roman(text: str) -> bool:
    """Whether a text is a Roman numeral, in capitals or small letters.

    >>> is_roman("xiv"), is_roman("iiii")
    (True, False)
    """
    try:
        return bool(from_roman(text))
    except ValueError:
        return False


def next_roman(mark: str) -> str:
    """The small Roman numeral that follows in a list; the first follows nothing.

    >>> next_roman(""), next_roman("iii")
    ('i', 'iv')
    """
    return to_roman(from_roman(mark) + 1).lower() if mark else "i"
