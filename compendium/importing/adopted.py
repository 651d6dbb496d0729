"""What was adopted: the recommendations of a report, or resolutions and decisions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from compendium.collating.blocks import Block, Hand, Kind, blocks_of, settle_notes
from compendium.collating.outline import texts_of
from compendium.collating.printed import PrintedRecord, PrintedText
from compendium.collating.reports import read_recommendations, recommendations_section
from compendium.importing.marks import hand_of
from compendium.importing.original import Line, Original, Style
from compendium.importing.words import Words, load_words, report_words
from compendium.languages.language import Language
from compendium.model.gatherings import Citation, RecordKind
from compendium.model.units import PREAMBULAR_STEP

_WHOLLY_EMPHASISED = re.compile(r"\*([^*]+)\*")
_NUMBERED_TITLE = re.compile(r"(\d+/\d+)\s?\.?\s+(\S.*)")


@dataclass(frozen=True, slots=True)
class Adopted:
    """What was read: recommendations and how they are cited, or records.

    `original` are the lines that the texts count; `unnumbered` are the numbers of records with an
    operative paragraph without number; `annexes` the lines where annexes begin, which are left.
    """

    original: Original
    recommendations: tuple[PrintedText, ...] = ()
    cited_by: Citation = Citation.PARAGRAPHS
    records: tuple[PrintedRecord, ...] = ()
    unnumbered: tuple[str, ...] = ()
    annexes: tuple[int, ...] = ()


def read_adopted(original: Original, language: Language, symbol: str | None) -> Adopted:
    """Read what was adopted: records where the document has any, else recommendations.

    Args:
        original: the document.
        language: its language.
        symbol: its document symbol, which ends with the number of a resolution that it is alone.
    """
    hand = hand_of(language, original.flow)
    prepared = replace(original, lines=tuple(_prepared(original.lines, hand.clean, symbol)))
    heads = _record_heads(language)
    if any(_head(line.text, heads) for line in prepared.lines):
        return _read_records(prepared, language, hand, heads)
    return _read_report(prepared, language, hand)


def _prepared(
    lines: Sequence[Line], clean: Callable[[str], str], symbol: str | None
) -> Iterator[Line]:
    """Lines made tidy; number and title of a resolution stand in lines of their own."""
    for line in lines:
        text = clean(line.text)
        whole = _WHOLLY_EMPHASISED.fullmatch(text)
        if whole or line.style is Style.HEADING:
            text = text.replace("*", "")
        titled = _NUMBERED_TITLE.fullmatch(text)
        if titled and symbol and symbol.endswith(f"/{titled[1]}"):
            yield replace(line, text=titled[1], style=Style.HEADING)
            yield replace(line, text=titled[2].replace("*", ""), style=Style.TEXT)
        else:
            yield replace(line, text=text)


def _read_report(prepared: Original, language: Language, hand: Hand) -> Adopted:
    words = report_words(language)
    lines = [line.text for line in prepared.lines]
    headings = frozenset(line.text for line in prepared.lines if line.style is Style.HEADING)
    section = recommendations_section(lines, words)
    single = any(words.single.fullmatch(line) for line in section)
    return Adopted(
        prepared,
        recommendations=read_recommendations(lines, words, hand, headings),
        cited_by=Citation.RECOMMENDATIONS if single else Citation.PARAGRAPHS,
    )


def _record_heads(language: Language) -> dict[RecordKind, re.Pattern[str]]:
    """The heading of a record by its kind, such as "Resolution 10/3"."""
    heads = {}
    for kind in RecordKind:
        before, _, after = language.records[kind].partition("{number}")
        words = [r"\s?".join(map(re.escape, part.split())) for part in (before, after)]
        heads[kind] = re.compile(rf"{words[0]}\s?(\d+/\w+)\s?{words[1]}\.?")
    return heads


def _head(
    line: str, heads: dict[RecordKind, re.Pattern[str]]
) -> tuple[RecordKind | None, str] | None:
    """The kind and number in the heading of a record; a number alone says no kind."""
    for kind, pattern in heads.items():
        found = pattern.fullmatch(line)
        if found:
            return kind, found[1]
    return (None, line) if re.fullmatch(r"\d+/\d+", line) else None


def _read_records(
    prepared: Original,
    language: Language,
    hand: Hand,
    heads: dict[RecordKind, re.Pattern[str]],
) -> Adopted:
    words = load_words(language.code)
    lines = [line.text for line in prepared.lines]
    blocks, notes = settle_notes(blocks_of(lines, _headings(language, words, heads), hand))
    starts = [place for place, block in enumerate(blocks) if block.kind is Kind.RECORD]
    records, unnumbered = [], []
    for start, end in pairwise([*starts, len(blocks)]):
        head = _head(blocks[start].text, heads)
        assert head is not None
        body = list(
            takewhile(lambda block: block.kind is not Kind.HEADING, blocks[start + 1 : end])
        )
        texts = texts_of(body, notes, titled=True)
        numbered = _with_operative(texts, hand)
        if numbered is not texts:
            unnumbered.append(head[1])
        records.append(PrintedRecord(head[0], head[1], numbered))
    return Adopted(
        prepared,
        records=tuple(records),
        unnumbered=tuple(unnumbered),
        annexes=tuple(_annexes(blocks, words)),
    )


def _headings(
    language: Language, words: Words, heads: dict[RecordKind, re.Pattern[str]]
) -> Callable[[str], Kind | None]:
    """What knows the lines that begin a record, and those that end one."""
    section = report_words(language).section

    def heading(line: str) -> Kind | None:
        if _head(line, heads):
            return Kind.RECORD
        over = _says(line, (*words.ends, *words.annexes)) or section.fullmatch(line)
        return Kind.HEADING if over else None

    return heading


def _annexes(blocks: Sequence[Block], words: Words) -> Iterator[int]:
    for block in blocks:
        if block.kind is Kind.HEADING and _says(block.text, words.annexes):
            yield block.line


def _says(line: str, patterns: Sequence[str]) -> bool:
    return any(re.fullmatch(pattern, line) for pattern in patterns)


def _with_operative(texts: tuple[PrintedText, ...], hand: Hand) -> tuple[PrintedText, ...]:
    """The texts, the last of them as paragraph 1 where nothing has a number or a letter.

    A preambular paragraph ends with a comma; what ends with a stop is what was decided.
    """
    last = texts[-1] if texts else None
    if last is None or any(text.steps[0][:1] not in {"#", *PREAMBULAR_STEP[:1]} for text in texts):
        return texts
    ended = re.sub(r"\[\^\d+\]", "", last.text).rstrip("*”“’»)").endswith(hand.stops)
    if last.steps[0] != PREAMBULAR_STEP or not ended:
        return texts
    return (*texts[:-1], replace(last, steps=("1",)))
