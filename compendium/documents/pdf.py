"""PDF: the lines on its pages, without running heads, as paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from pathlib import Path

from compendium.documents.blocks import Flow, Kind
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.headings import headings_of
from compendium.documents.language_recognition import language_of
from compendium.documents.marks import hand_of, mark_of
from compendium.documents.objects import with_objects_told
from compendium.documents.original import Line, Original
from compendium.documents.page_lines import Row
from compendium.documents.page_paragraphs import paragraphs_of
from compendium.documents.page_reader import Printed, read_pages
from compendium.documents.running_heads import page_feet, without_running_heads
from compendium.documents.unnamed import refuse_unnamed, with_lost
from compendium.errors import InputError
from compendium.languages.language import load_language


def read_pdf(content: bytes, path: Path) -> Original:
    """Read the text of a PDF file, by the marks and headings of its language.

    Raises:
        InputError: if it is encrypted, damaged, too long, or has no text.
    """
    pages = read_pages(content, path)
    if not pages.rows:
        raise InputError(
            f"{path}: its pages are pictures without text",
            remedy="get the document as .docx, or have its text recognized (OCR) and read over",
        )
    refuse_unnamed(pages.rows, path)
    printed = [
        replace(row, text=with_lost(row.text), strong=with_lost(row.strong)) for row in pages.rows
    ]
    shown = with_lost(pages.shown)
    code = language_of("\n".join(row.text for row in printed))
    if code is None:  # none of it will be taken
        lines = with_objects_told(Line(row.text, row.page) for row in printed)
        return Original(str(path), lines, Flow.BROKEN, "page", shown=shown)
    language = load_language(code)
    hand = hand_of(language, Flow.BROKEN, [row.text for row in printed])
    headings = headings_of(language)
    if language.emphasis == "bold":
        printed = [row if row.bold else replace(row, text=row.strong) for row in printed]

    def is_text(line: str) -> bool:
        text = hand.clean(line)
        return headings.stands_alone(text) or mark_of(text, hand)[0] is not Kind.PLAIN

    rows, heads = without_running_heads(printed, is_text)
    feet = page_feet(rows)
    of_none = set(feet)
    lines, flow = paragraphs_of([row for row in rows if row not in of_none], hand, headings)
    edges = tuple(row.text for row in (*heads, *feet))
    doubted = (*_doubted(pages, right_to_left=language.direction == "rtl"), *_left_out(feet))
    lines = with_objects_told(lines)
    return Original(str(path), lines, flow, "page", edges, shown, doubted=doubted)


def _left_out(feet: Sequence[Row]) -> Iterator[Doubted]:
    """The lines at the feet of pages that belong to no text, page by page."""
    for page, rows in groupby(feet, key=lambda row: row.page):
        yield Doubted(Doubt.EDGE, 0, f"{' '.join(row.text for row in rows)} (page {page})")


def _doubted(pages: Printed, *, right_to_left: bool) -> Iterator[Doubted]:
    """The doubts about text of the pages that is left out, or ordered by position."""
    yield from (Doubted(Doubt.HIDDEN, 0, words) for words in pages.hidden)
    yield from (Doubted(Doubt.STRUCK, 0, words) for words in pages.struck)
    columns = sorted({row.page for row in pages.rows if row.column})
    if columns:
        yield Doubted(Doubt.COLUMNS, 0, ", ".join(map(str, columns)))
    if right_to_left:
        yield Doubted(Doubt.DIRECTION, 0, "")
