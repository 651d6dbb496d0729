"""Glyphs of a PDF that the file names wrongly or not at all: their text cannot be known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from compendium.documents.page_lines import Row
from compendium.errors import InputError

_CODE = re.compile(r"\(cid:\d+\)")  # the output of the PDF library for a glyph without a name
_IN_WORD = re.compile(rf"\w{_CODE.pattern}|{_CODE.pattern}\w")
# Strokes that stretch Arabic letters, under the name of another character: تش//ير
_STROKES = re.compile(r"[\u0620-\u064a]([^\w\s])\1+[\u0620-\u064a]")
_LOST = "\ufffd"
_REMEDY = "get the document as .docx, .html, .xml or .txt"


def refuse_unnamed(rows: Iterable[Row], path: Path) -> None:
    """Refuse a document whose words contain glyphs that have no name, or a wrong one.

    Raises:
        InputError: if it is such a document.
    """
    for row in rows:
        place = f"{path}, page {row.page}"
        if _IN_WORD.search(row.text):
            raise InputError(
                f"{place}: letters that the file draws and does not name", remedy=_REMEDY
            )
        if stroke := _STROKES.search(row.text):
            raise InputError(
                f"{place}: Arabic letters are drawn out by strokes that the file calls {stroke[1]}",
                remedy=_REMEDY,
            )


def with_lost(text: str) -> str:
    """A text with the replacement character in place of each glyph without a name."""
    return _CODE.sub(_LOST, text)
