"""Where things stand: the file and line of every unit, topic, assignment, note, erratum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from compendium.findings import Place
from compendium.model.editions import Edition
from compendium.model.errata import Errata
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.published import PublishedDocuments
from compendium.model.record_texts import RecordText, note_place, record_texts
from compendium.model.topics import Topics
from compendium.model.units import Unit, record_key, records_of, units_of_record
from compendium.model.value import Way
from compendium.reading.source_file import AnyFile, GatheringSource, holds


@dataclass(frozen=True, slots=True)
class LocatedUnit:
    """A unit with its file and the way to it in that file."""

    unit: Unit
    file: GatheringSource
    way: Way

    def place(self, *steps: str | int) -> Place:
        """The line of one of the unit's fields, or of the unit itself."""
        return self.file.place(*self.way, *steps)


def located_units(file: GatheringSource) -> Iterator[LocatedUnit]:
    """The units of a file of one gathering, in the order of the text."""
    for record, way in records_of(file.value):
        for unit in units_of_record(file.value, record):
            yield LocatedUnit(unit, file, (*way, *unit.way))


def located_texts(file: GatheringSource) -> Iterator[tuple[RecordText, Way]]:
    """The texts of a file of one gathering, each with the way to it, in the order of the text."""
    for record, way in records_of(file.value):
        for text in record_texts(file.value, record):
            yield text, (*way, *text.way)


def located_records(file: GatheringSource) -> Iterator[tuple[str, Record, Way]]:
    """The records of a session: key, value and way; a meeting has none."""
    for record, way in records_of(file.value):
        if record is not None:
            yield record_key(file.value, record), record, way


def places_of(files: Iterable[AnyFile]) -> dict[str, Place]:
    """The places by key; of things with one key the first counts.

    Keys: `wg4.9` a gathering, `cop.5` a record, `wg4.9.27` a unit, and the places of all texts and
    notes (`RecordText.place`), `topic.KEY`, `edition.KEY`, `published.KEY`, `errata.0`.
    """
    places: dict[str, Place] = {}
    for file in files:
        for key, place in _places_in(file):
            places.setdefault(key, place)
    return places


def _places_in(file: AnyFile) -> Iterator[tuple[str, Place]]:
    if holds(file, Meeting) or holds(file, Session):
        yield from _gathering_places(file)
    match file.value:
        case Topics(topics=topics):
            for number, topic in enumerate(topics):
                yield f"topic.{topic.key}", file.place("topics", number)
        case Errata(errata=errata):
            for number, _ in enumerate(errata):
                yield f"errata.{number}", file.place("errata", number)
        case PublishedDocuments(documents=documents):
            for number, document in enumerate(documents):
                yield f"published.{document.key}", file.place("documents", number)
        case Edition(key=key):
            yield f"edition.{key}", file.place()


def _gathering_places(file: GatheringSource) -> Iterator[tuple[str, Place]]:
    yield file.value.key, file.place()
    for key, _, way in located_records(file):
        yield key, file.place(*way)
    for located in located_units(file):
        yield located.unit.key, located.place()
    for text, way in located_texts(file):
        yield text.place, file.place(*way)
        for count, mark in enumerate(text.notes_in_order, start=1):
            yield note_place(text.place, count), file.place(*way[:-1], "notes", mark)
