"""The texts of a record that wait for their official text, by the numbers that documents print."""

from __future__ import annotations

from dataclasses import dataclass

from compendium.documents.printed import FORMULA, TITLE
from compendium.model.annexes import annex_texts
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.markup import NOTE
from compendium.model.units import record_key, units_of_record

Steps = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A text of the record that waits for its official text: its key, its text, its notes.

    `heading` says that a line of an annex is one.
    """

    key: str
    text: str
    notes: tuple[int, ...]
    heading: bool = False

    @property
    def marks(self) -> list[int]:
        """The numbers of the notes, in the order of their marks."""
        return [int(number) for number in NOTE.findall(self.text)]


def slots_of(gathering: Meeting | Session, record: Record | None) -> dict[Steps, Slot]:
    """The texts of a record by the steps that its official document prints."""
    slots: dict[Steps, Slot] = {}
    key = record_key(gathering, record)
    if record is not None:
        of_title = {int(number) for number in NOTE.findall(record.title)}
        slots[TITLE] = Slot(f"{key}.title", record.title, ())
        if record.formula is not None:
            notes = tuple(number for number in record.notes if number not in of_title)
            slots[FORMULA] = Slot(f"{key}.formula", record.formula, notes)
    for unit in units_of_record(gathering, record):
        notes = tuple(unit.passage.notes)
        slots[unit.report_steps] = Slot(unit.key, unit.text, notes)
        for about, text in unit.framed:
            key = ".".join((unit.key, *about))
            slots[(*unit.report_steps, *about)] = Slot(key, text, ())
    above = record_key(gathering, record)
    for annexed in annex_texts(record.annexes if record else ()):
        own = (annexed.key(above), annexed.text, tuple(annexed.notes))
        slots[annexed.steps] = Slot(*own, heading=annexed.is_heading)
    return slots
