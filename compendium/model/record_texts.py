"""Lists the texts of a record, each with its role, steps, notes, key and place.

A text has two written forms of the same steps: its key in catalogues and editions,
`cop.5.title`, and its place in errata and comparisons, `cop.5#title`. They differ for what no
number leads to, and for notes. Only this module writes them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TypeAlias

from compendium.model.annexes import ANNEX_STEP, Annex
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.markup import note_numbers
from compendium.model.units import (
    CLOSING_STEP,
    HEADING_STEP,
    Unit,
    record_key,
    records_of,
    units_of_record,
)
from compendium.model.value import Way

Steps: TypeAlias = tuple[str, ...]

_NO_NUMBER = "#"  # before the step of a text that no number leads to
TITLE, FORMULA, REMARK = ("#title",), ("#formula",), ("#remark",)


class Role(Enum):
    """What a text is."""

    REMARK = auto()  # on a meeting
    TITLE = auto()
    FORMULA = auto()
    PASSAGE = auto()  # the text of a unit
    HEADING = auto()  # of a section, before a paragraph
    CLOSING = auto()  # the words after the list of a unit
    ANNEX = auto()  # the heading that an annex begins with
    ANNEX_HEADING = auto()  # another heading in it
    ANNEX_LINE = auto()


def text_key(record: str, steps: Steps) -> str:
    """The key of a text in catalogues and editions, from the key of its record.

    >>> text_key("cop.5", TITLE), text_key("cop.5", ("4", "a"))
    ('cop.5.title', 'cop.5.4.a')
    """
    return ".".join((record, *(step.removeprefix(_NO_NUMBER) for step in steps)))


def text_place(record: str, steps: Steps) -> str:
    """The place of a text in errata and comparisons, from the key of its record.

    >>> text_place("cop.5", TITLE), text_place("cop.5", ("4", "a"))
    ('cop.5#title', 'cop.5.4.a')
    """
    written = ".".join(steps)
    return f"{record}{written}" if written.startswith(_NO_NUMBER) else f"{record}.{written}"


def note_key(key: str, number: int) -> str:
    """The key of a note, from that of the text it belongs to: `wg4.1.2.note.1`."""
    return f"{key}.note.{number}"


def note_place(place: str, count: int) -> str:
    """The place of a note, from that of its text, in which its mark is the one of that count.

    >>> note_place("cop.5#title", 1)
    'cop.5#title#note.1'
    """
    return f"{place}#note.{count}"


@dataclass(frozen=True, slots=True)
class RecordText:
    """One text of a record.

    Attributes:
        record: the key of the record, or of the meeting.
        role: what it is.
        steps: those that lead from the record to it; `TITLE`, `FORMULA`, `REMARK` for these.
        report_steps: the same as the official report counts them.
        text: with `*emphasis*` and note marks.
        notes: its notes, by the number of their mark.
        way: from the record to it in the file, or from the top where it is of a meeting.
        unit: the unit that it belongs to, if any.
    """

    record: str
    role: Role
    steps: Steps
    report_steps: Steps
    text: str
    notes: Mapping[int, str]
    way: Way
    unit: Unit | None = None

    @property
    def key(self) -> str:
        """Its key in catalogues and editions."""
        return text_key(self.record, self.steps)

    @property
    def place(self) -> str:
        """Its place in errata and comparisons."""
        return text_place(self.record, self.steps)

    @property
    def notes_in_order(self) -> tuple[int, ...]:
        """The numbers of its note marks in their order, then those of notes without a mark."""
        marks = note_numbers(self.text)
        return (*marks, *(number for number in self.notes if number not in marks))

    @property
    def notes_of(self) -> str:
        """The key to which its notes belong: title and formula count theirs together."""
        return text_key(self.record, FORMULA if self.role is Role.TITLE else self.steps)

    def note_key(self, number: int) -> str:
        """The key of one of its notes."""
        return note_key(self.notes_of, number)


def texts_of(gathering: Meeting | Session) -> Iterator[RecordText]:
    """Every text of a gathering, in the order of the text."""
    for record, _ in records_of(gathering):
        yield from record_texts(gathering, record)


def record_texts(gathering: Meeting | Session, record: Record | None) -> Iterator[RecordText]:
    """Every text of one record of a session, or of a meeting (None), in the order of the text."""
    key = record_key(gathering, record)
    if isinstance(gathering, Meeting) and gathering.remark:
        yield RecordText(key, Role.REMARK, REMARK, REMARK, gathering.remark, {}, ("remark",))
    if record is not None:
        yield from head_texts(key, record)
    for unit in units_of_record(gathering, record):
        yield from unit_texts(unit)
    if record is not None:
        yield from annex_texts(key, record.annexes)


def head_texts(key: str, record: Record) -> Iterator[RecordText]:
    """Title and formula; a note belongs to each that has its mark, or else to the last."""
    of_title = dict(record.notes)
    of_formula: dict[int, str] = {}
    if record.formula is not None:
        called = note_numbers(record.title)
        of_title = {n: note for n, note in record.notes.items() if n in called}
        its_marks = {n for n in record.notes if n not in called} | {*note_numbers(record.formula)}
        of_formula = {n: note for n, note in record.notes.items() if n in its_marks}
    yield RecordText(key, Role.TITLE, TITLE, TITLE, record.title, of_title, ("title",))
    if record.formula is not None:
        way = ("formula",)
        yield RecordText(key, Role.FORMULA, FORMULA, FORMULA, record.formula, of_formula, way)


def unit_texts(unit: Unit) -> Iterator[RecordText]:
    """The text of a unit, then those about it: headings before it, words after its list."""
    key, passage = record_key(unit.gathering, unit.record), unit.passage
    way = (*unit.way, "text")
    passage_text = RecordText(
        key, Role.PASSAGE, unit.steps, unit.report_steps, unit.text, passage.notes, way, unit
    )
    yield passage_text
    fields = vars(passage)  # not every kind of passage has them
    for number, heading in enumerate(fields.get("headings", ()), start=1):
        below = ("headings", str(number - 1))
        yield _about(passage_text, Role.HEADING, (HEADING_STEP, str(number)), heading, below)
    closing = fields.get("closing")
    if closing is not None:
        yield _about(passage_text, Role.CLOSING, (CLOSING_STEP,), closing, ("closing",))


def _about(passage_text: RecordText, role: Role, steps: Steps, text: str, way: Way) -> RecordText:
    return replace(
        passage_text,
        role=role,
        steps=(*passage_text.steps, *steps),
        report_steps=(*passage_text.report_steps, *steps),
        text=text,
        notes={},
        way=(*passage_text.way[:-1], *way),
    )


def annex_texts(key: str, annexes: Iterable[Annex]) -> Iterator[RecordText]:
    """Every text of the annexes of a record, from its key: the heading of each, then its lines."""
    for place, annex in enumerate(annexes):
        steps, way = (ANNEX_STEP, str(annex.number)), ("annexes", str(place))
        heading = (*way, "heading")
        yield RecordText(key, Role.ANNEX, steps, steps, annex.heading, annex.notes, heading)
        for number, line in enumerate(annex.lines, start=1):
            role = Role.ANNEX_HEADING if line.heading else Role.ANNEX_LINE
            own, below = (*steps, str(number)), (*way, "lines", str(number - 1), "text")
            yield RecordText(key, role, own, own, line.text, line.notes, below)
