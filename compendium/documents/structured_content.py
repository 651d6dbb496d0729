"""The adopted texts of a document whose file states the role of each line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from compendium.documents.account import Fate
from compendium.documents.before_number import may_be_adopted
from compendium.documents.blocks import Block, Hand, Kind
from compendium.documents.content import DocumentContent
from compendium.documents.divisions import cut_off, doubtful_parts, first_without_formula
from compendium.documents.document_annexes import (
    Annexed,
    doubts_in,
    read_annexes,
    structured_pieces,
    with_annexes,
)
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.headings import Headings
from compendium.documents.joined_lines import doubts_of_lines
from compendium.documents.original import BY_HAND, Original, Role
from compendium.documents.paragraph_numbers import with_headings
from compendium.documents.printed import PrintedRecord
from compendium.documents.record_structure import Structured, read_structures
from compendium.errors import InputError
from compendium.model.record_numbers import is_record_number, number_of_symbol

_FATES = {
    Role.HEAD: Fate.HEAD,
    Role.NUMBER: Fate.NUMBER,
    Role.HEADING: Fate.HEADING,
    Role.CLOSING: Fate.CLOSING,
    Role.ANNEX: Fate.ANNEX,
    Role.ORNAMENT: Fate.ORNAMENT,
}


def read_structure(
    original: Original, hand: Hand, symbol: str | None, headings: Headings
) -> DocumentContent:
    """Read the adopted texts of a document whose file states the role of each line.

    Args:
        original: the document.
        hand: how it is written.
        symbol: its document symbol, which gives its number to a record that prints none.
        headings: recognizes the headings of its language.

    Raises:
        InputError: if one of several records has no number, or the structure fits no record.
    """
    original = with_headings(original, hand)
    structures = [
        _numbered(structure, original, start, symbol)
        for start, structure in zip(original.starts, read_structures(original, hand), strict=True)
    ]
    if not all(structure.number for structure in structures):
        return DocumentContent(original)
    annexed = list(_annexes(original, hand, headings))
    records = [
        with_annexes(
            PrintedRecord(None, structure.number, structure.texts, structure.line), annexes
        )
        for structure, annexes in zip(structures, annexed, strict=True)
    ]
    pairs = zip(structures, records, strict=True)
    return DocumentContent(
        original,
        records=tuple(records),
        unnumbered=tuple(record for structure, record in pairs if structure.unnumbered),
        annexes=tuple(left for annexes in annexed for left in annexes.left),
        left_out=tuple(_headings_left_out(original, structures)),
        doubted=(*_doubts(original, structures, annexed, records), *cut_off(records, hand)),
        left=dict(_left(original, headings, hand)),
    )


def _doubts(
    original: Original,
    structures: Iterable[Structured],
    annexed: Iterable[Annexed],
    records: Sequence[PrintedRecord],
) -> Iterator[Doubted]:
    """The doubts that the document leaves about its records and their annexes."""
    yield from doubtful_parts(records)
    yield from _without_formula(records)
    for structure in structures:
        yield from structure.doubted
    for annexes in annexed:
        yield from doubts_in(annexes, original)
    yield from doubts_of_lines((text for record in records for text in record.texts), original)


def _without_formula(records: Iterable[PrintedRecord]) -> Iterator[Doubted]:
    """The first paragraphs of the preambles that begin without an enacting formula."""
    for text in filter(None, map(first_without_formula, records)):
        yield Doubted(Doubt.NO_FORMULA, text.line, text.text)


def _annexes(original: Original, hand: Hand, headings: Headings) -> Iterator[Annexed]:
    """The annexes of each record."""
    ends = [*original.starts[1:], len(original.lines) + 1]
    for start, end in zip(original.starts, ends, strict=True):
        yield read_annexes(structured_pieces(original, range(start, end), hand), headings.is_annex)


def _headings_left_out(original: Original, structures: list[Structured]) -> Iterator[Block]:
    """The headings that belong to no text."""
    taken = {line for structure in structures for text in structure.texts for line in text.lines}
    for place, line in enumerate(original.lines, start=1):
        if line.said and line.said.role is Role.HEADING and place not in taken:
            yield Block(Kind.HEADING, "", line.text, place)


def _numbered(read: Structured, original: Original, start: int, symbol: str | None) -> Structured:
    """A record with its number; a record that prints none gets that of the symbol.

    Raises:
        InputError: if one of several records prints none.
    """
    if is_record_number(read.number):
        return read
    if len(original.starts) > 1:
        raise InputError(
            f"{original.place(read.line or start)}: one of several resolutions has no "
            f"number that can be read: {read.number or 'none'}",
            remedy=BY_HAND,
        )
    number = number_of_symbol(symbol or "")
    doubted = (Doubted(Doubt.NUMBER, read.line, number), *read.doubted)
    return replace(read, number=number, doubted=doubted)


def _left(original: Original, headings: Headings, hand: Hand) -> Iterator[tuple[int, Fate]]:
    """Where the lines went that are not texts, by their role.

    A line of the masthead that may be adopted, or a closing line that does not state the adoption,
    is in doubt.
    """
    for place, line in enumerate(original.lines, start=1):
        role = line.said.role if line.said else None
        masthead = role is not Role.HEAD or not may_be_adopted(line.text, hand, headings)
        closing = role is not Role.CLOSING or headings.closes(line.text.replace("*", ""))
        if role in _FATES and masthead and closing:
            yield place, _FATES[role]
