"""Records by the structure that their document states: which text is below which number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import NoReturn
from unicodedata import normalize

from compendium.documents.blocks import Block, Hand, Kind, ends
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.marks import mark_alone, mark_of
from compendium.documents.original import BY_HAND, Line, Original, Role, Said
from compendium.documents.outline import GOING_ON, comes_as_letter, followers
from compendium.documents.paragraph_numbers import misprinted_numbers, next_number
from compendium.documents.printed import STRAY, PrintedText, counted_from
from compendium.documents.raised_signs import raised_signs
from compendium.documents.typed_marks import TypedMark, typed_mark
from compendium.documents.unnumbered import WITHOUT, settle_unnumbered
from compendium.errors import InputError
from compendium.model.markup import wholly_emphasised, write_escapes
from compendium.model.record_numbers import as_number
from compendium.model.record_texts import FORMULA, TITLE
from compendium.model.units import CLOSING_STEP, HEADING_STEP, PREAMBULAR_STEP

_LONGEST_LETTER = 2  # aa

Steps = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Structured:
    """A record as read: its number as printed, the line of the number, and its texts.

    `unnumbered` means that its operative paragraphs have no number.
    """

    number: str
    line: int
    texts: tuple[PrintedText, ...]
    unnumbered: bool
    doubted: tuple[Doubted, ...]


def read_structures(original: Original, hand: Hand) -> Iterator[Structured]:
    """Read the records of a document whose file states the role of each line.

    Raises:
        InputError: if its structure fits no record; the message names it and the line.
    """
    for start, end in pairwise([*original.starts, len(original.lines) + 1]):
        lines = range(start, end)
        placing = _Placing(original, hand, misprinted_numbers(original, hand, lines), lines)
        for number in lines:
            line = original.lines[number - 1]
            if line.said is not None:
                placing.take(number, line, line.said)
        yield placing.settled()


@dataclass
class _Placing:
    """The texts so far, and the steps that lead to the last one, from the top down to it."""

    original: Original
    hand: Hand
    misprinted: Mapping[int, str]
    lines: range
    number: tuple[str, int] = ("", 0)
    texts: list[PrintedText] = field(default_factory=list)
    doubted: list[Doubted] = field(default_factory=list)
    path: list[Steps] = field(default_factory=list)
    before: list[Steps] = field(default_factory=list)  # the path before paragraphs without number
    preambular: int = 0
    unnumbered: int = 0
    sunk: int = 0  # how much deeper the last text is than its file states
    last_number: int = 0
    headings: list[tuple[int, Line, Said]] = field(default_factory=list)  # before the next text

    def take(self, number: int, line: Line, said: Said) -> None:
        """Add a line to the texts."""
        if said.role is Role.ANNEX:  # an annex is read separately
            return
        self.doubted += raised_signs(number, said)
        sinks = said.role is Role.GOES_ON or bool(said.depth)
        self._place(number, line, replace(said, depth=said.depth + self.sunk * sinks))

    def _place(self, number: int, line: Line, said: Said) -> None:
        match said.role:
            case Role.NUMBER:
                self.number = (as_number(line.text).rstrip("."), number)
            case Role.TITLE | Role.FORMULA:
                steps = TITLE if said.role is Role.TITLE else FORMULA
                if any(text.steps == steps for text in self.texts):
                    self._join(number, line, said)
                else:
                    self._add(steps, number, line, said)
            case Role.PREAMBULAR:
                self.preambular += 1
                self.headings = []
                if said.loose:
                    self._doubt(Doubt.PREAMBLE, number, line.text)
                self._open(0, (PREAMBULAR_STEP, str(self.preambular)))
                self._add(self.path[0], number, line, said)
            case Role.PASSAGE:
                self._operative(number, *self._with_typed_mark(number, line, said))
            case Role.GOES_ON if self.texts and said.depth == len(self.path) - 1:
                self._join(number, line, said)
            case Role.GOES_ON:  # after a list
                self._closing(said.depth, number, line, said)
            case Role.HEADING if not said.notes:
                self.headings.append((number, _without_emphasis(line), said))

    def _operative(self, number: int, line: Line, said: Said) -> None:
        """Add a passage; a passage without a mark may belong to the text before it."""
        plain = mark_of(line.text, self.hand)[0] is Kind.PLAIN
        bare = plain and not (said.mark or said.depth)
        if bare and self._is_open():
            self._join(number, line, said)
        elif bare and self._list_goes_on():
            self._doubt(Doubt.PLACE, number, line.text)
            self._closing(0, number, line, said)
        else:
            self._passage(number, line, said)
            self._add(self.path[-1], number, line, said)

    def settled(self) -> Structured:
        """The record, with steps for the paragraphs that have no number."""
        texts, doubted, unnumbered = settle_unnumbered(self.texts, self.preambular)
        written = tuple(map(_written, texts))
        return Structured(*self.number, written, unnumbered, (*self.doubted, *doubted))

    def _list_goes_on(self) -> bool:
        """Whether the last text belongs to a list that has not ended."""
        last = normalize("NFKC", self.texts[-1].text.rstrip()) if self.texts else ""
        return len(self.path) > 1 and self.path[0][0].isdigit() and last.endswith(GOING_ON)

    def _closing(self, depth: int, number: int, line: Line, said: Said) -> None:
        """Add the words that continue after the list below a text."""
        above = self.path[depth] if depth < len(self.path) - 1 else ()
        steps = (*above, CLOSING_STEP)
        known = any(text.steps == steps for text in self.texts)
        item = len(above) > 2 and above[0] != PREAMBULAR_STEP  # noqa: PLR2004 - three levels
        self._add(STRAY if not above or known or item or said.notes else steps, number, line, said)
        self.path = self.path[: depth + 1]

    def _is_open(self) -> bool:
        """Whether the last text is a paragraph that has not ended."""
        alone = len(self.path) == 1 and self.path[0][0].isdigit()
        last = self.texts[-1] if self.texts else None
        return alone and last is not None and not ends(Block(Kind.PLAIN, "", last.text), self.hand)

    def _with_typed_mark(self, number: int, line: Line, said: Said) -> tuple[Line, Said]:
        """A passage with the mark typed before its text as its mark, if it comes next."""
        typed = None if said.mark else typed_mark(line.text, self.hand)
        if typed is None or not self._comes_next(number, typed):
            return line, said
        return replace(line, text=typed.rest), replace(said, mark=typed.printed, loose=True)

    def _comes_next(self, number: int, typed: TypedMark) -> bool:
        """Whether a typed mark is next in sequence; a bare number also needs the one after it."""
        if typed.kind is Kind.NUMBER:
            after = next_number(self.original, self.hand, self.lines, number) if typed.bare else ""
            follows = after == str(self.last_number + 2) if typed.bare else True
            return typed.says == str(self.last_number + 1) and follows
        if typed.kind is not Kind.LETTER or not self._is_below_paragraph():
            return False
        if len(self.path) == 1:
            return typed.says == "a" and self._announces()
        return typed.says in followers(self.path[-1][-1])

    def _passage(self, number: int, line: Line, said: Said) -> None:
        """Open the place of a passage."""
        kind, mark = self._mark(number, said)
        self.sunk = self.sunk if said.depth else 0
        if said.depth == 0 and kind is Kind.NUMBER:
            mark = self._in_sequence(number, mark)
            self._open(0, (mark,))
            for count, (place, heading, about) in enumerate(self.headings, start=1):
                self._add((mark, HEADING_STEP, str(count)), place, heading, about)
                if about.loose:
                    self._doubt(Doubt.HEADING, place, heading.text)
            self.headings = []
            if said.loose:
                self._doubt(Doubt.PLACE, number, line.text)
        elif said.depth == 0 and not mark:
            self.before = self.before if self._is_unnumbered() else self.path
            self.unnumbered += 1
            self._open(0, (f"{WITHOUT}{self.unnumbered}",))
        elif said.loose or (said.depth == 0 and self._is_below_paragraph()):
            self._loose(number, line, mark)
            self.sunk = self.sunk if said.depth else len(self.path) - 1
        elif not mark or said.depth > len(self.path):
            self._refuse(number, "a list without numbers or letters")
        else:
            above = self.path[said.depth - 1] if said.depth else ()
            if above[:1] == (PREAMBULAR_STEP,) and self.texts[-1].steps == above:
                self._doubt(Doubt.LIST, number, self.texts[-1].text)
            self._open(said.depth, (*above, mark))
        self._check_depth(number, said)

    def _is_below_paragraph(self) -> bool:
        """Whether a letter here can be below a paragraph of the operative part."""
        return bool(self.path) and self.path[0][0][-1].isdigit()

    def _goes_on_before(self, mark: str) -> bool:
        """Whether a letter continues the list before paragraphs that have no number."""
        after = len(self.before) > 1 and mark in followers(self.before[1][-1])
        return after and self._is_unnumbered()

    def _is_unnumbered(self) -> bool:
        return bool(self.path) and self.path[0][0].startswith(WITHOUT)

    def _announces(self) -> bool:
        """Whether the last text announces a list."""
        return normalize("NFKC", self.texts[-1].text.rstrip()).endswith(":")

    def _loose(self, number: int, line: Line, mark: str) -> None:
        """Place a text by its mark: the next letter of the paragraph, or the next item."""
        if not self.path:
            self._refuse(number, f"{line.text[:20]}, which stands below no paragraph")
        self.path = self.before if self._goes_on_before(mark) else self.path
        _, letter, item, *_ = *(steps[-1] for steps in self.path), "", ""
        above = self.path[0]
        if comes_as_letter(mark, letter, item, announced=self._announces()):
            self._open(1, (*above, mark))
        else:
            self._open(2, (*above, letter, mark))
        self._doubt(Doubt.PLACE, number, line.text)

    def _mark(self, number: int, said: Said) -> tuple[Kind, str]:
        """The meaning of the mark of a passage."""
        if not said.mark:
            return Kind.PLAIN, ""
        kind, mark = mark_alone(said.mark, self.hand)
        if kind is Kind.PLAIN:
            self._refuse(number, f"the mark {said.mark} before a paragraph")
        if kind is Kind.NUMBER and said.depth > 1:
            self._refuse(number, f"a list with numbers ({said.mark}) below a subparagraph")
        return kind, mark

    def _in_sequence(self, number: int, mark: str) -> str:
        """The number of a paragraph; a misprinted one becomes the number between its neighbours."""
        if number in self.misprinted:
            self._doubt(Doubt.SLIP, number, f"{mark} ({self.misprinted[number]})")
            mark = self.misprinted[number]
        if int(mark) <= self.last_number:
            after = f"{mark} after {self.last_number}"
            self._refuse(number, f"numbers of paragraphs that begin anew ({after})")
        self.last_number = int(mark)
        return mark

    def _check_depth(self, number: int, said: Said) -> None:
        steps = self.path[-1]
        top = steps[0]
        deepest = 4 if top == PREAMBULAR_STEP else 3 if top[-1].isdigit() else 2
        if len(steps) > deepest:
            self._refuse(number, f"{said.mark}, which stands below an item")
        if len(steps) == deepest - 1 and len(steps[-1]) > _LONGEST_LETTER:
            self._refuse(number, f"{said.mark}, an item that stands below no letter")

    def _open(self, depth: int, steps: Steps) -> None:
        self.path = [*self.path[:depth], steps]

    def _join(self, number: int, line: Line, said: Said) -> None:
        """Join a further paragraph to the last text, and record a doubt."""
        last = self.texts[-1]
        text = f"{last.text} {counted_from(line.text.strip(), len(last.notes))}"
        self.texts[-1] = replace(
            last, text=text, notes=(*last.notes, *said.notes), lines=(*last.lines, number)
        )
        self._doubt(Doubt.GOES_ON, number, line.text)

    def _add(self, steps: Steps, number: int, line: Line, said: Said) -> None:
        text = line.text.strip()
        self.texts.append(PrintedText(steps, text, said.notes, number, said.mark, (number,)))

    def _doubt(self, doubt: Doubt, number: int, about: str) -> None:
        self.doubted.append(Doubted(doubt, number, about))

    def _refuse(self, number: int, what: str) -> NoReturn:
        raise InputError(
            f"{self.original.place(number)}: {what}: no record holds that yet", remedy=BY_HAND
        )


def _without_emphasis(line: Line) -> Line:
    """A heading; if all of it is emphasis, the emphasis is removed."""
    words = wholly_emphasised(line.text)
    return line if words is None else replace(line, text=words)


def _written(text: PrintedText) -> PrintedText:
    """A text as records write it."""
    notes = tuple(map(write_escapes, text.notes))
    return replace(text, text=write_escapes(text.text), notes=notes)
