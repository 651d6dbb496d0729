"""Makes the bilingual Word file: a table for each catalogue, source and translation side by side.

Everything that taking back needs is visible text in the tables (keys, stamps, the languages in the
header row), because word processors drop data that they do not know.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from babel.core import get_global
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table

from compendium.exchange.rows import Handover, Row
from compendium.exchange.word_cells import Cell, add_row

_WIDTHS = (
    Cm(3.8),
    Cm(8.0),
    Cm(8.0),
    Cm(2.0),
    Cm(4.9),
)  # the sum is the width of the text on the page
# Name, font, size in points, and whether it is grey.
_STYLES = (
    ("Handed key", "Courier New", 7.0, False),
    ("Handed stamp", "Courier New", 5.0, True),
    ("Handed text", None, 9.5, False),
    ("Handed context", None, 7.5, True),
)
TITLE = "Texts to translate: "
INSTRUCTIONS = (
    "Change nothing but the columns Translation and State.",
    "State takes unofficial (translated) or reviewed (read by a reviser).",
    "Words between asterisks, *like these*, are set in italics or bold: keep as many pairs.",
    "[^1] is the mark of a note: put it where the note belongs.",
    "Keep {words in braces} as they are. Write each text in one paragraph.",
    "Accept or reject tracked changes before you return the file.",
    "Rows that you delete are left as they were.",
)


def make_word(handover: Handover) -> bytes:
    """Make the Word file of a handover, on landscape A4."""
    document = Document()
    _set_page(document)
    _set_styles(document)
    source, target = handover.source, handover.target
    title = f"{TITLE}{source.english_name} to {target.english_name}"
    core = document.core_properties
    core.title, core.author, core.comments, core.language = title, "", "", target.lang
    document.add_heading(title, level=1)
    for line in INSTRUCTIONS:
        document.add_paragraph(line, style="List Bullet")
    for name, rows in handover.in_catalogues().items():
        document.add_heading(name, level=2)
        _add_table(document, handover, rows)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _set_page(document: WordDocument) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(1.5)
    section.top_margin = section.bottom_margin = Cm(1.5)
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    section.footer.paragraphs[0]._p.append(field)  # noqa: SLF001 - python-docx has no fields


def _set_styles(document: WordDocument) -> None:
    for name, font, size, grey in _STYLES:
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.font.size = Pt(size)
        style.font.name = font
        style.paragraph_format.space_after = Pt(2)
        if grey:
            style.font.color.rgb = RGBColor(0x59, 0x59, 0x59)
        complex_size = OxmlElement("w:szCs")  # Arabic text has its own size setting
        complex_size.set(qn("w:val"), str(round(size * 2)))
        style.element.rPr.find(qn("w:sz")).addnext(complex_size)


def _add_table(document: WordDocument, handover: Handover, rows: Sequence[Row]) -> None:
    table = document.add_table(rows=0, cols=len(_WIDTHS), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, _WIDTHS, strict=True):
        column.width = width
    source, target = handover.source, handover.target
    labels = (
        "Key",
        f"Source: {source.english_name} [{source.lang}]",
        f"Translation: {target.english_name} [{target.lang}]",
        "State",
        "Context",
    )
    english = _tag("en")
    head = [Cell((label,), "Handed text", english, bold=True) for label in labels]
    add_row(table, _WIDTHS, head, header=True)
    for row in rows:
        _add_text(table, row, handover)


def _add_text(table: Table, row: Row, handover: Handover) -> None:
    context = list(row.context)
    if row.symbol:
        context.append(f"official document: {row.symbol}")
    if row.previous:
        context.append(f"translated from: {row.previous}")
    english = _tag("en")
    source, target = handover.source, handover.target
    cells = (
        Cell((row.key, str(row.stamp)), "Handed key", None, rest="Handed stamp"),
        Cell((row.source,), "Handed text", _tag(source.lang), rtl=source.direction == "rtl"),
        Cell((row.target,), "Handed text", _tag(target.lang), rtl=target.direction == "rtl"),
        Cell((row.state,), "Handed context", english),
        Cell(tuple(context), "Handed context", english),
    )
    add_row(table, _WIDTHS, cells)


def _tag(tag: str) -> str:
    """The tag with the region that spell-checkers need: fr-FR for fr, zh-CN for zh-Hans."""
    language, *_ = tag.split("-")
    likely = get_global("likely_subtags").get(language, "")
    return f"{language}-{likely.rpartition('_')[2]}" if likely else tag
