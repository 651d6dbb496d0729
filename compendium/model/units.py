"""Units: every adopted text, with its stable key and its place in the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from compendium.model.annexes import ANNEX_STEP
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.passages import (
    Item,
    Paragraph,
    Passage,
    PreambularParagraph,
    Subparagraph,
)
from compendium.model.value import Value, Way


class Level(StrEnum):
    """The level of a unit."""

    PREAMBULAR = "preambular"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    ITEM = "item"


PREAMBULAR_STEP = "pp"
# In the keys of texts about a unit: the headings before it, the words after its list.
HEADING_STEP, CLOSING_STEP = "heading", "closing"
# The fields of passages below a meeting, a record or a passage, in the order of the text.
_HOLDING_PASSAGES = ("preamble", "paragraphs", "subparagraphs", "items")
_ITEM_DEPTH = 3  # a number, a letter, an item
_ABOUT = frozenset({HEADING_STEP, CLOSING_STEP, ANNEX_STEP})


def unit_steps(steps: tuple[str, ...]) -> tuple[str, ...]:
    """The steps of a unit, from those of a text about it; an annex stands below no unit.

    >>> unit_steps(("5", "heading", "1")), unit_steps(("5", "a", "closing")), unit_steps(("5",))
    (('5',), ('5', 'a'), ('5',))
    """
    about = [place for place, step in enumerate(steps) if step in _ABOUT]
    return steps[: about[0]] if about else steps


def is_item(steps: tuple[str, ...]) -> bool:
    """Whether steps lead to an item: below a subparagraph, whose list may have numbers.

    >>> is_item(("5", "a")), is_item(("5", "1", "i")), is_item(("a", "i")), is_item(("pp", "2"))
    (False, True, True, False)
    """
    within = steps[1:] if steps[0] == PREAMBULAR_STEP else steps
    return len(within) == (_ITEM_DEPTH if within[0].isdigit() else _ITEM_DEPTH - 1)


@dataclass(frozen=True, slots=True)
class Unit:
    """One adopted text.

    `steps` lead from the gathering to the unit: `("46", "j", "iv")` is paragraph 46, subparagraph
    (j), item (iv); `("pp", "9")` is the ninth preambular paragraph. `report_steps` are the same
    steps as the official report counts them. `way` leads to the passage from its record in the
    file, or from the top where the gathering is a meeting.
    """

    gathering: Meeting | Session
    record: Record | None
    level: Level
    steps: tuple[str, ...]
    report_steps: tuple[str, ...]
    passage: Passage
    way: Way = ()

    @property
    def key(self) -> str:
        """The stable key, such as `wg4.4.46.j.iv` or `cop.5.pp.9`."""
        return ".".join((record_key(self.gathering, self.record), *self.steps))

    @property
    def in_preamble(self) -> bool:
        """Whether it is a preambular paragraph, or stands below one."""
        return self.steps[0] == PREAMBULAR_STEP

    @property
    def text(self) -> str:
        """The text, with `*emphasis*` and note marks."""
        return self.passage.text

    @property
    def topics(self) -> tuple[str, ...]:
        """The keys of the topics that an editor assigned."""
        return self.passage.topics


def record_key(gathering: Meeting | Session, record: Record | None) -> str:
    """The key with which those of the units of a record begin, such as `wg4.4` or `ga.76.186`."""
    if record is not None and record.segment is not None:
        return f"{gathering.key}.{record.segment}"
    return gathering.key


def records_of(gathering: Meeting | Session) -> Iterator[tuple[Record | None, Way]]:
    """The records of a session, each with the way to it; a meeting is one record, None."""
    if isinstance(gathering, Meeting):
        yield None, ()
        return
    for place, record in enumerate(gathering.records):
        yield record, ("records", str(place))


def units_of(gathering: Meeting | Session) -> Iterator[Unit]:
    """Give the units of a gathering in the order of the text."""
    for record, _ in records_of(gathering):
        yield from units_of_record(gathering, record)


def units_of_record(gathering: Meeting | Session, record: Record | None) -> Iterator[Unit]:
    """Give the units of one record, or of a meeting (None), in the order of the text."""
    return _units_below(gathering, record, gathering if record is None else record, None)


def _units_below(
    gathering: Meeting | Session, record: Record | None, holder: Value, above: Unit | None
) -> Iterator[Unit]:
    fields = vars(holder)  # `getattr` is slow for a field that a kind of value does not have
    for field in _HOLDING_PASSAGES:
        for place, passage in enumerate(fields.get(field, ())):
            level, own, reported = own_steps(passage)
            unit = Unit(
                gathering,
                record,
                level,
                (*(above.steps if above else ()), *own),
                (*(above.report_steps if above else ()), *reported),
                passage,
                (*(above.way if above else ()), field, str(place)),
            )
            yield unit
            yield from _units_below(gathering, record, passage, unit)


def own_steps(passage: Passage) -> tuple[Level, tuple[str, ...], tuple[str, ...]]:
    """The level of a passage and the steps it adds, as we count and as its report counts."""
    match passage:
        case Paragraph(number=number, report=report):
            return Level.PARAGRAPH, (str(number),), (str(report or number),)
        case PreambularParagraph(number=number):
            step = (PREAMBULAR_STEP, str(number))
            return Level.PREAMBULAR, step, step
        case Subparagraph(letter=letter):
            return Level.SUBPARAGRAPH, (letter,), (letter,)
        case Item(item=mark):
            return Level.ITEM, (mark,), (mark,)
        case _:
            raise TypeError(f"no step for {type(passage).__name__}")
