"""What a screen reader says of a PDF: its tags in order, each with the words that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pdfplumber
import pikepdf

# Drawn texts by page (from one) and number of marked content.
Drawn = Mapping[tuple[int, int], str]


@dataclass(frozen=True)
class Heard:
    """An element of the structure: how deep it is, its role, its language, its own words."""

    depth: int
    role: str
    language: str
    words: str


def drawn_texts(path: Path) -> dict[tuple[int, int], str]:
    """The texts of all pages, letter by letter as they are drawn, by page and mark."""
    texts: dict[tuple[int, int], str] = {}
    with pdfplumber.open(path) as pdf:
        for number, page in enumerate(pdf.pages, start=1):
            for char in page.chars:
                if char["mcid"] is not None and char["tag"] != "Artifact":
                    place = (number, char["mcid"])
                    texts[place] = texts.get(place, "") + char["text"]
            page.close()
    return texts


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
