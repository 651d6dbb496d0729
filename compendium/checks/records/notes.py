"""Checks note marks in the texts, and the notes that they name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compendium.findings import Finding
from compendium.model.markup import NOTE_LIKE
from compendium.model.record_texts import RecordText, Role
from compendium.model.value import Way
from compendium.reading import Reading
from compendium.reading.places import located_texts
from compendium.reading.source_file import AnyFile

_WITHOUT_NOTES = frozenset({Role.REMARK, Role.HEADING, Role.CLOSING})


def check_notes(reading: Reading) -> Iterator[Finding]:
    """R006 to R008: every mark has its note and every note its mark, and marks count from one."""
    for file in reading.gatherings:
        together: dict[Way, list[RecordText]] = {}  # title and formula count their notes as one
        for text, way in located_texts(file):
            if text.role not in _WITHOUT_NOTES:
                together.setdefault(way[:-1], []).append(text)
        for way, texts in together.items():
            yield from _check(file, way, texts)


def _check(file: AnyFile, way: Way, texts: Sequence[RecordText]) -> Iterator[Finding]:
    marks = [(text.way[-1], mark) for text in texts for mark in NOTE_LIKE.findall(text.text)]
    notes = [note for text in texts for note in text.notes]
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


def _uncalled(file: AnyFile, way: Way, notes: Iterable[int], called: set[str]) -> Iterator[Finding]:
    for note in notes:
        if str(note) not in called:
            yield Finding(
                file.place(*way, "notes", note),
                "R007",
                f"no mark [^{note}] in the text refers to this note",
                "put the mark into the text, or delete the note",
            )
