"""The texts of a record that need an official text, by the numbers that documents print."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.markup import note_numbers
from compendium.model.record_texts import Role, Steps, note_key, record_texts

_HEADINGS = frozenset({Role.ANNEX, Role.ANNEX_HEADING})


@dataclass(frozen=True, slots=True)
class Slot:
    """A text of the record that needs its official text: its key, its text, its own notes.

    The notes are listed by the numbers of their marks. `heading` means that a line of an annex is a
    heading; `notes_of` is the key to which the notes belong, if it is the key of another text.
    """

    key: str
    text: str
    notes: Mapping[int, str]
    heading: bool = False
    notes_of: str = ""

    def note_key(self, number: int) -> str:
        """The key of a note."""
        return note_key(self.notes_of or self.key, number)

    @property
    def marks(self) -> list[int]:
        """The numbers of the notes, in the order of their marks."""
        return note_numbers(self.text)


def slots_of(gathering: Meeting | Session, record: Record | None) -> dict[Steps, Slot]:
    """The texts of a record by the steps that its official document prints."""
    return {
        text.report_steps: Slot(
            text.key,
            text.text,
            text.notes,
            text.role in _HEADINGS,
            text.notes_of,
        )
        for text in record_texts(gathering, record)
        if text.role is not Role.REMARK
    }
