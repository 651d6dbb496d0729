"""Comparing texts takes work that grows as they do, and any number of figures is no fault."""

from __future__ import annotations

import time

import pytest

from compendium.importing.record_likeness import unlike
from compendium.importing.text_comparison import TextComparison
from compendium.languages.language import load_language

OURS = "Requests the Secretariat to send 25 lamps, as in resolution 75/1."
PIECES = ("1", "1/", "1 million ", "ترسلها", ".", "([“", "« ", "A/", "十", "*a", "XV/")


def compare(compared: TextComparison, text: str) -> None:
    """Compare a text with that of a record, from both sides."""
    for ours, theirs in ((OURS, text), (text, OURS)):
        compared.facts(ours, theirs)
        compared.garbled(theirs)
        compared.is_foreign(theirs)
        compared.is_foreign_note(ours, theirs)
        compared.is_copied(ours, theirs)
        unlike({("1",): (ours, theirs)})


@pytest.mark.parametrize("code", ["es", "zh", "ar"])
@pytest.mark.parametrize("piece", PIECES)
def test_long_texts(piece: str, code: str) -> None:
    """Eight times the words take about eight times the work, and not sixty-four."""
    compared = TextComparison(load_language("en"), load_language(code))
    compare(compared, piece)  # what is loaded once
    took = []
    for size in (4_000, 32_000):
        text = (piece * size)[:size]
        began = time.process_time()
        compare(compared, text)
        took.append(time.process_time() - began)
    assert took[1] < 30 * took[0] + 0.2
