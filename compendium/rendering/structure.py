"""The structure that a screen reader reads: what WeasyPrint's tags lack, added.

WeasyPrint gives a box the role of its element. Three roles have no element: the number of a list
item, a note, and the side of a header cell. Boxes of the first two are given the name of an element
whose role is theirs, or that nothing else uses, before the PDF is written; the rest is done in the
PDF itself, just before WeasyPrint writes it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.formatting_structure.boxes import TextBox

# Class of the print page, and the element whose role its boxes get.
NUMERAL, NUMERAL_AS = "numeral", "li::marker"
NOTE, NOTE_AS = "footnote", "figcaption"


def prepare(document: Any) -> None:
    """Name numerals and notes, and keep one link for each linked element.

    WeasyPrint adds a link for every element within a linked one, too; such a link has the wrong
    role, and the page is clickable there anyway.
    """
    for page in document.pages:
        page.links = [link for link in page.links if link[3].link]
        for box in page._page_box.descendants():  # noqa: SLF001 - the only way to the boxes
            classes = () if box.element is None else box.element.get("class", "").split()
            if box.element_tag != "span":
                continue
            if NUMERAL in classes:
                box.element_tag = NUMERAL_AS
            elif NOTE in classes:
                box.element_tag = NOTE_AS


class StructureFinisher:
    """Finishes the structure of a tagged PDF, just before WeasyPrint writes it."""

    def __init__(self, *, right_to_left: bool) -> None:
        self._right_to_left = right_to_left

    def __call__(self, document: Any, pdf: Any) -> None:
        """Change roles, links and viewer preferences in place."""
        for page in document.pages:
            for _, _, _, box in page.links:
                if box.link_annotation:  # none for a link to nowhere, of which the layout warns
                    box.link_annotation["Contents"] = pydyf.String(_text(box))
        for element in _elements(pdf):
            match element["S"]:
                case "/Lbl":
                    _lift_label(pdf, element)
                case "/Caption":
                    element["S"] = "/Note"
                    element["ID"] = pydyf.String(f"note-{element.number}")
                case "/TH":
                    _give_scope(pdf, element)
        if "AF" in pdf.catalog:  # WeasyPrint names every attached file twice
            pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
        if self._right_to_left:
            pdf.catalog["ViewerPreferences"]["Direction"] = "/R2L"


def _text(box: Any) -> str:
    """What a link says, for those who hear it."""
    parts = (inner.text for inner in box.descendants() if isinstance(inner, TextBox))
    return " ".join("".join(parts).split())


def _elements(pdf: Any) -> Iterator[Any]:
    for entry in pdf.objects:
        if isinstance(entry, pydyf.Dictionary) and entry.get("Type") == "/StructElem":
            yield entry


def _parent(pdf: Any, element: Any) -> Any:
    return pdf.objects[int(element["P"].split()[0])]


def _lift_label(pdf: Any, label: Any) -> None:
    """Move a number from the text of a list item to the item, or make it plain text elsewhere."""
    text = item = _parent(pdf, label)
    while item["S"] not in ("/LI", "/Document"):
        item = _parent(pdf, item)
    if item["S"] == "/Document":
        label["S"] = "/Span"
        return
    text["K"].remove(label.reference)
    item["K"].insert(0, label.reference)
    label["P"] = item.reference


def _give_scope(pdf: Any, cell: Any) -> None:
    """Say whether a header cell heads its column or its row."""
    group = _parent(pdf, _parent(pdf, cell))
    cell["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"
