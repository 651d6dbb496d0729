"""Facts are found in a translation however its language writes them; others are missed."""

from __future__ import annotations

import pytest
from cases import Case

from compendium.checks.facts import FactCheck, SourceFacts
from compendium.languages.language import load_language
from compendium.languages.numbers import read_numbers
from compendium.texts.facts import plain

RIGHT = "right"


@pytest.mark.cases("numbers.md")
def test_numbers_in_words(case: Case) -> None:
    """Numbers in words are read, whatever their gender and case, and other words are not."""
    found = read_numbers(plain(case.given), case.language.writing.numbers)
    read = [str(word.number) if word.stated else f"({word.number})" for word in found]
    assert " ".join(read) == case.wanted


@pytest.mark.cases("facts.md")
def test_facts(case: Case) -> None:
    """A number of the source may stand in words, and no other number may stand in its place."""
    source, text = case.given.split("\n")
    faults = FactCheck(SourceFacts(load_language("en")), case.language).faults(source, text)
    assert [f"{fault.code}: {fault.message}" for fault in faults] == [
        line for line in case.wanted.split("\n") if line != RIGHT
    ]
