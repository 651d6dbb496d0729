"""The structure that a screen reader reads: what WeasyPrint's tags lack, added.

WeasyPrint gives a box the role of its element, and nothing else. What no element says (the number
of a list item, a note, a run in another language) is said in two steps: before the PDF is written,
the boxes concerned take the name of an element that nothing else here uses; in the PDF, just
before it is written, the role that came of it becomes the right one. docs/accessibility.md says
more.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.formatting_structure.boxes import LineBox, TextBox
from weasyprint.layout.absolute import AbsolutePlaceholder

# Class of the print page, and the element whose role its boxes get.
NUMERAL, NUMERAL_AS = "numeral", "li::marker"
NOTE, NOTE_AS = "footnote", "figcaption"
# Of a run in another language: its element, the one whose role it gets, that role, the right role.
FOREIGN = {"span": ("article", "/Art", "/Span"), "p": ("main", "/Part", "/P")}
_RIGHT = {role: right for _, role, right in FOREIGN.values()}


def prepare(document: Any) -> list[str]:
    """Name numerals, notes and foreign runs, and keep one link for each linked element.

    WeasyPrint adds a link for every element within a linked one, too; such a link has the wrong
    role, and the page is clickable there anyway.

    Returns:
        The languages of the foreign runs, in reading order.
    """
    languages = []
    for page in document.pages:
        page.links = [link for link in page.links if link[3].link]
        for box in _boxes(page._page_box):  # noqa: SLF001 - the only way to the boxes
            if box.element is None:
                continue
            classes = box.element.get("class", "").split()
            if box.element_tag == "span" and NUMERAL in classes:
                box.element_tag = NUMERAL_AS
            elif box.element_tag == "span" and NOTE in classes:
                box.element_tag = NOTE_AS
            elif box.element_tag in _NAMES and _is_foreign(box, document):
                box.element_tag = FOREIGN.get(box.element_tag, (box.element_tag,))[0]
                languages.append(box.element.get("lang"))
    return languages


_NAMES = {*FOREIGN, *(name for name, _, _ in FOREIGN.values())}


def _is_foreign(box: Any, document: Any) -> bool:
    """Whether a box is all of its element, and that is in another language than the document."""
    return not isinstance(box, TextBox | LineBox) and box.element.get(
        "lang", document.metadata.lang
    ) != (document.metadata.lang)


def _boxes(box: Any) -> Iterator[Any]:
    """The boxes within one, in the order in which WeasyPrint makes elements of them."""
    for child in getattr(box, "children", ()):
        inner = child._box if isinstance(child, AbsolutePlaceholder) else child  # noqa: SLF001
        yield inner
        yield from _boxes(inner)


class StructureFinisher:
    """Finishes the structure of a tagged PDF, just before WeasyPrint writes it."""

    def __init__(self, languages: list[str], *, right_to_left: bool) -> None:
        self._languages = languages
        self._right_to_left = right_to_left

    def __call__(self, document: Any, pdf: Any) -> None:
        """Change roles, links and viewer preferences in place."""
        for page in document.pages:
            for _, _, _, box in page.links:
                if box.link_annotation:  # none for a link to nowhere, of which the layout warns
                    box.link_annotation["Contents"] = pydyf.String(_text(box))
        elements = list(_elements(pdf))
        self._say_languages(elements)
        for element in elements:
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

    def _say_languages(self, elements: list[Any]) -> None:
        """Give each foreign run its language; WeasyPrint makes elements in reading order."""
        runs = [element for element in elements if element["S"] in _RIGHT]
        for run, language in zip(runs, self._languages, strict=True):
            run["S"] = _RIGHT[run["S"]]
            run["Lang"] = pydyf.String(language)


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
