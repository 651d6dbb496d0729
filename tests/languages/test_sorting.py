"""The order of topics that a language proposes."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.languages.language import load_language
from compendium.reading import read_sources
from compendium.texts.order import ORDER_FILE, propose_order, read_order
from compendium.texts.text_units import text_units
from compendium.texts.textset import Languages, localise, read_entries
from support.cases import Case

TRANSLATED = ("ar", "es", "fr", "ru", "zh")


@pytest.mark.cases("sorting.md")
def test_headings(case: Case) -> None:
    """Headings are sorted as the language sorts them."""
    headings = case.given.split("\n")
    order = propose_order([(heading, heading) for heading in headings], case.language)
    assert list(order.topics) == case.wanted.split("\n")


@pytest.mark.parametrize("code", TRANSLATED)
def test_proposed_orders_are_current(root: Path, code: str) -> None:
    """An order that nobody has reviewed yet is what ICU makes of the present headings."""
    corpus = read_sources(root / "sources").corpus
    folder = root / "translations" / code
    stored = read_order(folder / ORDER_FILE)
    if stored.state == "reviewed":
        pytest.skip(f"the order of {code} was reviewed: what a reviser decided stands")
    entries = read_entries(folder, text_units(corpus, load_language(corpus.language)))
    topics = localise(corpus, entries, Languages(corpus.language, code)).corpus.topics
    proposed = propose_order(((t.key, t.heading) for t in topics), load_language(code))
    assert stored.topics == proposed.topics
