"""Plain text: one paragraph to a line, pages divide paragraphs; it has no emphasis."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from compendium.documents.blocks import Flow
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.notes_below import with_raised_notes
from compendium.documents.original import Line, Original
from compendium.errors import InputError
from compendium.model.lines import lines_of, with_plain_ends
from compendium.model.markup import shield
from compendium.untrusted.limits import check_text

_EDGE = 2  # lines at the head or foot of a page that may not belong to the text
_GAP = "    "  # between columns
_PAGES = re.compile(r"[\f\v]")  # the end of a page or a line within a line of the file


def read_plain_text(content: bytes, path: Path) -> Original:
    """Read a text in UTF-8.

    Raises:
        InputError: if it is not UTF-8, too long, or no text at all.
    """
    check_text(content, path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise InputError(
            f"{path}: byte {fault.start} is not UTF-8",
            remedy="save the text as UTF-8, or give the document as .docx, .pdf, .html or .xml",
        ) from None
    if "\0" in text:
        raise InputError(f"{path}: no text", remedy="give a document that can be read")
    pieces = [
        (piece, number, place > 0)
        for number, line in enumerate(lines_of(with_plain_ends(text)), start=1)
        for place, piece in enumerate(_PAGES.split(line))
    ]
    lines = [_line(piece, number) for piece, number, _ in pieces]
    paged = (Doubted(Doubt.PAGES, 0, ""),) if "\f" in text.strip() else ()
    if paged:
        lines = _with_edges(lines, [place for place, piece in enumerate(pieces) if piece[2]])
    read = with_raised_notes(lines, broken=True)
    return Original(str(path), read, Flow.BROKEN, shown=text, doubted=paged)


def _line(text: str, number: int) -> Line:
    """A line of the file; a line with a gap between words may belong to two columns."""
    before, gap, _ = text.strip().rpartition(_GAP)
    doubts = ((Doubt.DIVISION, text),) if gap and " " in before.strip() else ()
    return Line(shield(text), number, doubts=doubts)


def _with_edges(lines: Sequence[Line], heads: Sequence[int]) -> list[Line]:
    """Lines with a doubt about those beside the end of a page, by the places where pages begin."""
    filled = [place for place, line in enumerate(lines) if line.text.strip()]
    edges = set[int]()
    for head in heads:
        edges |= set([place for place in filled if place < head][-_EDGE:])
        edges |= set([place for place in filled if place >= head][:_EDGE])
    return [
        replace(line, doubts=((Doubt.DIVISION, line.text),)) if place in edges else line
        for place, line in enumerate(lines)
    ]
