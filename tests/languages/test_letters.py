"""Letters that look right and are others are named, with the letter that is meant."""

from __future__ import annotations

import pytest

from compendium.checks.records.lookalike_letters import letter_check
from compendium.checks.translations.typography import check_typography
from compendium.languages.language import load_language
from support.cases import Case

SPACES = str.maketrans({"~": "\xa0", "_": "\u202f", "^": "\u2009"})


@pytest.mark.cases("letters.md")
def test_letters(case: Case) -> None:
    """A letter that its language does not write is named, and no other is."""
    text = case.given.translate(SPACES)
    found = check_typography(text, text, case.language)
    said = "\n".join(f"{fault.code}: {fault.message}" for fault in found)
    assert said == case.wanted.translate(SPACES)


@pytest.mark.parametrize(
    "text", ["\ufb01n", "m\u0430y", "d\u00b4or", "\uff41", "1\u20102", "x\u2009y"]
)
def test_letters_of_records(text: str) -> None:
    """The same holds for a text of record."""
    assert len(list(letter_check(load_language("en")).find(text))) == 1
