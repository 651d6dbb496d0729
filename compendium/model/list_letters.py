"""The letters that number a list: a to z, and what comes after; Roman numerals are in `roman`."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_lowercase

ALPHABET = ascii_lowercase


def letter_of(number: int, series: Sequence[str] = ALPHABET) -> str:
    """The letter of a number; after the last of its series letters are doubled.

    >>> letter_of(2), letter_of(28)
    ('b', 'bb')
    """
    if number < 1:
        return str(number)
    rounds, place = divmod(number - 1, len(series))
    return series[place] * (rounds + 1)


def letter_number(letter: str) -> int | None:
    """The number of a letter; after (z) come (aa), (bb).

    >>> letter_number("c"), letter_number("bb"), letter_number("ab")
    (3, 28, None)
    """
    if len(set(letter)) != 1 or letter[0] not in ALPHABET:
        return None
    return (len(letter) - 1) * len(ALPHABET) + ALPHABET.index(letter[0]) + 1


def next_letter(letter: str) -> str:
    """The letter that follows; after the alphabet come (aa), (bb). Some lists have numbers.

    >>> next_letter(""), next_letter("h"), next_letter("z"), next_letter("9")
    ('a', 'i', 'aa', '10')
    """
    if letter.isdigit():
        return str(int(letter) + 1)
    rounds = len(letter) - 1
    return letter_of(rounds * len(ALPHABET) + ALPHABET.index(letter[0]) + 2) if letter else "a"


def browser_letters(number: int) -> str:
    """The letters of a number as browsers count, which go on from z with aa, ab.

    >>> [browser_letters(number) for number in (0, 2, 26, 27, 28, 703)]
    ['0', 'b', 'z', 'aa', 'ab', 'aaa']
    """
    letters, left = "", number
    while left > 0:
        left, place = divmod(left - 1, len(ALPHABET))
        letters = ALPHABET[place] + letters
    return letters or str(number)
