"""Our side of a comparison: every text of the records with the steps that lead to it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count

from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.markup import renumbered
from compendium.model.record_texts import record_texts


@dataclass(frozen=True, slots=True)
class RecordedText:
    """One text of a record: its place, its steps, and its notes in the order of their marks."""

    place: str
    steps: tuple[str, ...]
    text: str
    notes: tuple[str, ...] = ()


def recorded_texts(
    gathering: Meeting | Session, record: Record | None, *, as_reported: bool
) -> list[RecordedText]:
    """The texts of a meeting, or of one record of a session, in the order of the text.

    The marks of a text count from one. `as_reported` gives the numbers of the official report as
    steps, in place of our own.
    """
    return [
        RecordedText(
            text.place,
            text.report_steps if as_reported else text.steps,
            renumbered(text.text, count(1)),
            tuple(text.notes.get(number, "") for number in text.notes_in_order),
        )
        for text in record_texts(gathering, record)
    ]
