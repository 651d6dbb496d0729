"""Refuses notes that do not fit on their page, because the layout cannot divide a note.

A note longer than its page would be drawn over the text and beyond the upper edge, so that its
beginning would be invisible.
"""

from __future__ import annotations

from typing import Any

from weasyprint import Document
from weasyprint.formatting_structure.boxes import FootnoteAreaBox, LineBox, TextBox

from compendium.errors import InputError
from compendium.rendering.patches.laid_out import page_box

_NEARLY = 1.0  # pixels by which edges may differ
_SHOWN = 60  # letters of a note in a message


def refuse_long_notes(document: Document) -> None:
    """Refuse a document if one of its notes overlaps the text above it.

    Raises:
        InputError: if one does; the message has the page and the beginning of the longest note.
    """
    for number, page in enumerate(document.pages, start=1):
        box = page_box(page)
        area = next((child for child in box.children if isinstance(child, FootnoteAreaBox)), None)
        if area is None or not area.children:
            continue
        edge = area.position_y + area.margin_top
        if edge < _lowest(box) - _NEARLY:
            raise InputError(
                f"page {number}: a note does not fit on its page: {_beginning(area)}",
                remedy="shorten it, or move a part of it into the text that refers to it",
            )


def _lowest(page: Any) -> float:
    """The position at which the text of a page ends, or would begin."""
    lowest = page.content_box_y()
    for child in page.children:
        if child.element_tag == "html":
            for line in child.descendants():
                if isinstance(line, LineBox):
                    lowest = max(lowest, line.position_y + line.height)
    return float(lowest)


def _beginning(area: Any) -> str:
    """The first letters of the longest note."""
    longest = max(area.children, key=lambda note: note.margin_height())
    text = "".join(part.text for part in longest.descendants() if isinstance(part, TextBox))
    return f"{text[:_SHOWN].strip()}…"
