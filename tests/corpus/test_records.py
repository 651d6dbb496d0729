"""The records of this project obey the checks and hold what the published documents hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.checks import check_reading
from compendium.reading import Reading, read_sources
from compendium.reading.places import located_units
from compendium.reading.records import dump_records, load_records
from compendium.statistics import count_corpus

# How many units each meeting or session has, in the order of their ordinals.
UNITS = {
    "A": [56, 64, 0, 76, 44, 22, 27, 27, 39, 2, 26, 17, 18],
    "B": [10, 21, 13, 24, 41, 50, 62],
}


@pytest.fixture(scope="module")
def reading(root: Path) -> Reading:
    """The sources of this project."""
    return read_sources(root / "sources")


def test_there_are_no_errors(reading: Reading) -> None:
    """The sources obey their schema and every check that is an error."""
    assert [f for f in check_reading(reading) if f.severity == "error"] == []


def test_counts(reading: Reading) -> None:
    """The records hold what was counted in the published documents, no more and no less."""
    counts = count_corpus(reading.corpus)
    counted = {part.part: [each.units for each in part.gatherings] for part in counts.parts}
    assert counted == UNITS
    assert (counts.units, counts.notes, counts.topics) == (639, 30, 79)


def test_every_unit_has_its_place(reading: Reading) -> None:
    """Every unit is found at the line that its finding would name."""
    for file in reading.gatherings:
        for located in located_units(file):
            place = located.place("text")
            lines = Path(place.file).read_text(encoding="utf-8").splitlines()
            follows = " ".join(line.strip() for line in lines[place.line : place.line + 3])
            assert located.unit.text[:40] in follows, located.unit.key


def test_records_are_read_back(reading: Reading, tmp_path: Path) -> None:
    """The records that are collected are read back as they are in the sources."""
    records = tmp_path / "records.json"
    records.write_text(dump_records(reading.corpus), encoding="utf-8")
    assert load_records(records) == reading.corpus
