"""Resolutions and decisions in a document: where each begins and ends, and what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from compendium.collating.blocks import Block, Hand, Kind, blocks_of, settle_notes
from compendium.collating.outline import texts_of
from compendium.collating.printed import FORMULA, STRAY, TITLE, PrintedRecord, PrintedText
from compendium.importing.headings import headings_of
from compendium.importing.words import load_words
from compendium.languages.language import Language
from compendium.model.units import PREAMBULAR_STEP

_HEADS = frozenset({TITLE, FORMULA, STRAY})
_UNENDED = frozenset(":;：；؛")  # noqa: RUF001 - marks after which more is to come


@dataclass(frozen=True, slots=True)
class ReadRecords:
    """Records as read.

    `unnumbered` are those whose operative paragraphs bear no number, `annexes` the lines where
    annexes begin, `left_out` the paragraphs that only announce the next record.
    """

    records: tuple[PrintedRecord, ...]
    unnumbered: tuple[PrintedRecord, ...]
    annexes: tuple[int, ...]
    left_out: tuple[Block, ...]


def read_records(lines: Sequence[str], language: Language, hand: Hand) -> ReadRecords | None:
    """Read resolutions and decisions; None where no line is the heading of one."""
    headings = headings_of(language)
    if not any(headings.record(line) for line in lines):
        return None

    def heading(line: str) -> Kind | None:
        if headings.record(line):
            return Kind.RECORD
        return Kind.HEADING if headings.ends_record(line) else None

    announces = load_words(language.code).announces
    blocks, notes = settle_notes(blocks_of(lines, heading, hand))
    starts = [place for place, block in enumerate(blocks) if block.kind is Kind.RECORD]
    records: list[PrintedRecord] = []
    unnumbered: list[PrintedRecord] = []
    left_out: list[Block] = []
    for start, end in pairwise([*starts, len(blocks)]):
        body = _body(blocks[start + 1 : end], announces, headings.report.subheading)
        followed = end < len(blocks) and len(body) == end - start - 1
        while body and _announces(body[-1], announces, followed=followed):
            left_out.append(body.pop())
        left_out += [block for block in body if block.kind is Kind.HEADING]
        head = headings.record(blocks[start].text)
        assert head is not None
        texts = texts_of(body, notes, titled=True)
        numbered = _with_operative(texts, hand)
        records.append(PrintedRecord(*head, numbered, blocks[start].line))
        unnumbered += records[-1:] if numbered is not texts else []
    annexes = (b.line for b in blocks if b.kind is Kind.HEADING and headings.is_annex(b.text))
    return ReadRecords(
        _without_contents(records), tuple(unnumbered), tuple(annexes), tuple(left_out)
    )


def _body(
    blocks: Sequence[Block], announces: Sequence[str], subheading: re.Pattern[str]
) -> list[Block]:
    """The blocks of a record, to the heading that ends it.

    A subheading does not where its numbers count on, unless they announce the next record.
    """
    body: list[Block] = []
    last = 0
    for place, block in enumerate(blocks):
        if block.kind is Kind.NUMBER:
            last = int(block.mark)
        if block.kind is Kind.HEADING:
            following = blocks[place + 1] if place + 1 < len(blocks) else block
            counts_on = following.kind is Kind.NUMBER and following.mark == str(last + 1)
            at_end = place + 2 == len(blocks)
            if not (subheading.match(block.text) and counts_on) or _announces(
                following, announces, followed=at_end
            ):
                break
        body.append(block)
    return body


def _announces(block: Block, announces: Sequence[str], *, followed: bool) -> bool:
    """Whether the last paragraph below a record is the report's own, before the next record.

    Nothing operative ends with a colon and is followed by the heading of another record.
    """
    opens = followed and block.text.rstrip().endswith((":", "："))  # noqa: RUF001 - in Chinese
    says = any(re.search(pattern, block.text) for pattern in announces)
    return block.kind is Kind.NUMBER and (opens or says)


def _with_operative(texts: tuple[PrintedText, ...], hand: Hand) -> tuple[PrintedText, ...]:
    """The texts, those at the end as paragraphs where nothing has a number or a letter.

    Formula and preamble end with commas; what ends with a stop is what was decided.
    """
    if any(text.steps[0][:1] not in {"#", *PREAMBULAR_STEP[:1]} for text in texts):
        return texts
    closing = tuple(mark for mark in hand.stops if mark not in _UNENDED)
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
    return re.sub(r"\[\^\d+\]", "", text).rstrip("*”“’»)")


def _without_contents(records: Sequence[PrintedRecord]) -> tuple[PrintedRecord, ...]:
    """The records without those that a list of contents only names, which come again."""
    kept: list[PrintedRecord] = []
    for place, record in enumerate(records):
        named_only = all(text.steps in _HEADS for text in record.texts)
        later = {(one.kind, one.number) for one in records[place + 1 :]}
        if not (named_only and (record.kind, record.number) in later):
            kept.append(record)
    return tuple(kept)
