"""A document is composed from any body's records, with every unit at its key."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from compendium.composing.document import compose_document
from compendium.composing.inlines import EditionContext
from compendium.indexing.entries import make_index
from compendium.model.annexes import Annex, AnnexLine
from compendium.model.corpus import Corpus
from compendium.model.gatherings import Session
from compendium.statistics import count_corpus, statistics_table


@pytest.fixture(scope="module")
def document(corpus: Corpus, setting: EditionContext) -> dict[str, Any]:
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
    document: dict[str, Any], corpus: Corpus, setting: EditionContext
) -> None:
    """The same records make the same document, to the letter."""
    edition = corpus.edition("compendium")
    again = compose_document(edition, make_index(corpus, edition, setting.language), setting)
    assert json.dumps(again) == json.dumps(document)


ANNEXES = (
    Annex(
        number=2,
        heading="Annex II[^1]",
        notes={1: "Adopted later."},
        lines=(
            AnnexLine(text="Rules of lamps", heading=True),
            AnnexLine(text="1. *Lamps*[^1] are lit.", notes={1: "Of brass."}),
        ),
    ),
)


@pytest.fixture(scope="module")
def annexed(corpus: Corpus) -> Corpus:
    """The example, whose first session annexed something to its only record."""
    first, *others = corpus.sessions
    return corpus.model_copy(update={"sessions": (with_annexes(first), *others)})


def with_annexes(session: Session) -> Session:
    """A session whose first record has annexes."""
    first, *others = session.records
    first = first.model_copy(update={"annexes": ANNEXES})
    return session.model_copy(update={"records": (first, *others)})


def composed(corpus: Corpus, setting: EditionContext) -> dict[str, Any]:
    """The compendium of some records."""
    edition = corpus.edition("compendium")
    texts = setting.texts.model_copy(update={"corpus": corpus})
    index = make_index(corpus, edition, setting.language)
    return compose_document(edition, index, replace(setting, texts=texts))


def test_annexes_stand_below_their_record(annexed: Corpus, setting: EditionContext) -> None:
    """The heading is one level below that of the record, those within it are one below that."""
    document = composed(annexed, setting)
    session = annexed.sessions[0]
    key = f"{session.key}.annex.2"
    names = identifiers(document["blocks"])
    place = names.index(key)
    assert names[place : place + 3] == [key, f"{key}.1", f"{key}.2"]
    last = [unit.key for unit in annexed.units() if unit.gathering.key == session.key][-1]
    assert names[place - 1] == last
    levels = {
        header["c"][1][0]: header["c"][0]
        for header in elements(document["blocks"])
        if header["t"] == "Header"
    }
    assert levels[key] == levels[f"{session.key}.title"] + 1
    lines = {
        element["c"][0][0]: element["c"]
        for element in elements(document["blocks"])
        if element["t"] == "Div"
    }
    (_, _, said), _ = lines[f"{key}.1"]
    assert dict(said) == {"role": "heading", "aria-level": str(levels[key] + 1)}
    assert [element["t"] for element in elements(lines[f"{key}.2"])][:2] == ["Para", "Str"]
    assert "Note" in [element["t"] for element in elements(lines[f"{key}.2"])]


def test_a_bookmark_has_no_call_of_a_note(annexed: Corpus, setting: EditionContext) -> None:
    """A heading of an annex with a note says what its bookmark in the PDF is."""
    blocks = composed(annexed, setting)["blocks"]
    headers = [element["c"][1] for element in elements(blocks) if element["t"] == "Header"]
    key = f"{annexed.sessions[0].key}.annex.2"
    said = [dict(pairs) for name, _, pairs in headers if name == key]
    assert said == [{"bookmark": "Annex II"}]


def test_a_style_sheet_where_there_are_any(
    annexed: Corpus, corpus: Corpus, setting: EditionContext
) -> None:
    """What an edition without annexes is made from says nothing of them."""
    assert "annexed" in composed(annexed, setting)["meta"]
    assert "annexed" not in composed(corpus, setting)["meta"]


def test_annexes_are_counted(annexed: Corpus, corpus: Corpus) -> None:
    """Annexes are no units; their notes are notes."""
    before, after = count_corpus(corpus), count_corpus(annexed)
    assert (after.units, after.notes) == (before.units, before.notes + 2)
    assert "; annexes 1; notes " in statistics_table(after)
    assert "annexes" not in statistics_table(before)


def test_a_title_has_its_notes(corpus: Corpus, setting: EditionContext) -> None:
    """A note of a title, counted with those of the formula, stands at its mark."""
    session = corpus.sessions[-1]
    (record,) = session.records
    update = {
        "title": f"{record.title}[^1]",
        "formula": str(record.formula).replace("[^1]", "[^2]"),
        "notes": {1: "Formerly *lamps*.", 2: record.notes[1]},
    }
    changed = session.model_copy(update={"records": (record.model_copy(update=update),)})
    texts = corpus.model_copy(update={"sessions": (*corpus.sessions[:-1], changed)})
    headers = [one for one in elements(composed(texts, setting)) if one["t"] == "Header"]
    (heading,) = (one for one in headers if one["c"][1][0] == f"{session.key}.title")
    assert [one["t"] for one in elements(heading)].count("Note") == 1
    assert "lamps" in [one["c"] for one in elements(heading) if one["t"] == "Str"]
    assert dict(heading["c"][1][2]) == {"bookmark": record.title}
