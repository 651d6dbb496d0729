"""PDF: the words on its pages as lines, and the lines as paragraphs."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from statistics import median
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from compendium.collating.blocks import Flow
from compendium.errors import InputError
from compendium.importing.original import Line, Original, emphasised, raised

_MOST_PAGES = 400
_SMALL = 0.86  # of the size of its line; a smaller figure is the mark of a note
_RAISED_FIGURE = 0.25  # how far above the foot of its line it stands, in sizes
_TOUCHING = 0.12  # of the size: words nearer than this are one word
_GAP = 1.35  # of the usual distance of lines; a larger one divides paragraphs
_RECURS = 3  # pages on which a line at the edge must stand to be a running head
_EDGE = 0.09  # of the height of a page: where running heads and page numbers stand
_STARTS = re.compile(r"(?:\d{1,3}\.|\([a-z]{1,5}\)|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)\s")
_SLANTED = re.compile(r"italic|oblique", re.IGNORECASE)
_ATTRIBUTES = ["fontname", "size"]

Word = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Row:
    """One printed line: its text, where it stands, its size, and whether it is at the edge."""

    text: str
    page: int
    top: float
    bottom: float
    left: float
    size: float
    at_edge: bool


def read_pdf(content: bytes, path: Path) -> Original:
    """Read the text of a PDF file.

    Raises:
        InputError: if it is encrypted, damaged, too long, or has no text.
    """
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            if len(pdf.pages) > _MOST_PAGES:
                raise InputError(
                    f"{path}: {len(pdf.pages)} pages, more than any report",
                    remedy="give the pages of the document alone",
                )
            rows = [row for page in pdf.pages for row in _rows(page)]
    except (PdfminerException, MalformedPDFException, PDFPasswordIncorrect) as fault:
        raise _unreadable(path, fault) from None
    if not rows:
        raise InputError(
            f"{path}: its pages are pictures without text",
            remedy="get the document as .docx, or have its text recognized (OCR) and read over",
        )
    lines = tuple(_paragraphs(_without_running_heads(rows)))
    return Original(str(path), lines, Flow.BROKEN, "page")


def _unreadable(path: Path, fault: Exception) -> InputError:
    cause = fault.args[0] if fault.args else fault
    if isinstance(cause, PDFPasswordIncorrect) or isinstance(fault, PDFPasswordIncorrect):
        return InputError(
            f"{path}: the PDF is encrypted",
            remedy="get it without a password, or decrypt it: qpdf --decrypt",
        )
    return InputError(
        f"{path}: a damaged PDF: {cause}", remedy="get the document again from its address"
    )


def _rows(page: Any) -> Iterator[_Row]:
    words = page.extract_words(extra_attrs=_ATTRIBUTES, keep_blank_chars=False)
    for group in _groups(words):
        top, bottom = min(w["top"] for w in group), max(w["bottom"] for w in group)
        edge = _EDGE * page.height
        yield _Row(
            text=_text(group),
            page=page.page_number,
            top=top,
            bottom=bottom,
            left=group[0]["x0"],
            size=_size(group),
            at_edge=bottom < edge or top > page.height - edge,
        )


def _groups(words: Sequence[Word]) -> list[list[Word]]:
    """The words line by line: those whose middle stands between the top and foot of others."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w["bottom"], w["x0"])):
        middle = (word["top"] + word["bottom"]) / 2
        for group in groups[-3:]:
            top, bottom = min(w["top"] for w in group), max(w["bottom"] for w in group)
            own_middle = (top + bottom) / 2
            if top < middle < bottom or word["top"] < own_middle < word["bottom"]:
                group.append(word)
                break
        else:
            groups.append([word])
    ordered = [sorted(group, key=lambda w: w["x0"]) for group in groups]
    return sorted(ordered, key=lambda group: min(w["top"] for w in group))


def _size(group: Sequence[Word]) -> float:
    weights: Counter[float] = Counter()
    for word in group:
        weights[round(word["size"], 1)] += len(word["text"])
    return weights.most_common(1)[0][0]


def _text(group: Sequence[Word]) -> str:
    """The text of a line, with emphasis and the marks of notes."""
    size, foot = _size(group), median(w["bottom"] for w in group)
    pieces: list[tuple[str, bool]] = []
    before: Word | None = None
    for word in group:
        text, small = word["text"], word["size"] < _SMALL * size
        if small and text.isdigit() and foot - word["bottom"] > _RAISED_FIGURE * word["size"] / 2:
            text = raised(text)
        gap = "" if before is None or word["x0"] - before["x1"] < _TOUCHING * size else " "
        slanted = bool(_SLANTED.search(word["fontname"]))
        if pieces and pieces[-1][1] == slanted:
            pieces[-1] = (pieces[-1][0] + gap + text, slanted)
        else:
            pieces.append((gap + text, slanted))
        before = word
    return "".join(emphasised(text) if slanted else text for text, slanted in pieces).strip()


def _without_running_heads(rows: Sequence[_Row]) -> list[_Row]:
    """The lines without page numbers and what stands at the edge of page after page."""
    pages: dict[str, set[int]] = {}
    for row in rows:
        if row.at_edge:
            pages.setdefault(_without_figures(row.text), set()).add(row.page)
    recurring = {text for text, where in pages.items() if len(where) >= _RECURS}
    return [
        row
        for row in rows
        if not row.at_edge
        or (_without_figures(row.text) not in recurring and not row.text.strip("-– ").isdigit())
    ]


def _without_figures(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _paragraphs(rows: Sequence[_Row]) -> Iterator[Line]:
    """Lines joined to paragraphs; pages divide them, and the reading of the text joins those."""
    if not rows:
        return
    distances = [
        below.top - above.top
        for above, below in pairwise(rows)
        if above.page == below.page and below.top > above.top
    ]
    usual = median(distances) if distances else 0.0
    text, first = rows[0].text, rows[0]
    for above, below in pairwise(rows):
        if _begins(above, below, usual):
            yield Line(text, first.page)
            text, first = below.text, below
        else:
            text = _joined(text, below.text)
    yield Line(text, first.page)


def _begins(above: _Row, below: _Row, usual: float) -> bool:
    """Whether a line begins a paragraph."""
    if above.page != below.page or abs(above.size - below.size) > 1:
        return True
    wide = below.top - above.top > _GAP * min(usual, 2 * below.size)
    return wide or bool(_STARTS.match(below.text))


def _joined(text: str, line: str) -> str:
    """Two lines as one text; a hyphen or a slash at the end of a line is one that the text has."""
    if text.endswith("*") and line.startswith("*"):
        return f"{text[:-1]} {line[1:]}"
    whole = text.endswith("/") or (text.endswith("-") and line[:1].islower())
    return f"{text}{line}" if whole else f"{text} {line}"
