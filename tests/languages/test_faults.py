"""Faults of a translation are found however its language writes, and what is right is let be."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from compendium.checks.fault import Fault
from compendium.checks.translations.agreed_terms import Terms
from compendium.checks.translations.fact_parity import FactCheck
from compendium.checks.translations.text_sets import TranslationCheck
from compendium.languages.language import load_language
from compendium.languages.numbers import read_numbers
from compendium.texts.fact_differences import SourceFacts
from compendium.texts.facts import in_plain_signs
from support.cases import Case

FACTS = SourceFacts(load_language("en"))


def _said(faults: Iterable[Fault]) -> str:
    """What the checks say of a text, as the cases have it."""
    lines = [f"{fault.code}: {fault.message}" for fault in faults]
    return "\n".join(lines).replace("\N{NO-BREAK SPACE}", "~") or "right"


@pytest.mark.cases("numbers.md")
def test_numbers_in_words(case: Case) -> None:
    """Numbers in words are read, whatever their gender and case, and other words are not."""
    found = read_numbers(in_plain_signs(case.given), case.language.writing.numbers)
    read = [str(word.number) if word.stated else f"({word.number})" for word in found]
    assert " ".join(read) == case.wanted


@pytest.mark.cases("facts.md")
def test_facts(case: Case) -> None:
    """A number of the source may stand in words, and no other number may stand in its place."""
    source, text = case.given.split("\n")
    assert _said(FactCheck(FACTS, case.language).faults(source, text)) == case.wanted


@pytest.mark.cases("writing.md")
def test_writing(case: Case) -> None:
    """A text is written as its language writes, all of it, and in its own letters."""
    source, text = case.given.replace("~", "\N{NO-BREAK SPACE}").split("\n")
    check = TranslationCheck(FACTS, case.language, Terms(()))
    assert _said(check.faults(source, text)) == case.wanted
