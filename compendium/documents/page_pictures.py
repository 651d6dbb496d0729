"""Pictures between the lines of a PDF page, which may show words or formulas."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from compendium.documents.objects import OBJECT
from compendium.documents.page_lines import Row

_MASTHEAD, _FOOT = 0.2, 0.82  # of the first page: an emblem above, codes of the printers below
_MARGIN = 0.08  # of any page, at its top and bottom
_ABOVE = 1.4  # sizes above the foot of a line: the end of the line above
_LEAST = 4  # points: a smaller one shows no words


def with_pictures(rows: Sequence[Row], page: Any) -> Iterator[Row]:
    """The lines of a page, with a placeholder for each picture after the line beside it."""
    places = [_line_of(picture, rows) for picture in _pictures(page)]
    for place, row in enumerate(rows):
        signs = OBJECT * places.count(place)
        yield replace(row, text=f"{row.text}{signs}", strong=f"{row.strong}{signs}")


def _pictures(page: Any) -> Iterator[Any]:
    first = page.page_number == 1
    head, foot = (_MASTHEAD, _FOOT) if first else (_MARGIN, 1 - _MARGIN)
    for picture in page.images:
        small = min(picture["x1"] - picture["x0"], picture["bottom"] - picture["top"]) < _LEAST
        middle = (picture["top"] + picture["bottom"]) / 2 / page.height
        if head < middle < foot and not small:
            yield picture


def _line_of(picture: Any, rows: Sequence[Row]) -> int:
    """The place of the line beside the middle of a picture, or of the last line above it."""
    middle = (picture["top"] + picture["bottom"]) / 2
    above = [place for place, row in enumerate(rows) if row.foot - _ABOVE * row.size < middle]
    return above[-1] if above else 0
