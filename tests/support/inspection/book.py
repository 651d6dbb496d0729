"""The finished book as a reader of the file sees it: what stands on each page, and where.

A stretch is text of one font on one line. Stretches are read once in a run of the tests and kept as
JSON, because reading all pages takes several seconds.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

import pdfplumber
import pikepdf

from support.inspection.page_styles import Block, PageStyles

# Marks beside a paragraph are smaller than its text, so their lines need not agree exactly.
SAME_LINE = 2.0


@dataclass(frozen=True)
class Stretch:
    """Text of one font on one line; all places in points from the upper left corner."""

    page: int
    font: str
    size: float
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    text: str

    @property
    def family(self) -> str:
        """The font without its subset tag, such as `Noto-Serif-Italic`."""
        return self.font.partition("+")[2]


@dataclass(frozen=True)
class Area:
    """A filled rectangle."""

    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    colour: tuple[float, ...]


@dataclass(frozen=True)
class Link:
    """A link on a page: its area, and the name or the address that it leads to."""

    page: int
    x0: float
    x1: float
    top: float
    bottom: float
    target: str
    internal: bool


@dataclass(frozen=True)
class Place:
    """Where a name leads to: a page and a height on it."""

    page: int
    top: float


class Book:
    """A finished PDF; what was read of it is kept in a file of its own."""

    def __init__(self, path: Path, styles: PageStyles, kept: Path) -> None:
        self.path = path
        self._styles = styles
        read = _read_once(path, kept)
        self.stretches = [Stretch(**fields) for fields in read["stretches"]]
        self.areas = [Area(**fields) for fields in read["areas"]]
        self.width, self.height = read["size"]
        self.page_count: int = read["pages"]
        self.pdf = pikepdf.open(path)

    @cached_property
    def _by_page(self) -> dict[int, list[Stretch]]:
        pages: dict[int, list[Stretch]] = {page: [] for page in range(1, self.page_count + 1)}
        for stretch in self.stretches:
            pages[stretch.page].append(stretch)
        return pages

    def on_page(self, page: int) -> list[Stretch]:
        """Everything on a page, in the order in which it is drawn."""
        return self._by_page[page]

    def kind(self, page: int) -> str:
        """Which kind of page it is: cover, front, main or index."""
        if page in (1, self.page_count):
            return "cover"
        if page >= self.places["index"].page:
            return "index"
        return "main" if page >= self.places["compendium"].page else "front"

    def block(self, page: int) -> Block:
        """The text block of a page."""
        kind = self.kind(page)
        first = kind == "index" and page == self.places["index"].page
        return self._styles.block(kind, page, self.width, self.height, first=first)

    def head(self, page: int) -> list[Stretch]:
        """What stands above the text block."""
        return [part for part in self.on_page(page) if part.baseline < self.block(page).top]

    def foot(self, page: int) -> list[Stretch]:
        """What stands below the text block."""
        return [part for part in self.on_page(page) if part.baseline > self.block(page).bottom]

    def folio(self, page: int) -> str:
        """The page number as printed at the foot of a page; nothing where there is none."""
        return "".join(part.text for part in self.foot(page)).strip()

    def body(self, page: int) -> list[Stretch]:
        """The text of a page without its notes, marks in the margin before their lines."""
        inside = self._inside(page)
        text = inside[: len(inside) - len(self.notes(page))]
        edge = self.block(page).left
        marks = [part for part in text if part.x1 <= edge]
        ordered: list[Stretch] = []
        for part in text:
            if part in marks:
                continue
            beside = [mark for mark in marks if abs(mark.baseline - part.baseline) < SAME_LINE]
            ordered += [mark for mark in beside if mark not in ordered]
            ordered.append(part)
        assert len(ordered) == len(text), f"page {page}: a mark in the margin stands beside no line"
        return ordered

    def notes(self, page: int) -> list[Stretch]:
        """The footnotes of a page: what is drawn last in the text block, and smaller."""
        notes: list[Stretch] = []
        for part in reversed(self._inside(page)):
            if self.kind(page) != "main" or part.size >= self.text_size or self._sans(part):
                break
            notes.insert(0, part)
        return notes

    def is_call(self, part: Stretch) -> bool:
        """Whether a stretch is the raised number that calls a note."""
        return part.text.strip().isdigit() and part.size < 0.75 * self.text_size

    @cached_property
    def text_size(self) -> float:
        """The size of most of the text."""
        sizes: Counter[float] = Counter()
        for part in self.stretches:
            if not self._sans(part):
                sizes[part.size] += len(part.text)
        return sizes.most_common(1)[0][0]

    def _sans(self, part: Stretch) -> bool:
        return "Sans" in part.family

    def _inside(self, page: int) -> list[Stretch]:
        block = self.block(page)
        return [part for part in self.on_page(page) if block.top <= part.baseline <= block.bottom]

    @cached_property
    def places(self) -> dict[str, Place]:
        """Every name that a link can lead to."""
        numbers = {page.objgen: number for number, page in enumerate(self.pdf.pages, start=1)}
        places = {}
        for name, target in pikepdf.NameTree(self.pdf.Root.Names.Dests).items():
            places[name] = Place(numbers[target[0].objgen], self.height - float(target[3]))
        return places

    def words_under(self, link: Link) -> str:
        """The text that a link lies on."""
        return "".join(
            part.text
            for part in self.on_page(link.page)
            if link.x0 - 1 <= part.x0
            and part.x1 <= link.x1 + 1
            and link.top <= part.baseline <= link.bottom
        ).strip()

    @cached_property
    def links(self) -> list[Link]:
        """Every link, page by page, in the order in which it was made."""
        return [link for number in range(1, self.page_count + 1) for link in self._links(number)]

    def _links(self, number: int) -> Iterator[Link]:
        for annotation in self.pdf.pages[number - 1].get("/Annots", []):
            if annotation.Subtype != "/Link":
                continue
            x0, low, x1, high = (float(edge) for edge in annotation.Rect)
            internal = "/Dest" in annotation
            target = str(annotation.Dest if internal else annotation.A.URI)
            top, bottom = self.height - max(low, high), self.height - min(low, high)
            yield Link(number, min(x0, x1), max(x0, x1), top, bottom, target, internal)


def _read_once(path: Path, kept: Path) -> dict[str, Any]:
    """What stands on the pages, from the file where it is kept if that is newer."""
    if not kept.exists() or kept.stat().st_mtime < path.stat().st_mtime:
        partial = kept.with_suffix(".part")
        partial.write_text(json.dumps(_read(path)), encoding="utf-8")
        partial.replace(kept)
    found: dict[str, Any] = json.loads(kept.read_text(encoding="utf-8"))
    return found


def _read(path: Path) -> dict[str, Any]:
    stretches: list[Stretch] = []
    areas: list[Area] = []
    with pdfplumber.open(path) as pdf:
        size = (float(pdf.pages[0].width), float(pdf.pages[0].height))
        for number, page in enumerate(pdf.pages, start=1):
            stretches += _stretches(page.chars, number, size[1])
            areas += [_area(drawn, number) for drawn in page.rects if drawn["fill"]]
            page.close()
        pages = len(pdf.pages)
    return {
        "pages": pages,
        "size": size,
        "stretches": [asdict(part) for part in stretches],
        "areas": [asdict(area) for area in areas],
    }


def _area(drawn: dict[str, Any], page: int) -> Area:
    colour = tuple(round(float(part), 3) for part in drawn["non_stroking_color"])
    return Area(page, drawn["x0"], drawn["x1"], drawn["top"], drawn["bottom"], colour)


def _stretches(chars: list[dict[str, Any]], page: int, height: float) -> Iterator[Stretch]:
    def same(char: dict[str, Any]) -> tuple[Any, ...]:
        return (char["mcid"], char["fontname"], round(char["size"], 2), char["matrix"][5])

    for (_, font, size, base), group in groupby(chars, key=same):
        run = list(group)
        yield Stretch(
            page=page,
            font=font,
            size=size,
            x0=round(min(char["x0"] for char in run), 2),
            # a space that hangs over the end of a line takes no room
            x1=round(
                max((char["x1"] for char in run if char["text"].strip()), default=run[0]["x0"]), 2
            ),
            top=round(min(char["top"] for char in run), 2),
            bottom=round(max(char["bottom"] for char in run), 2),
            baseline=round(height - base, 2),
            text="".join(char["text"] for char in run),
        )
