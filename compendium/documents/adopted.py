"""Reading what was adopted: the recommendations of a report, or resolutions and decisions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from compendium.documents.account import Fate
from compendium.documents.before_number import may_be_adopted, opens_resolution
from compendium.documents.blocks import Block, Flow, Hand, Kind, ends
from compendium.documents.content import DocumentContent
from compendium.documents.divisions import (
    cut_off,
    doubtful_divisions,
    doubtful_parts,
    inferred,
    with_letters,
)
from compendium.documents.document_annexes import (
    NOT_OWN,
    NOT_WHOLE,
    Annexed,
    LeftAnnex,
    open_end,
    paragraph_pieces,
    read_annexes,
    with_annexes,
)
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.headings import Headings, begins_another, headings_of
from compendium.documents.joined_lines import doubts_of_lines, joined_lines
from compendium.documents.marks import hand_of, mark_of
from compendium.documents.numbers_within import with_numbers_apart
from compendium.documents.original import Original, Style
from compendium.documents.page_edges import edges_left_out, without_page_edges
from compendium.documents.points_within import points_in, with_points_apart
from compendium.documents.powers import powers_in
from compendium.documents.prepared import prepared_lines
from compendium.documents.printed import STRAY, PrintedRecord
from compendium.documents.reports import (
    doubtful_sections,
    read_recommendations,
    recommendations_section,
)
from compendium.documents.resolutions import ReadRecords, read_records
from compendium.documents.structured_content import read_structure
from compendium.documents.typed_numbers import with_usual_numbers
from compendium.documents.word_comparison import opening
from compendium.documents.words import load_words, report_words
from compendium.documents.wrapped_lines import with_wrapped_lines
from compendium.documents.wrapped_marks import with_wrapped_marks
from compendium.errors import InputError
from compendium.languages.language import Language
from compendium.model.gatherings import Citation, RecordKind
from compendium.model.record_numbers import number_of_symbol
from compendium.model.symbols import change_in
from compendium.model.units import PREAMBULAR_STEP

_OPENING = 3  # first paragraphs of a resolution, one of which may be its enacting formula


def read_adopted(original: Original, language: Language, symbol: str | None) -> DocumentContent:
    """Read what was adopted: the records of the document if it has any, else its recommendations.

    Args:
        original: the document.
        language: its language.
        symbol: its document symbol, which ends with the number of the resolution
            if the document is one resolution alone.
    """
    hand = hand_of(language, original.flow, [line.text for line in original.lines])
    changed = change_in(symbol or "")
    symbol = changed[1] if changed else symbol
    headings = headings_of(language)
    if any(line.said for line in original.lines):
        return read_structure(original.changed(hand.clean), hand, symbol, headings)
    single = report_words(language).single
    lines = tuple(prepared_lines(original.lines, hand.clean, symbol, single))
    prepared = replace(original.changed(hand.clean), lines=lines)
    prepared = without_page_edges(prepared, language, hand, load_words(language.code).pages)
    prepared = with_wrapped_marks(prepared, hand, headings)
    prepared = with_wrapped_lines(prepared, hand, headings)
    prepared = with_usual_numbers(prepared, hand, headings)
    prepared = with_numbers_apart(prepared, hand, headings)
    prepared = with_points_apart(prepared, hand, headings)
    read = _records_in(prepared, language, hand, symbol)
    if read is None:
        return _read_report(prepared, language, hand)
    return _content_of(read, prepared, headings, hand, own=_is_own(read.records, symbol))


def _records_in(
    prepared: Original, language: Language, hand: Hand, symbol: str | None
) -> ReadRecords | None:
    """The records in a document; None if it has none."""
    return read_records(
        [line.text for line in prepared.lines],
        language,
        hand,
        frozenset(_styled(prepared, hand)),
        number_of_symbol(symbol or ""),
    )


def _styled(prepared: Original, hand: Hand) -> Iterator[int]:
    """The numbers of the lines that are whole paragraphs and headings by their format.

    In Word any paragraph may have the style of a heading. A paragraph that ends as a text does is
    not a heading.
    """
    for number, line in enumerate(prepared.lines, start=1):
        if line.style is not Style.HEADING or prepared.flow is Flow.BROKEN:
            continue
        ended = ends(Block(Kind.PLAIN, "", line.text), hand, commas=True)
        if prepared.flow is Flow.FIXED or not ended:
            yield number


def _content_of(
    read: ReadRecords, prepared: Original, headings: Headings, hand: Hand, *, own: bool
) -> DocumentContent:
    """The content of a document with records; `own` means that the document is a single record."""
    _refuse_numbers_twice(read.records, prepared)
    _refuse_preambles_alone(read.records, prepared)
    if own:
        read = replace(read, left=_left_of_one(read, prepared, headings, hand))
    annexed = _annexed(prepared, read, headings, hand, own=own)
    on_pages = prepared.counts == "page"
    return DocumentContent(
        prepared,
        records=tuple(with_annexes(record, annexed) for record in read.records),
        unnumbered=tuple(with_annexes(record, annexed) for record in read.unnumbered),
        annexes=annexed.left,
        left_out=read.left_out,
        doubted=(
            *edges_left_out(prepared.lines),
            *doubtful_parts(read.records),
            *inferred(read.records, headings.is_formula),
            *(doubtful_divisions if on_pages else cut_off)(read.records, hand),
            *with_letters(read.records, hand),
            *(one for record in read.records for one in points_in(record.texts, hand)),
            *powers_in((t for r in read.records for t in r.texts), raised=hand.flow is Flow.WHOLE),
            *joined_lines((t for r in read.records for t in r.texts), prepared, hand),
            *doubts_of_lines(annexed.texts, prepared),
            *open_end(annexed),
        ),
        left=read.left,
    )


def _refuse_numbers_twice(records: Iterable[PrintedRecord], original: Original) -> None:
    """Refuse a document in which two records have the same number before their texts.

    Raises:
        InputError: if two records have one number; the message names both places.
    """
    lines: dict[tuple[RecordKind | None, str], int] = {}
    for record in records:
        before = lines.setdefault((record.kind, record.number), record.line)
        if before != record.line:
            raise InputError(
                f"{original.place(record.line)}: {record.number} stands here as the number of a "
                f"resolution, and at {original.place(before)}, with other words after it",
                remedy="see which of the two is its heading, and remove the other",
            )


def _refuse_preambles_alone(records: Iterable[PrintedRecord], original: Original) -> None:
    """Refuse a record if only its preamble was read.

    Raises:
        InputError: if there is such a record; the message names it and its last text.
    """
    for record in records:
        preamble = [text for text in record.texts if text.steps[0] == PREAMBULAR_STEP]
        others = (
            text for text in record.texts if text.steps[0][0] not in {"#", PREAMBULAR_STEP[0]}
        )
        if preamble and not any(others):
            raise InputError(
                f"{original.place(preamble[-1].line)}: {record.number} has a preamble, but no "
                "paragraph after it: none begins with a number or a letter that comes next, and "
                f"this one does not end with a stop: {opening(preamble[-1].text)}",
                remedy="give its paragraphs their numbers, as 1., 2. or (a), (b), or the last its "
                "stop, if they have none",
            )


def _annexed(
    original: Original, read: ReadRecords, headings: Headings, hand: Hand, *, own: bool
) -> Annexed:
    """The annexes of a document that is one resolution, if each of its lines is a paragraph.

    No annexes of other documents are kept.
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


