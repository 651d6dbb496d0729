"""Texts of hundreds of thousands of letters are checked in a time that grows with them alone."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from difflib import SequenceMatcher

import pytest

from compendium.checks.translations.word_runs import longest_run
from compendium.documents.word_comparison import excerpts
from compendium.languages.language import load_language
from compendium.languages.numbers import read_numbers
from compendium.reading.nodes import parse


def test_the_longest_run_of_words() -> None:
    """It is the run that comparing every word with every other finds."""
    chance = random.Random(12)  # noqa: S311 - no secret
    for _ in range(300):
        one, other = ([chance.choice("abc") for _ in range(chance.randrange(12))] for _ in range(2))
        found = SequenceMatcher(None, one, other, autojunk=False).find_longest_match()
        assert longest_run(one, other) == one[found.a : found.a + found.size]


def _run(size: int) -> None:
    longest_run(["the"] * size, ["the"] * size)


def _numbers(size: int) -> None:
    read_numbers("one hundred and twenty-first " * (size // 5), load_language("fr").writing.numbers)
    read_numbers("one hundred and twenty-first " * (size // 5), load_language("en").writing.numbers)


def _compared(size: int) -> None:
    assert excerpts("act and " * size, "and act " * size)


def _forbidden(size: int) -> None:
    """A file in another encoding has such a character between all letters."""
    assert parse("a\0" * size, "a.yaml").findings


@pytest.mark.parametrize("work", [_run, _numbers, _compared, _forbidden])
def test_long_texts(work: Callable[[int], None]) -> None:
    """Eight times the words take about eight times the work, and not sixty-four."""
    work(2_000)  # what is loaded once
    took = []
    for size in (4_000, 32_000):
        began = time.process_time()
        work(size)
        took.append(time.process_time() - began)
    assert took[1] < 30 * took[0] + 0.2
