"""Where things stand: the file and line of every unit, topic, assignment, note, erratum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from compendium.findings import Place
from compendium.model.annexes import annex_texts
from compendium.model.editions import Edition
from compendium.model.errata import Errata
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.passages import Paragraph, Passage, PreambularParagraph, Subparagraph
from compendium.model.published import PublishedDocuments
from compendium.model.topics import Topics
from compendium.model.units import Unit, record_key, units_of
from compendium.reading.nodes import Nodes, Way


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file that obeys its schema: its positions, its lines as typed, its value."""

    nodes: Nodes
    lines: tuple[str, ...]
    value: BaseModel

    def place(self, *way: str | int) -> Place:
        """The line of the key at a way, or of the nearest thing above it."""
        steps = tuple(str(step) for step in way)
        while steps and steps not in self.nodes.positions:
            steps = steps[:-1]
        return Place(self.nodes.file, self.nodes.positions[steps].key)

    def typed(self, *way: str | int) -> Iterator[tuple[int, str]]:
        """The lines of a value as typed, each with its number."""
        position = self.nodes.positions[tuple(str(step) for step in way)]
        for number in range(position.first, min(position.last, len(self.lines)) + 1):
            yield number, self.lines[number - 1]


@dataclass(frozen=True, slots=True)
class LocatedUnit:
    """A unit with its file and the way to it in that file."""

    unit: Unit
    file: SourceFile
    way: Way

    def place(self, *steps: str | int) -> Place:
        """The line of one of the unit's fields, or of the unit itself."""
        return self.file.place(*self.way, *steps)


def located_units(file: SourceFile) -> Iterator[LocatedUnit]:
    """The units of a file of one gathering, in the order of the text."""
    if isinstance(file.value, Meeting | Session):
        for unit, way in zip(units_of(file.value), _ways(file.value), strict=True):
            yield LocatedUnit(unit, file, way)


def located_records(file: SourceFile) -> Iterator[tuple[str, Record, Way]]:
    """The records of a session: key, value and way."""
    if isinstance(file.value, Session):
        for number, record in enumerate(file.value.records):
            yield record_key(file.value, record), record, ("records", str(number))


def _ways(gathering: Meeting | Session) -> Iterator[Way]:
    if isinstance(gathering, Meeting):
        yield from _ways_below((), gathering)
        return
    for number, record in enumerate(gathering.records):
        way = ("records", str(number))
        yield from _ways_in(way, "preamble", record.preamble)
        yield from _ways_below(way, record)


def _ways_below(way: Way, holder: Meeting | Record | Passage) -> Iterator[Way]:
    """The ways to all passages below, in the order in which `units_of` gives them."""
    if isinstance(holder, Meeting | Record):
        yield from _ways_in(way, "paragraphs", holder.paragraphs)
    if isinstance(holder, Record | Paragraph | PreambularParagraph):
        yield from _ways_in(way, "subparagraphs", holder.subparagraphs)
    if isinstance(holder, Subparagraph):
        yield from _ways_in(way, "items", holder.items)


def _ways_in(way: Way, name: str, passages: Iterable[Passage]) -> Iterator[Way]:
    for number, passage in enumerate(passages):
        below = (*way, name, str(number))
        yield below
        yield from _ways_below(below, passage)


def places_of(files: Iterable[SourceFile]) -> dict[str, Place]:
    """The places by key; of things with one key the first counts.

    Keys: `wg4.9` a gathering, `wg4.9.27` a unit, `wg4.9.27#text`, `wg4.9.27#note.1`,
    `wg4.9.27#topics` its fields, `wg4.9.27#topic.KEY` an assignment, `cop.5#title`,
    `cop.5#formula`, `cop.5#formula#note.1`, `cop.5.annex.1.7` a text of an annex, `wg4.3#remark`,
    `topic.KEY`, `edition.KEY`, `published.KEY`, `errata.0`.
    """
    places: dict[str, Place] = {}
    for file in files:
        for key, place in _places_in(file):
            places.setdefault(key, place)
    return places


def _places_in(file: SourceFile) -> Iterator[tuple[str, Place]]:
    match file.value:
        case Meeting() | Session() as gathering:
            yield from _gathering_places(file, gathering)
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


def _gathering_places(
    file: SourceFile, gathering: Meeting | Session
) -> Iterator[tuple[str, Place]]:
    yield gathering.key, file.place()
    yield f"{gathering.key}#remark", file.place("remark")
    for key, record, way in located_records(file):
        yield from _record_places(file, key, record, way)
    for located in located_units(file):
        yield from _unit_places(located)


def _record_places(
    file: SourceFile, key: str, record: Record, way: Way
) -> Iterator[tuple[str, Place]]:
    yield key, file.place(*way)
    for field in ("title", "formula"):
        yield f"{key}#{field}", file.place(*way, field)
        for mark in record.notes:
            yield f"{key}#{field}#note.{mark}", file.place(*way, "notes", mark)
    for annexed in annex_texts(record.annexes):
        own, place = annexed.key(key), (*way, *annexed.way)
        yield own, file.place(*place, annexed.field)
        for mark in annexed.notes:
            yield f"{own}#note.{mark}", file.place(*place, "notes", mark)


def _unit_places(located: LocatedUnit) -> Iterator[tuple[str, Place]]:
    key, passage = located.unit.key, located.unit.passage
    yield key, located.place()
    for field in ("text", "topics"):
        yield f"{key}#{field}", located.place(field)
    for mark in passage.notes:
        yield f"{key}#note.{mark}", located.place("notes", mark)
    for steps, _ in located.unit.framed:
        field, *_ = steps
        yield f"{key}#{'.'.join(steps)}", located.place("headings" if len(steps) > 1 else field)
    for number, topic in enumerate(passage.topics):
        yield f"{key}#topic.{topic}", located.place("topics", number)
