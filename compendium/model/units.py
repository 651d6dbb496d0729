"""Units: every adopted text once, with its stable key and its place in the tree of a record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from compendium.model.annexes import ANNEX_STEP, AnnexText, annex_texts
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.passages import (
    Item,
    Paragraph,
    Passage,
    PreambularParagraph,
    Subparagraph,
)


class Level(StrEnum):
    """The level at which a unit stands."""

    PREAMBULAR = "preambular"
    PARAGRAPH = "paragraph"
    SUBPARAGRAPH = "subparagraph"
    ITEM = "item"


PREAMBULAR_STEP = "pp"
# In the keys of texts about a unit: the headings before it, the words after its list.
HEADING_STEP, CLOSING_STEP = "heading", "closing"
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
    own = steps[1:] if steps[0] == PREAMBULAR_STEP else steps
    return len(own) == (_ITEM_DEPTH if own[0].isdigit() else _ITEM_DEPTH - 1)


@dataclass(frozen=True, slots=True)
class Unit:
    """One adopted text.

    `steps` lead from the gathering to the unit: `("46", "j", "iv")` is paragraph 46, subparagraph
    (j), item (iv); `("pp", "9")` is the ninth preambular paragraph. `report_steps` are the same
    steps as the official report counts them.
    """

    gathering: Meeting | Session
    record: Record | None
    level: Level
    steps: tuple[str, ...]
    report_steps: tuple[str, ...]
    passage: Passage

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
    def framed(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """The texts about it that have keys of their own, each with the steps from its key."""
        for number, heading in enumerate(getattr(self.passage, "headings", ()), start=1):
            yield (HEADING_STEP, str(number)), heading
        closing = getattr(self.passage, "closing", None)
        if closing is not None:
            yield (CLOSING_STEP,), closing

    @property
    def topics(self) -> tuple[str, ...]:
        """The keys of the topics that an editor assigned."""
        return self.passage.topics


def record_key(gathering: Meeting | Session, record: Record | None) -> str:
    """The key under which the units of a record stand, such as `wg4.4` or `ga.76.186`."""
    if record is not None and record.segment is not None:
        return f"{gathering.key}.{record.segment}"
    return gathering.key


def units_of(gathering: Meeting | Session) -> Iterator[Unit]:
    """Give the units of a gathering in the order of the text."""
    if isinstance(gathering, Meeting):
        yield from _paragraphs(gathering, None, gathering.paragraphs)
        return
    for record in gathering.records:
        for preambular in record.preamble:
            unit = _unit(gathering, record, (), (), preambular)
            yield unit
            yield from _subparagraphs(
                gathering, record, unit.steps, unit.report_steps, preambular.subparagraphs
            )
        yield from _paragraphs(gathering, record, record.paragraphs)
        yield from _subparagraphs(gathering, record, (), (), record.subparagraphs)


def annexed_to(gathering: Meeting | Session) -> Iterator[tuple[str, AnnexText]]:
    """Every text of the annexes of a gathering's records, in order, each with its key."""
    for record in gathering.records if isinstance(gathering, Session) else ():
        above = record_key(gathering, record)
        yield from ((annexed.key(above), annexed) for annexed in annex_texts(record.annexes))


def units_of_record(gathering: Meeting | Session, record: Record | None) -> Iterator[Unit]:
    """Give the units of one record, for a session may have thousands; or those of a meeting."""
    alone = gathering
    if record is not None:
        alone = gathering.model_copy(update={"records": (record,)})
    return (unit for unit in units_of(alone) if unit.record is record)


def _paragraphs(
    gathering: Meeting | Session, record: Record | None, paragraphs: tuple[Paragraph, ...]
) -> Iterator[Unit]:
    for paragraph in paragraphs:
        unit = _unit(gathering, record, (), (), paragraph)
        yield unit
        yield from _subparagraphs(
            gathering, record, unit.steps, unit.report_steps, paragraph.subparagraphs
        )


def _subparagraphs(
    gathering: Meeting | Session,
    record: Record | None,
    steps: tuple[str, ...],
    report_steps: tuple[str, ...],
    subparagraphs: tuple[Subparagraph, ...],
) -> Iterator[Unit]:
    for subparagraph in subparagraphs:
        unit = _unit(gathering, record, steps, report_steps, subparagraph)
        yield unit
        for item in subparagraph.items:
            yield _unit(gathering, record, unit.steps, unit.report_steps, item)


def _unit(
    gathering: Meeting | Session,
    record: Record | None,
    steps: tuple[str, ...],
    report_steps: tuple[str, ...],
    passage: Passage,
) -> Unit:
    level, own, reported = own_steps(passage)
    return Unit(gathering, record, level, (*steps, *own), (*report_steps, *reported), passage)


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
