"""Writes rows and cells of a Word table directly as WordprocessingML.

python-docx needs more time for each row the longer a table is, and it supports neither languages
nor directions. Format: ECMA-376, Part 1, section 17.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length
from docx.table import Table


@dataclass(frozen=True, slots=True)
class Cell:
    """The paragraphs of a cell: their style, language and direction.

    `rest` is the style of all paragraphs except the first, if it differs; a `tag` of None disables
    the spell-checker.
    """

    paragraphs: tuple[str, ...]
    style: str
    tag: str | None
    rest: str | None = None
    rtl: bool = False
    bold: bool = False


def add_row(
    table: Table, widths: Sequence[Length], cells: Sequence[Cell], *, header: bool = False
) -> None:
    """Add a row that is never split between pages; a header row is repeated on each page."""
    row = OxmlElement("w:tr")
    properties = _child(row, "w:trPr")
    _child(properties, "w:cantSplit")
    if header:
        _child(properties, "w:tblHeader")
    for cell, width in zip(cells, widths, strict=True):
        box = _child(row, "w:tc")
        measure = _child(_child(box, "w:tcPr"), "w:tcW")
        measure.set(qn("w:w"), str(width.twips))
        measure.set(qn("w:type"), "dxa")
        for place, text in enumerate(cell.paragraphs or ("",)):
            name = cell.style if place == 0 or cell.rest is None else cell.rest
            _add_paragraph(box, text, cell, style_id(name))
    table._tbl.append(row)  # noqa: SLF001 - see above


def _add_paragraph(box: Any, text: str, cell: Cell, style: str) -> None:
    paragraph = _child(box, "w:p")
    properties = _child(paragraph, "w:pPr")
    _child(properties, "w:pStyle").set(qn("w:val"), style)
    if cell.rtl:
        _child(properties, "w:bidi")
    _set_run(
        _child(properties, "w:rPr"), cell
    )  # text that is typed into an empty cell gets this format
    if not text:
        return
    run = _child(paragraph, "w:r")
    _set_run(_child(run, "w:rPr"), cell)
    for number, line in enumerate(text.split("\n")):
        if number:
            _child(run, "w:br")
        for place, piece in enumerate(line.split("\t")):
            if place:
                _child(run, "w:tab")
            words = _child(run, "w:t")
            words.text = piece
            words.set(qn("xml:space"), "preserve")


def _set_run(properties: Any, cell: Cell) -> None:
    """Direction and language of a run, in the order of the schema."""
    if cell.bold:
        _child(properties, "w:b")
    if cell.tag is None:
        _child(properties, "w:noProof")
    if cell.rtl:
        _child(properties, "w:rtl")
    if cell.tag is not None:
        language = _child(properties, "w:lang")
        for kind in ("w:val", "w:eastAsia", "w:bidi"):  # Word reads one for each kind of script
            language.set(qn(kind), cell.tag)


def style_id(name: str) -> str:
    """The identifier that python-docx makes from the name of a style."""
    return name.replace(" ", "")


def _child(parent: Any, name: str) -> Any:
    element = OxmlElement(name)
    parent.append(element)
    return element
