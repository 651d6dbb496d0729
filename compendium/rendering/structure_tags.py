"""Completes the structure that a screen reader uses, because WeasyPrint's tags lack much of it.

WeasyPrint gives each box the role of its element, page by page. Just before the PDF is written,
numbers of paragraphs become labels, notes follow the paragraph that refers to them, the contents
become a table of contents, elements that a page break divided are joined, and texts that are drawn
in another order, or without their last space, get their words as text. See docs/accessibility.md.
"""

from __future__ import annotations

from typing import Any

import pydyf
from weasyprint.formatting_structure.boxes import InlineLevelBox, TextBox

from compendium.errors import InputError
from compendium.rendering.apart import set_apart
from compendium.rendering.ligatures import part_ligatures
from compendium.rendering.patches.followed_tags import Tagging, without_joiners
from compendium.rendering.structure_tree import StructureTree

# Names in the templates: classes, and the ids of notes and of the marks that refer to them.
NUMERAL, NOTE, CONTENTS = "numeral", "footnote", "contents"
NOTE_BACK, CALL_OF = "note-back", "note-call-{}"
_DEEPEST_HEADING = 6  # of the roles in a PDF
_IN_CONTENTS = {"/L": "/TOC", "/LI": "/TOCI", "/LBody": "/Reference"}
_WITHIN_A_TEXT = {"/Span", "/NonStruct", "/Link", "/Reference", "/Lbl"}


def keep_outer_links(document: Any) -> None:
    """Remove the links that WeasyPrint makes for the elements within a linked one.

    Such a link has the wrong role, and the outer link covers the same place.
    """
    for page in document.pages:
        page.links = [link for link in page.links if link[3].link]


class StructureFinisher:
    """Finishes the structure of a tagged PDF, just before WeasyPrint writes it.

    Args:
        tagging: the boxes and texts that were tagged while the PDF was made.
    """

    def __init__(self, tagging: Tagging) -> None:
        self._tagging = tagging

    def __call__(self, document: Any, pdf: Any) -> None:
        """Change elements, links, fonts and content in place."""
        for page in document.pages:
            for _, _, _, box in page.links:
                if (
                    box.link_annotation
                ):  # missing if the target is missing; the layout warns of that
                    box.link_annotation["Contents"] = pydyf.String(_text(box))
        _clear_bookmarks(pdf)
        tree = StructureTree(pdf)
        self._name_roles(tree)
        self._keep_one_head(tree)
        # A note stands between the parts of a paragraph that a page break divides: it is taken out
        # before these are joined, and placed afterwards.
        notes = self._take_notes(tree)
        tree.drop_empty()
        tree.join(self._is_one)
        self._place_notes(tree, notes)
        tree.drop_empty()
        self._add_actual_texts(tree)
        part_ligatures(pdf)
        set_apart(pdf, tree, self._tagging.apart)

    def _name_roles(self, tree: StructureTree) -> None:
        """Give each element the role and the language of its HTML element."""
        for element in tree.walk():
            box = self._tagging.boxes.get(element.number)
            if box is None or box.element is None:
                continue
            if box.is_leader:  # a screen reader would read its dots one by one
                tree.make_ornament(element)
                continue
            if language := box.element.get("lang"):
                element["Lang"] = pydyf.String(language)
            if element["S"] == "/TH":
                element["A"]["Scope"] = _scope(tree, element)
            elif element["S"] == "/Link" and tree.parent(element)["S"] == "/Link":
                element["S"] = "/Span"  # the outer link has the annotation; see keep_outer_links
            else:
                _name_by_attributes(tree, element, box)

    def _keep_one_head(self, tree: StructureTree) -> None:
        """Keep the head of a table once, instead of once on each of its pages."""
        first_heads: dict[Any, Any] = {}
        replacements: dict[bytes, Any] = {}
        for element in tree.walk():
            box = self._tagging.boxes.get(element.number)
            if element["S"] != "/THead" or box is None:
                continue
            first = first_heads.setdefault(box.element, element)
            if first is not element:
                for name, other in zip(_ids(tree, first), _ids(tree, element), strict=True):
                    replacements[other.data] = name
                tree.make_ornament(element)
        # The cells of later pages name the heads of their own page, which are gone now.
        for cell in tree.walk():
            if replacements and "Headers" in cell.get("A", {}):
                heads = [replacements.get(name.data, name) for name in cell["A"]["Headers"]]
                cell["A"]["Headers"] = pydyf.Array(heads)

    def _take_notes(self, tree: StructureTree) -> list[Any]:
        """Detach the notes from the feet of the pages."""
        notes = [element for element in tree.walk() if self._class_of(element) == NOTE]
        for note in notes:
            tree.detach(note)
            note["S"] = "/Note"
            note["ID"] = pydyf.String(self._id_of(note))
            for link in tree.kids(note):
                if self._class_of(link) == NOTE_BACK:
                    tree.wrap(link, "/Lbl")
        return notes

    def _place_notes(self, tree: StructureTree, notes: list[Any]) -> None:
        """Place each note after the paragraph or heading that refers to it.

        Raises:
            InputError: if a note has no mark, which a filter of its own could cause.
        """
        calls = {self._id_of(element): element for element in tree.walk()}
        # The last note comes first: each is placed directly after the paragraph, before the others.
        for note in reversed(notes):
            name = CALL_OF.format(self._id_of(note).rpartition("-")[2])
            call = calls.get(name)
            if call is None:
                raise InputError(
                    f"note {self._id_of(note)!r}: nothing on the pages is {name!r}",
                    remedy="look at the template and the filters: each note has a mark in the text",
                )
            tree.wrap(call, "/Reference")
            while call["S"] in _WITHIN_A_TEXT:
                call = tree.parent(call)
            tree.place_after(note, call)

    def _is_one(self, element: Any, following: Any) -> bool:
        """Whether an element continues in the next: both come from one HTML element."""
        box, other = (self._tagging.boxes.get(part.number) for part in (element, following))
        if box is None or other is None or box.element is None:
            return False
        on_one_page = element.get("Pg") == following.get("Pg")
        return (
            box.element is other.element
            and box.element_tag == other.element_tag
            and element["S"] == following["S"]
            # marked content is numbered by page, so elements of two pages cannot be joined
            and (on_one_page or not any(isinstance(kid, int) for kid in following["K"]))
        )

    def _add_actual_texts(self, tree: StructureTree) -> None:
        """Give the words of texts that are not drawn as they are read, as ActualText."""
        for element in tree.walk():
            for mark in tree.marks(element):
                text = self._tagging.words.get((tree.page(element), mark))
                if text is not None:
                    tree.alone(element, mark)["ActualText"] = pydyf.String(text)

    def _class_of(self, element: Any) -> str:
        return self._attribute(element, "class")

    def _id_of(self, element: Any) -> str:
        return self._attribute(element, "id")

    def _attribute(self, element: Any, name: str) -> str:
        box = self._tagging.boxes.get(element.number)
        if box is None or box.element is None or box.element_tag != box.element.tag:
            return ""  # an anonymous box, or a pseudo-element
        return str(box.element.get(name, ""))


