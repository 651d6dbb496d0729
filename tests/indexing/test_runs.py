"""Ranges: each column makes its own, for the compendium and the report count differently."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from compendium.collating.index_places import Places
from compendium.indexing.entries import Entry, make_index
from compendium.indexing.locators import write_run
from compendium.languages.forms import join
from compendium.languages.language import load_language
from compendium.model.corpus import Corpus
from compendium.model.gatherings import Meeting
from compendium.model.units import units_of
from compendium.reading import read_sources

TOPIC = "logbooks"
ENGLISH = load_language("en")
REPORTED = [8, 9, 10, 11, 12, 13, 20, 21, 22]  # 14 to 19 of the report were not adopted
LETTERS = {2: "abcd", 8: "ab"}
ITEMS = {"2.c": ("i", "ii", "iii", "iv")}


@pytest.fixture(scope="module")
def example(root: Path) -> Corpus:
    """The records of the example."""
    return read_sources(root / "tests" / "example" / "sources").corpus


def with_topic_on(example: Corpus, chosen: list[str]) -> Corpus:
    """The example with its tenth meeting alone, which has the topic on the places chosen."""

    def passage(place: str) -> dict[str, object]:
        return {"text": "Text.", "topics": [TOPIC] if place in chosen else []}

    paragraphs = [
        {
            **passage(f"{number}"),
            "number": number,
            "report": report,
            "subparagraphs": [
                {
                    **passage(f"{number}.{letter}"),
                    "letter": letter,
                    "items": [
                        {**passage(f"{number}.{letter}.{item}"), "item": item}
                        for item in ITEMS.get(f"{number}.{letter}", ())
                    ],
                }
                for letter in LETTERS.get(number, "")
            ],
        }
        for number, report in enumerate(REPORTED, start=1)
    ]
    frame = example.meetings[0].model_dump(exclude={"ordinal", "paragraphs"})
    meeting = Meeting.model_validate(frame | {"ordinal": 10, "paragraphs": paragraphs})
    return example.model_copy(update={"meetings": (meeting,), "sessions": ()})


def entry_of(corpus: Corpus) -> Entry:
    """The one entry of the index."""
    index = make_index(corpus, corpus.edition("compendium"), ENGLISH)
    [entry] = [e for topic in index.topics for part in topic.parts for e in part.entries]
    return entry


def locators_of(entry: Entry) -> str:
    """The locators of an entry, as the index joins them."""
    return join([write_run(run, ENGLISH) for run in entry.locators], ENGLISH)


@pytest.mark.parametrize(
    ("chosen", "locators", "references"),
    [
        ("5 6 7", "X.5–7", "12, 13 and 20"),
        ("3 4 5 6 7 8 9", "X.3–9", "10–13 and 20–22"),
        ("7 8 9", "X.7–9", "20–22"),
        (
            "2.a 2.b 2.c 2.c.i 2.c.ii 2.d",
            "X.2.a–d, X.2.c.i and X.2.c.ii",
            "9 (a)–(d) and 9 (c) (i) and (ii)",
        ),
        (
            "2.b 2.c 2.d 2.c.i 2.c.ii 2.c.iii",
            "X.2.b–d and X.2.c.i–iii",
            "9 (b)–(d) and 9 (c) (i)–(iii)",
        ),
        ("1 2 3 4 5 2.a 2.b 2.c 2.d", "X.1–5 and X.2.a–d", "8–12 and 9 (a)–(d)"),
        ("1 2 2.a 3 5", "X.1–3, X.2.a and X.5", "8–10, 9 (a) and 12"),
        ("1 2 2.a 4", "X.1, X.2, X.2.a and X.4", "8, 9, 9 (a) and 11"),
    ],
)
def test_ranges(example: Corpus, chosen: str, locators: str, references: str) -> None:
    """A range breaks at a number that does not follow, never at what is assigned below it."""
    entry = entry_of(with_topic_on(example, chosen.split()))
    assert (locators_of(entry), entry.paragraphs) == (locators, references)


def test_ranges_name_what_was_chosen(example: Corpus) -> None:
    """Whatever is chosen, a reader of either column finds it all and nothing else."""
    every = [".".join(unit.steps) for unit in units_of(with_topic_on(example, []).meetings[0])]
    chance = random.Random(5)  # noqa: S311 - the same choices at every run
    for _ in range(60):
        chosen = chance.sample(every, chance.randint(1, len(every)))
        corpus = with_topic_on(example, chosen)
        entry, places = entry_of(corpus), Places(corpus)
        keys = {f"lk.10.{place}" for place in chosen}
        for named in (
            places.locators("lk", locators_of(entry)),
            places.references(corpus.meetings[0], None, entry.paragraphs),
        ):
            assert (named.units, named.faults) == (keys, []), (locators_of(entry), entry.paragraphs)


def test_a_range_over_a_gap_is_no_place(example: Corpus) -> None:
    """A printed range that runs over numbers nobody adopted names more than it should."""
    corpus = with_topic_on(example, [])
    assert Places(corpus).references(corpus.meetings[0], None, "12–20").faults == ["12–20"]
