"""Our side of a comparison: every text of the records with the steps that lead to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from compendium.documents.printed import FORMULA, REMARK, TITLE
from compendium.model.annexes import annex_texts
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.markup import NOTE
from compendium.model.units import record_key, units_of


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

    `as_reported` gives the numbers of the official report as steps, in place of our own.
    """
    key = record_key(gathering, record)
    texts = []
    if isinstance(gathering, Meeting) and gathering.remark:
        texts.append(_recorded(f"{key}{REMARK[0]}", REMARK, gathering.remark, {}))
    if record is not None:
        of_title = {int(number) for number in NOTE.findall(record.title)}
        for steps, text, in_title in (
            (TITLE, record.title, True),
            (FORMULA, record.formula, False),
        ):
            notes = {
                number: note
                for number, note in record.notes.items()
                if (number in of_title) is in_title
            }
            if text is not None:
                texts.append(_recorded(f"{key}{steps[0]}", steps, text, notes))
    for unit in units_of(gathering):
        if unit.record is record:
            own = unit.report_steps if as_reported else unit.steps
            texts.append(_recorded(unit.key, own, unit.text, unit.passage.notes))
            texts += [
                _recorded(".".join((unit.key, *about)), (*own, *about), text, {})
                for about, text in unit.framed
            ]
    for annexed in annex_texts(record.annexes if record else ()):
        texts.append(_recorded(annexed.key(key), annexed.steps, annexed.text, annexed.notes))
    return texts


def _recorded(
    place: str, steps: tuple[str, ...], text: str, notes: Mapping[int, str]
) -> RecordedText:
    """Count the marks of a text from one, and put its notes in that order, the unnamed last."""
    order = [int(number) for number in NOTE.findall(text)]
    count = iter(range(1, len(order) + 1))
    counted = NOTE.sub(lambda _: f"[^{next(count)}]", text)
    unnamed = [number for number in notes if number not in order]
    return RecordedText(
        place, steps, counted, tuple(notes.get(number, "") for number in (*order, *unnamed))
    )
