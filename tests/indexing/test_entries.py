"""The index is made from the assignments: each once, in both columns, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from compendium.indexing.entries import Entry, ThematicIndex, make_index
from compendium.indexing.locators import LocatorRun
from compendium.languages.language import load_language
from compendium.model.corpus import Corpus
from compendium.model.gatherings import Citation
from compendium.model.units import Level, Unit, record_key
from compendium.reading import read_sources

EDITION, LANGUAGE = "compendium", "en"


@pytest.fixture(scope="module", params=["sources", "tests/example/sources"])
def corpus(request: pytest.FixtureRequest, root: Path) -> Corpus:
    """The records of the project, and those of the example."""
    return read_sources(root / request.param).corpus


@pytest.fixture(scope="module")
def index(corpus: Corpus) -> ThematicIndex:
    """The index of the edition of those records."""
    return make_index(corpus, corpus.edition(EDITION), load_language(LANGUAGE))


@pytest.fixture(scope="module")
def units(corpus: Corpus) -> list[Unit]:
    """Every unit, in order."""
    return list(corpus.units())


def entries(index: ThematicIndex) -> Iterator[tuple[str, Entry]]:
    """Every entry with the key of its topic."""
    for topic in index.topics:
        for part in topic.parts:
            for entry in part.entries:
                yield topic.key, entry


def test_every_assignment_once(index: ThematicIndex, units: list[Unit]) -> None:
    """The locators of a topic lead to exactly the units assigned to it, in order."""
    for topic in index.topics:
        listed = [
            key
            for part in topic.parts
            for entry in part.entries
            for run in (*entry.preambular, *entry.locators)
            for key in keys_of(run, units)
        ]
        assert listed == [unit.key for unit in units if topic.key in unit.topics], topic.key


def keys_of(run: LocatorRun, units: list[Unit]) -> list[str]:
    """The keys of the units that a locator or a range stands for: siblings from end to end."""
    if run.last_key is None:
        return [run.first_key]
    by_key = {unit.key: unit for unit in units}
    first, last = by_key[run.first_key], by_key[run.last_key]
    siblings = [
        unit.key
        for unit in units
        if record_key(unit.gathering, unit.record) == record_key(first.gathering, first.record)
        and unit.steps[:-1] == first.steps[:-1]
    ]
    return siblings[siblings.index(first.key) : siblings.index(last.key) + 1]


def test_both_columns_agree(index: ThematicIndex, units: list[Unit]) -> None:
    """Read back, the references of an entry are the places of the very units of its locators."""
    by_key = {unit.key: unit for unit in units}
    for topic, entry in entries(index):
        chosen = [
            by_key[key]
            for run in (*entry.preambular, *entry.locators)
            for key in keys_of(run, units)
        ]
        places = [place_of(unit) for unit in chosen]
        written = entry.paragraphs or entry.recommendations
        read = [place for run in read_back(written) for place in spread(run, chosen)]
        assert read == places, f"{topic}: {written}"


def place_of(unit: Unit) -> str:
    """The place of a unit in its report, as steps."""
    return ".".join(unit.report_steps)


def read_back(written: str) -> Iterator[list[str]]:
    """The places of a reference, each alone or as the two ends of a range.

    "PP 1–3; 2 and 8 (a) and (c)" is pp.1 to pp.3, 2, 8.a and 8.c: a bracket that follows no number
    stands below what the one before it stood below.
    """
    for part in written.split("; "):
        above = ["pp"] if part.startswith("PP ") else []
        for member in re.split(r", and |, | and ", part.removeprefix("PP ")):
            first, dash, last = member.partition("–")
            steps = [step.strip("()") for step in first.split(" ")]
            starts_anew = first[0].isdigit() and not part.startswith("PP ")
            place = steps if starts_anew else [*above, *steps]
            above = place[:-1]
            ends = [place, [*above, last.strip("()")]] if dash else [place]
            yield [".".join(end) for end in ends]


def spread(run: list[str], chosen: list[Unit]) -> list[str]:
    """The places from one end of a range to the other."""
    places = [place_of(unit) for unit in chosen]
    if len(run) == 1:
        return run
    return places[places.index(run[0]) : places.index(run[1]) + 1]


def test_reports_are_cited_as_they_count(index: ThematicIndex, corpus: Corpus) -> None:
    """A report that numbers its recommendations is cited by them, any other by paragraph."""
    gatherings = (*corpus.meetings, *corpus.sessions)
    cited = {
        record_key(gathering, record): gathering.report.cited_by if gathering.report else None
        for gathering in gatherings
        for record in (None, *getattr(gathering, "records", ()))
    }
    for _, entry in entries(index):
        by_recommendation = cited[entry.record_key] is Citation.RECOMMENDATIONS
        assert bool(entry.recommendations) == by_recommendation
        assert bool(entry.paragraphs) != by_recommendation


def test_preambular_paragraphs_stand_apart(index: ThematicIndex, units: list[Unit]) -> None:
    """Preambular paragraphs are kept from the operative ones."""
    level = {unit.key: unit.level for unit in units}
    for _, entry in entries(index):
        assert {level[run.first_key] for run in entry.preambular} <= {Level.PREAMBULAR}
        assert Level.PREAMBULAR not in {level[run.first_key] for run in entry.locators}


def test_topics_keep_their_order(index: ThematicIndex, corpus: Corpus) -> None:
    """Every topic stands in the index, in the order of the list of topics, with its references."""
    assert [(t.key, t.heading, t.see, t.see_also) for t in index.topics] == [
        (t.key, t.heading, t.see, t.see_also) for t in corpus.topics
    ]


def test_records_name_themselves(index: ThematicIndex, corpus: Corpus) -> None:
    """A resolution or decision is named in its entries, a meeting's recommendations are not."""
    sessions = {record_key(s, record): record for s in corpus.sessions for record in s.records}
    for _, entry in entries(index):
        record = sessions.get(entry.record_key)
        assert entry.record.endswith(f" {record.number}" if record else "")
        assert bool(entry.record) == bool(record)


def test_no_reference_leads_nowhere(corpus: Corpus) -> None:
    """An edition of the first meeting alone refers to no topic that only later meetings have."""
    first = corpus.model_copy(update={"meetings": corpus.meetings[:1], "sessions": ()})
    index = make_index(first, first.editions[0], load_language("en"))
    shown = {topic.key for topic in index.topics}
    assert shown
    assert [t.key for t in index.topics if not {*t.see, *t.see_also} <= shown] == []
    assert [t.key for t in index.topics if not (t.parts or t.see)] == []
