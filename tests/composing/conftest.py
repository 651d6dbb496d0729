"""The example compendium, ready to be composed."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.composing.inlines import EditionContext
from compendium.languages.language import load_language
from compendium.model.corpus import Corpus
from compendium.reading import read_sources
from compendium.texts.textset import TextSet


@pytest.fixture(scope="session")
def corpus(root: Path) -> Corpus:
    """The records of the example."""
    return read_sources(root / "tests/example/sources").corpus


@pytest.fixture(scope="session")
def setting(corpus: Corpus) -> EditionContext:
    """English, the language of the records."""
    english = load_language("en")
    return EditionContext(
        language=english,
        source=english,
        texts=TextSet(language="en", source_language="en", corpus=corpus, states={}),
        labels=corpus.edition("compendium").labels,
        document_address="https://documents.example/{language}/{symbol}",
        frame="edition.compendium",
    )
