"""The outline of a record: the number, letter or item of each block, by its sequence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from unicodedata import normalize

from compendium.documents.blocks import Block, Kind, note_marks, with_counted_marks
from compendium.documents.powers import with_powers_kept
from compendium.documents.printed import STRAY, PrintedText
from compendium.model.list_letters import ALPHABET, next_letter
from compendium.model.markup import write_escapes
from compendium.model.record_texts import FORMULA, REMARK, TITLE
from compendium.model.roman import is_roman, next_roman
from compendium.model.units import CLOSING_STEP, HEADING_STEP, PREAMBULAR_STEP

_ALL_EMPHASIS = re.compile(r"(?:\*[^*]+\*[^\w*]*)+")
_LONGEST_FORMULA = 100  # letters of a formula that is not all emphasis
_FIRST_CLAUSE = re.compile(r"[,،，:：]")  # noqa: RUF001 - the marks that end it

_Text = tuple[tuple[str, ...], Block]  # steps


def texts_of(
    blocks: Sequence[Block],
    notes: Mapping[str, Block],
    *,
    titled: bool,
    is_formula: Callable[[str], bool] | None = None,
) -> tuple[PrintedText, ...]:
    """Read the blocks of one record as texts with their steps.

    A record with a title begins with its title and its enacting formula; the unnumbered texts after
    these are its preamble. A record without a title may begin with a remark.

    Args:
        blocks: the blocks of the record.
        notes: the notes, by their numbers.
        titled: whether it has a title.
        is_formula: a function that recognizes an enacting formula by its words, or None.
    """
    outline = _Outline(
        [TITLE, FORMULA] if titled else [REMARK],
        counts_preamble=titled,
        numbered=any(block.kind is Kind.NUMBER for block in blocks),
        is_formula=is_formula or bool,
        formula=_formula(blocks, is_formula) if titled and is_formula else None,
    )
    for block in blocks:
        outline.take(block)
    texts = (*outline.texts, *_misplaced_counts(blocks, titled=titled))
    return tuple(_printed(steps, block, notes) for steps, block in texts)


def _formula(blocks: Iterable[Block], is_formula: Callable[[str], bool]) -> Block | None:
    """The first paragraph, between the title and the first number, that is entirely a formula."""
    before = takewhile(lambda block: block.kind is not Kind.NUMBER, blocks)
    plain = [block for block in before if block.kind is Kind.PLAIN]
    return next((block for block in plain[1:] if is_formula(block.text)), None)


def _printed(steps: tuple[str, ...], block: Block, notes: Mapping[str, Block]) -> PrintedText:
    """A text with its notes."""
    text = with_powers_kept(block.text, notes)
    own = [notes.get(mark) for mark in note_marks(text)]
    return PrintedText(
        steps,
        write_escapes(with_counted_marks(text)),
        tuple(write_escapes(note.text) if note else "" for note in own),
        block.line,
        block.printed,
        block.lines,
        tuple(line for note in own if note for line in note.lines),
    )


# The ends of a text in a list that is not the last of its paragraph.
GOING_ON = (";", ",", "\u061b", "\u060c")
FIRST_MARKS = frozenset({"a", "i"})  # of a list: a letter, a small Roman numeral


def followers(mark: str) -> frozenset[str]:
    """The marks that may follow a mark in a list: the next letter or the next small Roman numeral.

    >>> sorted(followers("h")), sorted(followers("i"))
    (['i'], ['ii', 'j'])
    """
    letter = {next_letter(mark)} if mark[0] in ALPHABET else set()
    return frozenset(letter | ({next_roman(mark)} if is_roman(mark) else set()))


def comes_as_letter(mark: str, letter: str, item: str, *, announced: bool) -> bool:
    """Distinguish subparagraph (i) from item (i): the mark that comes next is meant.

    If both come next, items follow a text that announces them with a colon, and continue to the end
    of that list.

    Args:
        mark: the mark before a text.
        letter: the last letter before it; empty if there is none.
        item: the last item below that letter.
        announced: whether the text before it ends with a colon.
    """
    as_item = bool(letter) and mark == next_roman(item)
    as_letter = mark == next_letter(letter)
    if as_item and as_letter:
        as_letter = not (item or announced)
    return as_letter or not (as_item or (bool(item) and is_roman(mark)))


@dataclass
class _Outline:
    """The current place in the record, and the texts read so far."""

    openings: list[tuple[str, ...]]
    counts_preamble: bool
    numbered: bool  # so that letters before the first number belong to the preamble
    is_formula: Callable[[str], bool]
    formula: Block | None  # the enacting formula, if it comes before the first number
    texts: list[_Text] = field(default_factory=list)
    number: tuple[str, ...] = ()
    letter: str = ""
    item: str = ""
    preambular: int = 0
    headings: list[Block] = field(default_factory=list)  # headings before the next number
    announced: bool = False  # whether the last text ends with a colon

    def take(self, block: Block) -> None:
        """Add a block to the texts, with the steps that lead to it."""
        match block.kind:
            case Kind.NUMBER:
                self.number, self.letter, self.item = (block.mark,), "", ""
                for count, heading in enumerate(self.headings, start=1):
                    self.texts.append(((block.mark, HEADING_STEP, str(count)), heading))
                self.headings = []
                self._add(self.number, block)
            case Kind.SUBHEADING:
                self.headings.append(block)
            case Kind.LETTER:
                self._add((*self._above(), *self._letter_steps(block.mark)), block)
            case Kind.ITEM if self.letter:
                self.item = block.mark
                self._add((*self._above(), self.letter, self.item), block)
            case Kind.PLAIN:
                self._add(self._plain_steps(block), block)
            case Kind.STRAY | Kind.ITEM:
                self.texts.append((STRAY, block))
        if block.kind in {Kind.NUMBER, Kind.LETTER}:
            self.openings = []

    def _opens_preamble(self, text: str) -> bool:
        """Whether a text at the place of an enacting formula is a paragraph of the preamble.

        A formula is all emphasis, or short, and begins with the name of a body. A paragraph begins
        with its emphasised verb.
        """
        emphasised = text.startswith("*") and not _ALL_EMPHASIS.fullmatch(text.strip())
        name = _FIRST_CLAUSE.split(text, maxsplit=1)[0]
        return (emphasised and len(text) > _LONGEST_FORMULA) or not self.is_formula(name)

    def _add(self, steps: tuple[str, ...], block: Block) -> None:
        self.texts.append((steps, block))
        self.announced = normalize("NFKC", block.text.rstrip()).endswith(":")

    def _above(self) -> tuple[str, ...]:
        """The steps above a letter: those of the number or of the preambular paragraph."""
        if self.number or not (self.numbered and self.preambular):
            return self.number
        return (PREAMBULAR_STEP, str(self.preambular))

    def _plain_steps(self, block: Block) -> tuple[str, ...]:
        if self.openings == [FORMULA] and self._opens_preamble(block.text):
            if self.formula is not None:
                return STRAY  # it is between the title and the formula
            self.openings = []
        if self.openings:
            return self.openings.pop(0)
        if self.number and self.letter and self.counts_preamble and self._list_goes_on():
            self.letter, self.item = "", ""
            return (*self.number, CLOSING_STEP)
        if not self.counts_preamble or self.number or (self.letter and not self.numbered):
            return STRAY
        self.preambular += 1
        self.letter, self.item = "", ""
        return (PREAMBULAR_STEP, str(self.preambular))

    def _list_goes_on(self) -> bool:
        """Whether the last text belongs to a list that has not ended."""
        return normalize("NFKC", self.texts[-1][1].text.rstrip()).endswith(GOING_ON)

    def _letter_steps(self, mark: str) -> tuple[str, ...]:
        """The steps of a letter, or of an item below it."""
        if comes_as_letter(mark, self.letter, self.item, announced=self.announced):
            self.letter, self.item = mark, ""
            return (mark,)
        self.item = mark
        return (self.letter, mark)


def _misplaced_counts(blocks: Iterable[Block], *, titled: bool) -> list[_Text]:
    """The counts in the margin that are neither before nor after the paragraph that they count."""
    misplaced: list[_Text] = []
    seen = -2 if titled else 0  # the title and the formula do not count
    for block in blocks:
        if block.kind is Kind.PLAIN:
            seen += 1
        elif block.kind is Kind.COUNT and int(block.mark) not in {seen, seen + 1}:
            label = f"{PREAMBULAR_STEP.upper()} {block.mark}"
            misplaced.append((STRAY, replace(block, text=label)))
    return misplaced
