"""Note marks in the text and the notes they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from compendium.findings import Finding
from compendium.model.annexes import annex_texts
from compendium.model.markup import NOTE_LIKE
from compendium.reading import Reading
from compendium.reading.nodes import Way
from compendium.reading.places import SourceFile, located_records, located_units


def check_notes(reading: Reading) -> Iterator[Finding]:
    """R006 to R008: marks and notes go in pairs, and marks count from one."""
    for file in reading.gatherings:
        for _, record, way in located_records(file):
            texts = {"title": record.title, "formula": record.formula or ""}
            yield from _check(file, way, texts, record.notes)
            for annexed in annex_texts(record.annexes):
                own = {annexed.field: annexed.text}
                yield from _check(file, (*way, *annexed.way), own, annexed.notes)
        for located in located_units(file):
            passage = located.unit.passage
            yield from _check(file, located.way, {"text": passage.text}, passage.notes)


def _check(
    file: SourceFile, way: Way, texts: Mapping[str, str], notes: Mapping[int, str]
) -> Iterator[Finding]:
    marks = [(field, mark) for field, text in texts.items() for mark in NOTE_LIKE.findall(text)]
    named = {str(note) for note in notes}
    expected = 1
    for field, mark in marks:
        place = file.place(*way, field)
        if mark not in named:
            yield Finding(
                place,
                "R006",
                f"the mark [^{mark}] has no note",
                f"add the note {mark} under `notes:`, or delete the mark",
            )
        if mark != str(expected):
            yield Finding(
                place,
                "R008",
                f"the mark [^{mark}] is where [^{expected}] is expected",
                "count the marks of one text from 1 in their order, each once",
            )
        expected += 1
    yield from _uncalled(file, way, notes, {mark for _, mark in marks})


def _uncalled(
    file: SourceFile, way: Way, notes: Mapping[int, str], called: set[str]
) -> Iterator[Finding]:
    for note in notes:
        if str(note) not in called:
            yield Finding(
                file.place(*way, "notes", note),
                "R007",
                f"no mark [^{note}] in the text refers to this note",
                "put the mark into the text, or delete the note",
            )
