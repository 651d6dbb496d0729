"""Reads documents with one section for each gathering: the book and the consolidated record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from compendium.collating.published_words import published_language, section_heading
from compendium.documents.blocks import Block, Kind, blocks_of, settle_notes
from compendium.documents.outline import texts_of
from compendium.documents.printed import PrintedRecord, PrintedSection
from compendium.languages.days import days_in
from compendium.languages.forms import kinds_by_name
from compendium.languages.numbers import ordinal_of
from compendium.model.gatherings import RecordKind
from compendium.model.roman import roman_or_figures

_PART = re.compile(r"([A-Z])\. \S")
_NUMBER = re.compile(r"\d+/\w+")
_CONTENTS = re.compile(r"(?P<title>[^\t]*\S)\t+[ivxlc\d]+")


def sections_of(text: str) -> list[PrintedSection]:
    """Read the sections of a document: those of its parts, if its contents name any.

    Parts, and what follows the last section, are recognised by the headings in the document's own
    table of contents; sections by their wording; records by their numbers.
    """
    lines = text.split("\n")
    titles = {entry["title"].strip() for entry in map(_CONTENTS.fullmatch, lines) if entry}

    def heading(line: str) -> Kind | None:
        if _record_head(line) is not None:
            return Kind.RECORD
        return Kind.HEADING if line in titles or section_heading().fullmatch(line) else None

    body_lines = (line for line in lines if not _CONTENTS.fullmatch(line))
    blocks, notes = settle_notes(blocks_of(body_lines, heading))
    sections, part, count = [], None, 0
    for place, block in enumerate(blocks):
        if block.kind is not Kind.HEADING:
            continue
        if section_heading().fullmatch(block.text):
            count += 1
            body = takewhile(lambda other: other.kind is not Kind.HEADING, blocks[place + 1 :])
            sections.append(_section(part, count, block.text, _records(list(body), notes)))
        elif (match := _PART.match(block.text)) is not None:
            part, count = match[1], 0
    return sections


def _section(
    part: str | None, count: int, heading: str, records: tuple[PrintedRecord, ...]
) -> PrintedSection:
    match = section_heading().fullmatch(heading)
    assert match is not None
    language = published_language()
    return PrintedSection(
        part=part,
        numeral=match["numeral"],
        expected=roman_or_figures(count),
        ordinal=ordinal_of(match["ordinal"], language.writing.numbers) or 0,
        heading=heading,
        dates=days_in(match["when"], language),
        records=records,
    )


def _records(blocks: Sequence[Block], notes: dict[str, Block]) -> tuple[PrintedRecord, ...]:
    """The records of a section; the text before the first record has a record without a kind."""
    starts = [place for place, block in enumerate(blocks) if block.kind is Kind.RECORD]
    before = texts_of(blocks[: starts[0]] if starts else blocks, notes, titled=False)
    records = [PrintedRecord(None, "", before)] if before else []
    for start, end in pairwise([*starts, len(blocks)]):
        kind, number = _record_head(blocks[start].text) or (None, "")
        texts = texts_of(blocks[start + 1 : end], notes, titled=True)
        records.append(PrintedRecord(kind, number, texts))
    return tuple(records)


def _record_head(heading: str) -> tuple[RecordKind, str] | None:
    """The kind and number that the heading of a record gives; None for any other line."""
    name, _, number = heading.partition(" ")
    kind = kinds_by_name(published_language()).get(name)
    return (kind, number) if kind and _NUMBER.fullmatch(number) else None
