"""What was adopted: the recommendations of a report, or resolutions and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from compendium.documents.account import Account, Fate, account_of
from compendium.documents.blocks import Block, Flow, Hand, Kind
from compendium.documents.divisions import doubtful_divisions, inferred
from compendium.documents.document_annexes import (
    NOT_OWN,
    NOT_WHOLE,
    Annexed,
    LeftAnnex,
    doubts_in,
    open_end,
    paragraph_pieces,
    read_annexes,
    structured_pieces,
)
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.headings import Headings, headings_of
from compendium.documents.joined_lines import doubts_of_lines, joined_lines
from compendium.documents.marks import hand_of, mark_of
from compendium.documents.original import BY_HAND, Original, Role, Style
from compendium.documents.paragraph_numbers import with_headings
from compendium.documents.prepared import prepared_lines
from compendium.documents.printed import STRAY, PrintedRecord, PrintedText
from compendium.documents.record_structure import Structured, read_structures
from compendium.documents.reports import (
    doubtful_sections,
    read_recommendations,
    recommendations_section,
)
from compendium.documents.resolutions import ReadRecords, read_records
from compendium.documents.words import report_words
from compendium.errors import InputError
from compendium.languages.language import Language
from compendium.model.gatherings import Citation
from compendium.model.record_numbers import (
    is_record_number,
    number_of_symbol,
    part_of,
)
from compendium.model.symbols import change_in

_FATES = {
    Role.HEAD: Fate.HEAD,
    Role.NUMBER: Fate.NUMBER,
    Role.HEADING: Fate.HEADING,
    Role.CLOSING: Fate.CLOSING,
    Role.ANNEX: Fate.ANNEX,
    Role.ORNAMENT: Fate.ORNAMENT,
}


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """What was read: recommendations and how they are cited, or records.

    `original` are the lines that the texts count; `unnumbered` are the records whose operative
    paragraphs bear no number; `annexes` those that are left out; `left_out` what stands among the
    texts and was taken for a heading or an introduction; `doubted` what the structure of the
    document does not say; `left` where each line went that is part of no text.
    """

    original: Original
    recommendations: tuple[PrintedText, ...] = ()
    cited_by: Citation = Citation.PARAGRAPHS
    records: tuple[PrintedRecord, ...] = ()
    unnumbered: tuple[PrintedRecord, ...] = ()
    annexes: tuple[LeftAnnex, ...] = ()
    left_out: tuple[Block, ...] = ()
    doubted: tuple[Doubted, ...] = ()
    left: Mapping[int, Fate] = field(default_factory=dict)

    @property
    def account(self) -> Account:
        """Where each line of the document went."""
        records = [record.texts for record in self.records]
        return account_of(self.original, records or [self.recommendations], self.left)

    @property
    def holds_something(self) -> bool:
        """Whether anything was adopted that a number leads to."""
        return bool(self.records) or any(text.steps != STRAY for text in self.recommendations)


def read_adopted(original: Original, language: Language, symbol: str | None) -> DocumentContent:
    """Read what was adopted: records where the document has any, else recommendations.

    Args:
        original: the document.
        language: its language.
        symbol: its document symbol, which ends with the number of a resolution that it is alone.
    """
    hand = hand_of(language, original.flow, [line.text for line in original.lines])
    changed = change_in(symbol or "")
    symbol = changed[1] if changed else symbol
    if any(line.said for line in original.lines):
        return _of_structure(original.changed(hand.clean), hand, symbol, headings_of(language))
    single = report_words(language).single
    lines = tuple(prepared_lines(original.lines, hand.clean, symbol, single))
    prepared = replace(original.changed(hand.clean), lines=lines)
    styled = {n for n, line in enumerate(lines, start=1) if line.style is Style.HEADING}
    whole = original.flow is Flow.FIXED
    texts = [line.text for line in lines]
    number = number_of_symbol(symbol or "")
    read = read_records(texts, language, hand, frozenset(styled if whole else ()), number)
    if read is None:
        return _read_report(prepared, language, hand)
    own = _is_own(read.records, symbol)
    annexed = _annexed(prepared, read, headings_of(language), hand, own=own)
    return DocumentContent(
        prepared,
        records=tuple(_with(record, annexed) for record in read.records),
        unnumbered=tuple(_with(record, annexed) for record in read.unnumbered),
        annexes=annexed.left,
        left_out=read.left_out,
        doubted=(
            *_parts(read.records),
            *inferred(read.records),
            *_divisions(read.records, original, hand),
            *joined_lines((t for r in read.records for t in r.texts), prepared, hand),
            *doubts_of_lines(annexed.texts, prepared),
            *open_end(annexed),
        ),
        left=_of_one(read, prepared, hand) if own else read.left,
    )


def _annexed(
    original: Original, read: ReadRecords, headings: Headings, hand: Hand, *, own: bool
) -> Annexed:
    """The annexes of a document that is one resolution, if each of its lines is a paragraph.

    Of any other document none is kept.
    """
    lines = sorted(line for line, fate in read.left.items() if fate is Fate.ANNEX)
    whole = original.flow in {Flow.WHOLE, Flow.FIXED} and original.counts != "page"
    kept = Annexed()
    if own and whole:
        pieces = paragraph_pieces(original, lines, read.notes, hand)
        kept = read_annexes(pieces, headings.is_annex)
    reason = NOT_WHOLE if own else NOT_OWN
    others = [line for line in read.annexes if not (own and whole and line in lines)]
    left = (LeftAnnex(line, original.lines[line - 1].text, reason) for line in others)
    return replace(kept, left=(*kept.left, *left))


def _with(record: PrintedRecord, annexed: Annexed) -> PrintedRecord:
    return replace(record, texts=(*record.texts, *annexed.texts))


def _parts(records: Iterable[PrintedRecord]) -> Iterator[Doubted]:
    """The records that are parts of a resolution."""
    for record in records:
        if part_of(record.number):
            yield Doubted(Doubt.PART, record.line, record.number)


def _divisions(
    records: Iterable[PrintedRecord], original: Original, hand: Hand
) -> Iterator[Doubted]:
    """Where paragraphs may be divided wrongly, if they were read from pages."""
    return doubtful_divisions(records if original.counts == "page" else (), hand)


def _is_own(records: Sequence[PrintedRecord], symbol: str | None) -> bool:
    """Whether a document is one resolution alone, whose number ends its symbol."""
    return len(records) == 1 and bool(symbol) and str(symbol).endswith(f"/{records[0].number}")


def _of_one(read: ReadRecords, original: Original, hand: Hand) -> dict[int, Fate]:
    """Where the lines of a document went that is one resolution: it has no other sections.

    What stands after its end is where and when it was adopted, or an annex; a paragraph there with
    a number or a letter belongs to it.
    """
    after = {Fate.CLOSING, Fate.INTRODUCTION}
    return {
        line: fate
        for line, fate in read.left.items()
        if fate is not Fate.ELSEWHERE
        and (fate not in after or not _is_passage(original.lines[line - 1].text, hand))
    }


def _is_passage(line: str, hand: Hand) -> bool:
    """Whether a line begins with the number or letter of a paragraph."""
    return mark_of(line, hand)[0] in {Kind.NUMBER, Kind.LETTER, Kind.ITEM}


def _of_structure(
    original: Original, hand: Hand, symbol: str | None, headings: Headings
) -> DocumentContent:
    """What a document adopted whose lines say what they are."""
    original = with_headings(original, hand)
    read = [
        _numbered(one, original, start, symbol)
        for start, one in zip(original.starts, read_structures(original, hand), strict=True)
    ]
    if not all(one.number for one in read):
        return DocumentContent(original)
    ends = [*original.starts[1:], len(original.lines) + 1]
    annexed = [
        read_annexes(structured_pieces(original, range(*lines), hand), headings.is_annex)
        for lines in zip(original.starts, ends, strict=True)
    ]
    records = [
        _with(PrintedRecord(None, one.number, one.texts, one.line), own)
        for one, own in zip(read, annexed, strict=True)
    ]
    taken = {line for one in read for text in one.texts for line in text.lines}
    within = (
        Block(Kind.HEADING, "", line.text, place)
        for place, line in enumerate(original.lines, start=1)
        if line.said and line.said.role is Role.HEADING and place not in taken
    )
    pairs = zip(read, records, strict=True)
    return DocumentContent(
        original,
        records=tuple(records),
        unnumbered=tuple(record for one, record in pairs if one.unnumbered),
        annexes=tuple(left for own in annexed for left in own.left),
        left_out=tuple(within),
        doubted=(
            *_parts(records),
            *(doubted for one in read for doubted in one.doubted),
            *(doubted for own in annexed for doubted in doubts_in(own, original)),
            *doubts_of_lines((text for one in records for text in one.texts), original),
        ),
        left=dict(_left(original, headings)),
    )


def _numbered(read: Structured, original: Original, start: int, symbol: str | None) -> Structured:
    """A record with its number; one that prints none has that of the symbol.

    Raises:
        InputError: if one among several prints none.
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