def _is_own(records: Sequence[PrintedRecord], symbol: str | None) -> bool:
    """Whether a document is a single resolution, whose number ends its document symbol."""
    return len(records) == 1 and bool(symbol) and str(symbol).endswith(f"/{records[0].number}")


def _left_of_one(
    read: ReadRecords, original: Original, headings: Headings, hand: Hand
) -> dict[int, Fate]:
    """Where the lines of a document that is a single resolution went: it has no other sections.

    The masthead comes before its number. The place and date of adoption, or an annex, come after
    its end. A line there that may be a paragraph belongs to the resolution.
    """
    after = {Fate.CLOSING, Fate.INTRODUCTION}
    another = _another(read.left, original, headings, hand)

    def belongs_to_it(line: int, fate: Fate) -> bool:
        text = original.lines[line - 1].text
        return (
            fate is Fate.ELSEWHERE
            or line >= another
            or (fate is Fate.HEAD and may_be_adopted(text, hand, headings))
            or (fate in after and mark_of(text, hand)[0] in {Kind.NUMBER, Kind.LETTER, Kind.ITEM})
        )

    return {line: fate for line, fate in read.left.items() if not belongs_to_it(line, fate)}


def _another(left: Mapping[int, Fate], original: Original, headings: Headings, hand: Hand) -> int:
    """The line in an annex where another resolution begins; beyond the last line if none does."""
    annex_lines = [line for line in sorted(left) if left[line] is Fate.ANNEX]
    texts = [original.lines[line - 1].text.strip() for line in annex_lines]
    for place, line in enumerate(annex_lines):
        after = texts[place + 1 : place + 1 + _OPENING]
        opens = any(opens_resolution(text, hand, headings) for text in after)
        if begins_another(texts[place]) and opens:
            return line
    return len(original.lines) + 1


def _read_report(prepared: Original, language: Language, hand: Hand) -> DocumentContent:
    words = report_words(language)
    lines = [line.text for line in prepared.lines]
    headings = frozenset(line.text for line in prepared.lines if line.style is Style.HEADING)
    section = recommendations_section(lines, words)
    single = any(words.single.fullmatch(line) for line in section)
    read = read_recommendations(lines, words, hand, headings)
    printed = PrintedRecord(None, "", read.texts)
    return DocumentContent(
        prepared,
        recommendations=tuple(
            text if text.steps[0].isdigit() else replace(text, steps=STRAY) for text in read.texts
        ),
        doubted=(
            *edges_left_out(prepared.lines),
            *joined_lines(read.texts, prepared, hand),
            *(Doubted(Doubt.SECTION, *one) for one in doubtful_sections(lines, words)),
            *cut_off([printed], hand),
            *with_letters([printed], hand),
            *points_in(read.texts, hand),
            *powers_in(read.texts, raised=hand.flow is Flow.WHOLE),
        ),
        cited_by=Citation.RECOMMENDATIONS if single else Citation.PARAGRAPHS,
        left_out=read.left_out,
        left=read.left,
    )
