"""What a published document prints, as its reader found it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from compendium.model.gatherings import RecordKind
from compendium.model.markup import note_numbers, renumbered

STRAY = ("#stray",)  # the steps of a text that belongs nowhere


def counted_from(text: str, before: int) -> str:
    """A text whose note marks count on after those of another.

    >>> counted_from("the Convention[^1] and the Protocol[^2]", 3)
    'the Convention[^4] and the Protocol[^5]'
    """
    return renumbered(text, (number + before for number in note_numbers(text)))


@dataclass(frozen=True, slots=True)
class PrintedText:
    """One text with the numbers and letters that lead to it, as the document prints them.

    The text holds its note marks as `[^1]`, counted from one; `notes` are the texts they name,
    empty where the document prints none. `line` is where it begins, for messages; `mark` is what
    the document prints before it, `lines` and `note_lines` are those that it was made of.
    `heading` says that a line of an annex is one.
    """

    steps: tuple[str, ...]
    text: str
    notes: tuple[str, ...] = ()
    line: int = field(default=0, compare=False)
    mark: str = field(default="", compare=False)
    lines: tuple[int, ...] = field(default=(), compare=False)
    note_lines: tuple[int, ...] = field(default=(), compare=False)
    heading: bool = False


@dataclass(frozen=True, slots=True)
class PrintedRecord:
    """A resolution or decision, or, without a kind, all that a section prints.

    `line` is that of its heading, for messages.
    """

    kind: RecordKind | None
    number: str
    texts: tuple[PrintedText, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A section: one gathering, under the part (if the document has parts) and its numeral.

    `numeral` should be `expected` by the count of sections; `dates` is None where the heading
    names no days that can be read.
    """

    part: str | None
    numeral: str
    expected: str
    ordinal: int
    heading: str
    dates: tuple[date, date] | None
    records: tuple[PrintedRecord, ...]