def _left(original: Original, headings: Headings) -> Iterator[tuple[int, Fate]]:
    """Where the lines went that are no text, by what they are.

    What only stands where others say when they were adopted is in doubt.
    """
    for place, line in enumerate(original.lines, start=1):
        role = line.said.role if line.said else None
        closing = role is not Role.CLOSING or headings.closes(line.text.replace("*", ""))
        if role in _FATES and closing:
            yield place, _FATES[role]


def _read_report(prepared: Original, language: Language, hand: Hand) -> DocumentContent:
    words = report_words(language)
    lines = [line.text for line in prepared.lines]
    headings = frozenset(line.text for line in prepared.lines if line.style is Style.HEADING)
    section = recommendations_section(lines, words)
    single = any(words.single.fullmatch(line) for line in section)
    read = read_recommendations(lines, words, hand, headings)
    return DocumentContent(
        prepared,
        recommendations=tuple(
            text if text.steps[0].isdigit() else replace(text, steps=STRAY) for text in read.texts
        ),
        doubted=(
            *joined_lines(read.texts, prepared, hand),
            *(Doubted(Doubt.SECTION, *one) for one in doubtful_sections(lines, words)),
        ),
        cited_by=Citation.RECOMMENDATIONS if single else Citation.PARAGRAPHS,
        left_out=read.left_out,
        left=read.left,
    )
