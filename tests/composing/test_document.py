"""A document is composed from any body's records, with every unit at its key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from compendium.composing.document import compose_document
from compendium.composing.texts import Setting
from compendium.indexing.entries import make_index
from compendium.model.corpus import Corpus


@pytest.fixture(scope="module")
def document(corpus: Corpus, setting: Setting) -> dict[str, Any]:
    """The example's compendium."""
    edition = corpus.edition("compendium")
    index = make_index(corpus, edition, setting.language)
    return compose_document(edition, index, setting)


def elements(of: Any) -> Iterator[dict[str, Any]]:
    """Every element of a document."""
    if isinstance(of, dict):
        if "t" in of:
            yield of
        for value in of.values():
            yield from elements(value)
    elif isinstance(of, list):
        for value in of:
            yield from elements(value)


def identifiers(of: Any) -> list[str]:
    """The identifiers of divisions and headings, in order."""
    places = {"Div": 0, "Header": 1}
    return [
        element["c"][places[element["t"]]][0]
        for element in elements(of)
        if element["t"] in places and element["c"][places[element["t"]]][0]
    ]


def test_every_key_is_an_identifier(document: dict[str, Any], corpus: Corpus) -> None:
    """Every unit and every topic has its key as identifier, once, in the order of the records."""
    names = identifiers(document["blocks"])
    keys = [unit.key for unit in corpus.units()]
    assert [name for name in names if name in set(keys)] == keys
    assert {f"topic.{topic.key}" for topic in corpus.topics} <= set(names)
    assert len(names) == len(set(names))


def test_units_stand_within_their_paragraph(document: dict[str, Any], corpus: Corpus) -> None:
    """A subparagraph stands within its paragraph, an item within its subparagraph."""
    divisions = {
        element["c"][0][0]: identifiers(element["c"][1])
        for element in elements(document["blocks"])
        if element["t"] == "Div" and element["c"][0][0]
    }
    for unit in corpus.units():
        below = [other.key for other in corpus.units() if other.key.startswith(f"{unit.key}.")]
        assert divisions[unit.key] == below, unit.key


def test_every_link_has_its_place(document: dict[str, Any]) -> None:
    """Every link inside the document leads to an identifier in it."""
    targets = [e["c"][2][0] for e in elements(document["blocks"]) if e["t"] == "Link"]
    inside = {target[1:] for target in targets if target.startswith("#")}
    assert inside
    assert inside <= set(identifiers(document["blocks"]))


def test_same_records_same_document(
    document: dict[str, Any], corpus: Corpus, setting: Setting
) -> None:
    """The same records make the same document, to the letter."""
    edition = corpus.edition("compendium")
    again = compose_document(edition, make_index(corpus, edition, setting.language), setting)
    assert json.dumps(again) == json.dumps(document)