def _clear_bookmarks(pdf: Any) -> None:
    """Remove from bookmarks the word joiners of their headings."""
    for entry in pdf.objects:
        if isinstance(entry, pydyf.Dictionary) and "Title" in entry and "Dest" in entry:
            entry["Title"] = pydyf.String(without_joiners(entry["Title"].string))


def _text(box: Any) -> str:
    """The text of a link, for screen readers."""
    parts = (inner.text for inner in box.descendants() if isinstance(inner, TextBox))
    return " ".join(without_joiners("".join(parts)).split())


def _name_by_attributes(tree: StructureTree, element: Any, box: Any) -> None:
    """Give an element the role that follows from the attributes of its HTML element."""
    classes = box.element.get("class", "").split()
    if box.element.get("role") == "heading" and box.element_tag == box.element.tag:
        level = int(box.element.get("aria-level"))
        element["S"] = f"/H{min(level, _DEEPEST_HEADING)}"
    elif NUMERAL in classes:
        _lift_label(tree, element)
    elif CONTENTS in classes:
        _make_contents(tree, element)
    elif element["S"] == "/NonStruct" and isinstance(box, InlineLevelBox):
        element["S"] = "/Span"


def _lift_label(tree: StructureTree, label: Any) -> None:
    """Make a number the label of its list item, or plain text if there is no list."""
    # The number is within the paragraph of its item, but a label has to be directly below the item.
    item = tree.parent(label)
    while item["S"] not in ("/LI", "/Document"):
        item = tree.parent(item)
    if item["S"] == "/Document":
        label["S"] = "/Span"
        return
    label["S"] = "/Lbl"
    tree.detach(label)
    tree.place(label, item, 0)


def _make_contents(tree: StructureTree, navigation: Any) -> None:
    """Make the lists of links in a navigation into a table of contents."""
    navigation["S"] = "/Sect"
    unvisited = tree.kids(navigation)
    while unvisited:
        element = unvisited.pop()
        if element["S"] not in _IN_CONTENTS:
            continue
        element["S"] = _IN_CONTENTS[element["S"]]
        unvisited += tree.kids(element)
        # A list below an entry belongs beside it: a reference contains the words of its entry only.
        if element["S"] == "/TOC" and tree.parent(element)["S"] == "/Reference":
            entry = tree.parent(element)
            tree.detach(element)
            tree.place_after(element, entry)


def _ids(tree: StructureTree, head: Any) -> list[Any]:
    """The ids of the cells in the head of a table, in order."""
    return [cell["ID"] for row in tree.kids(head) for cell in tree.kids(row) if "ID" in cell]


def _scope(tree: StructureTree, cell: Any) -> str:
    """Whether a header cell heads its column or its row."""
    group = tree.parent(tree.parent(cell))
    return "/Column" if group["S"] == "/THead" else "/Row"
