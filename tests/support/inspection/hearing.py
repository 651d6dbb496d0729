"""What a screen reader says of a PDF: its tags in order, each with the words that belong to it."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium

# Drawn texts by page (from one) and number of marked content.
Drawn = Mapping[tuple[int, int], str]


# What PDFium gives for it.
HYPHEN_AT_LINE_END = "\x02"


@dataclass(frozen=True)
class Heard:
    """An element of the structure: how deep it is, its role, its language, its own words."""

    depth: int
    role: str
    language: str
    words: str


def drawn_texts(path: Path) -> dict[tuple[int, int], str]:
    """The texts of all pages, as PDFium takes them from the page, by page and mark."""
    texts: dict[tuple[int, int], str] = {}
    with pypdfium2.PdfDocument(path) as pdf:
        for number, page in enumerate(pdf, start=1):
            on_page = page.get_textpage()
            for place in range(pdfium.FPDFPage_CountObjects(page)):
                drawn = pdfium.FPDFPage_GetObject(page, place)
                mark = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
                if pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_TEXT and mark >= 0:
                    found = texts.get((number, mark), "")
                    texts[number, mark] = found + _text_of(drawn, on_page)
    return texts


def _text_of(drawn: Any, page: pypdfium2.PdfTextPage) -> str:
    size = pdfium.FPDFTextObj_GetText(drawn, page, None, 0)
    letters = (ctypes.c_ushort * (size // 2))()
    pdfium.FPDFTextObj_GetText(drawn, page, letters, size)
    text = bytes(letters).decode("utf-16-le").rstrip("\0")
    return text.replace(HYPHEN_AT_LINE_END, "-")


def listen(pdf: pikepdf.Pdf, drawn: Drawn) -> Iterator[Heard]:
    """The elements of a PDF in reading order; a text that is replaced is heard as replaced."""
    pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
    yield from _listen(pdf.Root.StructTreeRoot.K, 0, str(pdf.Root.Lang), pages, drawn)


def _listen(
    kids: pikepdf.Object, depth: int, language: str, pages: dict[tuple[int, int], int], drawn: Drawn
) -> Iterator[Heard]:
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if not isinstance(kid, pikepdf.Dictionary) or "/S" not in kid:
            continue
        spoken = str(kid.get("/Lang", language))
        below = kid.get("/K", pikepdf.Array())
        words = str(kid.get("/ActualText", "")) or "".join(
            drawn.get((pages[kid.Pg.objgen], int(mark)), "")
            for mark in (below if isinstance(below, pikepdf.Array) else [below])
            if isinstance(mark, int)
        )
        yield Heard(depth, str(kid.S).removeprefix("/"), spoken, words)
        yield from _listen(below, depth + 1, spoken, pages, drawn)
