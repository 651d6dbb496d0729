"""The content of a published document as it was read."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from compendium.model.gatherings import RecordKind
from compendium.model.markup import note_numbers, renumbered

STRAY = ("#stray",)  # the steps of a text that has no place


def counted_from(text: str, before: int) -> str:
    """A text whose note marks continue the count of another text.

    >>> counted_from("the Convention[^1] and the Protocol[^2]", 3)
    'the Convention[^4] and the Protocol[^5]'
    """
    return renumbered(text, (number + before for number in note_numbers(text)))


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A text with the numbers and letters that lead to it, as the document prints them.

    The text contains its note marks as `[^1]`, counted from one; `notes` are the texts of these
    notes, empty if the document prints none. `line` is where it begins, for messages; `mark` is the
    mark that the document prints before it, and `lines` and `note_lines` are the lines that it was
    made of. `heading` means that a line of an annex is a heading.
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
    """A resolution or decision, or, without a kind, everything that a section prints.

    `line` is the line of its heading, for messages.
    """

    kind: RecordKind | None
    number: str
    texts: tuple[PrintedText, ...]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """A section: one gathering, under the part (if the document has parts) and its numeral.

    `numeral` should equal `expected`, by the count of sections; `dates` is None if no dates can be
    read in the heading.
    """

    part: str | None
    numeral: str
    expected: str
    ordinal: int
    heading: str
    dates: tuple[date, date] | None
    records: tuple[PrintedRecord, ...]
