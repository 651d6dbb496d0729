"""Resolutions and decisions in a document: where each begins and ends, and its texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise, takewhile, zip_longest
from unicodedata import normalize

from compendium.documents.account import Fate
from compendium.documents.blocks import Block, Hand, Kind, blocks_of, ends, note_marks, settle_notes
from compendium.documents.headings import Headings, begins_another, headings_of
from compendium.documents.outline import texts_of
from compendium.documents.printed import PrintedRecord, PrintedText
from compendium.documents.words import load_words
from compendium.languages.language import Language
from compendium.model.markup import NOTE, read_escapes, unshield
from compendium.model.record_texts import FORMULA, TITLE
from compendium.model.units import PREAMBULAR_STEP

_CLOSING = ".!?"  # marks that end a text


@dataclass(frozen=True, slots=True)
class ReadRecords:
    """Records as read.

    `unnumbered` are the records whose operative paragraphs have no number. `annexes` are the lines
    where annexes begin. `left_out` are the paragraphs that only announce the next record. `left`
    records where each line went that is not part of a text. `notes` are the notes by their numbers.
    """

    records: tuple[PrintedRecord, ...]
    unnumbered: tuple[PrintedRecord, ...]
    annexes: tuple[int, ...]
    left_out: tuple[Block, ...]
    left: Mapping[int, Fate]
    notes: Mapping[str, Block]


def read_records(
    lines: Sequence[str],
    language: Language,
    hand: Hand,
    styled: frozenset[int] = frozenset(),
    number: str = "",
) -> ReadRecords | None:
    """Read resolutions and decisions; return None if no line is the heading of one.

    Args:
        lines: the whole document.
        language: its language.
        hand: how it is written.
        styled: the numbers of the lines that are headings by their format, each a whole paragraph.
        number: the number, from its symbol, of the record that the document is; or empty.
    """
    headings = headings_of(language).of_one(lines, number)
    if not any(headings.record(line) for line in lines):
        return None

    ended = False

    def heading(line: str) -> Kind | None:
        nonlocal ended
        if headings.record(line):
            ended = False
            return Kind.RECORD
        if headings.heads_part(line) and not ends(Block(Kind.PLAIN, "", line), hand, commas=True):
            return Kind.SUBHEADING
        is_end = headings.ends_record(line)
        ended = (ended or is_end) and headings.closes(line)  # also the date below the meeting
        return Kind.HEADING if is_end or ended else None

    blocks, notes = settle_notes(blocks_of(lines, heading, hand))
    starts = [place for place, block in enumerate(blocks) if block.kind is Kind.RECORD]
    reading = _Reading(language, headings, notes, load_words(language.code).announces)
    reading.fates |= _fates(blocks[: starts[0]], Fate.HEAD, notes)
    for start, end in pairwise([*starts, len(blocks)]):
        reading.take(blocks[start:end], styled, followed=end < len(blocks))
    return reading.settled(blocks)


@dataclass
class _Reading:
    """The records read so far, and where the lines went that are not part of their texts."""

    language: Language
    headings: Headings
    notes: Mapping[str, Block]
    announces: Sequence[str]
    records: list[PrintedRecord] = field(default_factory=list)
    unnumbered: list[PrintedRecord] = field(default_factory=list)
    left_out: list[Block] = field(default_factory=list)
    fates: dict[int, Fate] = field(default_factory=dict)

    def take(self, blocks: Sequence[Block], styled: frozenset[int], *, followed: bool) -> None:
        """Read the record whose heading is the first of the blocks; other records may follow it."""
        head = self.headings.record(blocks[0].text)
        assert head is not None
        body, left = _body(_with_subheadings(blocks[1:], styled), self.announces, self.headings)
        opens = followed and len(body) == len(blocks) - 1
        if body and _announces(body[-1], self.announces, opens=opens):
            left.append(body.pop())
        taken = {block.line for block in body}
        outside = [block for block in blocks if block.line not in taken]
        self.fates |= _after(outside, self.headings, self.notes)
        self._leave_out(left)
        texts = texts_of(body, self.notes, titled=True, is_formula=self.headings.is_formula)
        numbered = _with_operative(texts, self.language)
        self.records.append(PrintedRecord(*head, numbered, blocks[0].line))
        self.unnumbered += self.records[-1:] if numbered is not texts else []

    def _leave_out(self, blocks: Iterable[Block]) -> None:
        self.left_out += blocks
        for block in blocks:
            is_heading = block.kind in {Kind.HEADING, Kind.SUBHEADING}
            fate = Fate.HEADING if is_heading else Fate.INTRODUCTION
            self.fates |= _fates([block], fate, self.notes)

    def settled(self, blocks: Iterable[Block]) -> ReadRecords:
        """The records read from all blocks of a document."""
        kept = _without_contents(self.records)
        for record in self.records:
            if record not in kept:
                lines = (line for text in record.texts for line in text.lines)
                self.fates |= dict.fromkeys(lines, Fate.CONTENTS)
        of_kind = (block for block in blocks if block.kind is Kind.HEADING)
        annexes = tuple(block.line for block in of_kind if self.headings.is_annex(block.text))
        unnumbered, left_out = tuple(self.unnumbered), tuple(self.left_out)
        return ReadRecords(kept, unnumbered, annexes, left_out, self.fates, self.notes)


def _fates(blocks: Iterable[Block], fate: Fate, notes: Mapping[str, Block]) -> dict[int, Fate]:
    """Where the lines of some blocks went, with the lines of the notes that these blocks call."""
    fates: dict[int, Fate] = {}
    for block in blocks:
        named = (notes[mark] for mark in note_marks(block.text) if mark in notes)
        lines = (*block.lines, *(line for note in named for line in note.lines))
        fates |= dict.fromkeys(lines, fate)
    return fates


def _after(
    blocks: Sequence[Block], headings: Headings, notes: Mapping[str, Block]
) -> dict[int, Fate]:
    """Where the lines of a record went that are not part of its texts; the first is its heading."""
    number, *others = blocks
    fates = _fates([number], Fate.NUMBER, notes)
    fate = Fate.INTRODUCTION
    for block in others:
        if block.kind is Kind.HEADING and fate is not Fate.ANNEX:
            fate = headings.fate(block.text)
        elif fate is Fate.CLOSING and not headings.closes(block.text):
            fate = Fate.NOWHERE  # it may be part of what was adopted
        fates |= _fates([block], fate, notes)
    return fates


def _with_subheadings(blocks: Sequence[Block], styled: frozenset[int]) -> list[Block]:
    """The blocks after the number of a record; those with the format of a heading are headings.

    The first blocks are its title and its formula. A block that begins with the number of a record
    is not a text of this record, but the heading of another record in an unknown form.
    """
    return [
        replace(block, kind=Kind.SUBHEADING)
        if place > 1 and block.kind is Kind.PLAIN and block.line in styled
        else replace(block, kind=Kind.STRAY)
        if block.kind is Kind.PLAIN and begins_another(block.text)
        else block
        for place, block in enumerate(blocks)
    ]


def _body(
    blocks: Sequence[Block], announces: Sequence[str], headings: Headings
) -> tuple[list[Block], list[Block]]:
    """The blocks of a record up to the heading that ends it, and the doubtful blocks left out.

    A subheading does not end the record if the numbers continue after it, unless the paragraphs
    announce another record. If the numbers continue after the heading of a section, the paragraphs
    may belong to the record, which is in doubt.
    """
    body: list[Block] = []
    left: list[Block] = []
    following_number = "1"
    for block, following in zip_longest(blocks, blocks[1:]):
        if block.kind is Kind.NUMBER:
            following_number = str(int(block.mark) + 1)
        if block.kind is Kind.SUBHEADING:
            (body if _is_before_number(block, blocks) else left).append(block)
            continue
        if block.kind is Kind.HEADING:
            ends = headings.is_annex(block.text) or following is None
            if ends or following is None or following.mark != following_number:
                return body, left
            if _announces(following, announces, opens=True):
                return body, left
            if not headings.report.subheading.match(block.text):
                return body, [*left, following]
            left.append(block)
        body.append(block)
    return body, left


def _is_before_number(heading: Block, blocks: Sequence[Block]) -> bool:
    """Whether a numbered paragraph follows a heading, perhaps after other headings."""
    after = blocks[blocks.index(heading) + 1 :]
    following = next((block for block in after if block.kind is not Kind.SUBHEADING), None)
    return following is not None and following.kind is Kind.NUMBER and not note_marks(heading.text)


def _announces(block: Block, announces: Sequence[str], *, opens: bool) -> bool:
    """Whether a paragraph belongs to the report and announces the next record.

    A paragraph that ends with a colon and introduces only the next record is not operative.
    """
    with_colon = normalize("NFKC", block.text.rstrip()).endswith(":")
    says = any(re.search(pattern, block.text) for pattern in announces)
    return block.kind is Kind.NUMBER and (says or (opens and with_colon))


def _with_operative(texts: tuple[PrintedText, ...], language: Language) -> tuple[PrintedText, ...]:
    """The texts; if nothing has a number or a letter, the last ones become operative paragraphs.

    The formula and the paragraphs of the preamble end with commas. A text that ends with a full
    stop is a decision.
    """
    if any(text.steps[0][:1] not in {"#", *PREAMBULAR_STEP[:1]} for text in texts):
        return texts
    closing = tuple(_CLOSING + "".join(map(language.writing.final_marks.get, _CLOSING, _CLOSING)))
    places = [
        place
        for place, text in enumerate(texts)
        if text.steps == FORMULA or text.steps[0] == PREAMBULAR_STEP
    ]
    decided = list(
        takewhile(lambda place: _bare(texts[place].text).endswith(closing), reversed(places))
    )
    if not decided:
        return texts
    numbers = {place: str(count) for count, place in enumerate(reversed(decided), start=1)}
    return tuple(
        replace(text, steps=(numbers[place],)) if place in numbers else text
        for place, text in enumerate(texts)
    )


def _bare(text: str) -> str:
    return unshield(NOTE.sub("", read_escapes(text))).rstrip("*”“’»)")


def _without_contents(records: Sequence[PrintedRecord]) -> tuple[PrintedRecord, ...]:
    """The records, without those that only a table of contents lists and that come again."""
    kept: list[PrintedRecord] = []
    for place, record in enumerate(records):
        named = _letters(text.text for text in record.texts)
        titles = (
            _letters(text.text for text in later.texts if text.steps == TITLE)
            for later in records[place + 1 :]
            if (later.kind, later.number) == (record.kind, record.number)
        )
        if not any(named in {"", title} for title in titles):
            kept.append(record)
    return tuple(kept)


def _letters(texts: Iterable[str]) -> str:
    """The letters of texts, without figures such as page numbers."""
    return "".join(filter(str.isalpha, "".join(texts).casefold()))
