"""The letters and numerals of lists: each has a number, and each number has one."""

from __future__ import annotations

import pytest

from compendium.model.list_letters import letter_number, letter_of, next_letter
from compendium.model.roman import from_roman, next_roman


def test_letters_count() -> None:
    """Every letter up to (zzz) has the number it is written for, and the next follows it."""
    letters = [letter_of(number) for number in range(1, 3 * 26 + 1)]
    assert [letter_number(letter) for letter in letters] == list(range(1, 3 * 26 + 1))
    assert [next_letter(letter) for letter in ["", *letters[:-1]]] == letters


@pytest.mark.parametrize("mark", ["ab", "é", "1", ""])
def test_other_marks_have_no_number(mark: str) -> None:
    """Mixed letters, letters of other alphabets and figures are no letters of a list."""
    assert letter_number(mark) is None


def test_numerals_follow_each_other() -> None:
    """Each small numeral is followed by that of the next number."""
    mark = ""
    for number in range(1, 100):
        mark = next_roman(mark)
        assert from_roman(mark) == number
