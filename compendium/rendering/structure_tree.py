"""Reads and changes the tree of structure elements in a PDF that is being written."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pydyf

# Roles of elements that mean nothing when they are empty.
_EMPTY = frozenset({"/NonStruct", "/Span", "/Div", "/P", "/Sect"})


class StructureTree:
    """The structure elements of a PDF, each as a dictionary of pydyf.

    A kid of an element is a number (marked content on the page of the element) or a reference (to
    another element, or to a link of a page); see ISO 32000-1, 14.7.2.
    """

    def __init__(self, pdf: Any) -> None:
        self._pdf = pdf
        self._root = self._element(pdf.catalog["StructTreeRoot"])
        self.document = self._element(self._root["K"][0])
        self._pages = {page: number for number, page in enumerate(pdf.page_references)}
        self._places: dict[int, dict[int, int]] = {}

    def walk(self) -> list[Any]:
        """The elements of the document, in reading order."""
        return self._below(self.document)

    def kids(self, element: Any) -> list[Any]:
        """The elements directly below one."""
        elements = (self._element(kid) for kid in element["K"] if isinstance(kid, bytes))
        return [kid for kid in elements if kid.get("Type") == "/StructElem"]

    def parent(self, element: Any) -> Any:
        """The element above one."""
        return self._element(element["P"])

    def marks(self, element: Any) -> list[int]:
        """The numbers of the marked content directly in an element."""
        return [kid for kid in element["K"] if isinstance(kid, int)]

    def page(self, element: Any) -> int:
        """The number of the page, from zero, of the marked content of an element."""
        return self._pages[element["Pg"]]

    def detach(self, element: Any) -> None:
        """Take an element out of its parent."""
        self.parent(element)["K"].remove(element.reference)

    def place(self, element: Any, parent: Any, position: int) -> None:
        """Insert a detached element into another."""
        parent["K"].insert(position, element.reference)
        element["P"] = parent.reference

    def place_after(self, element: Any, other: Any) -> None:
        """Insert a detached element after another."""
        parent = self.parent(other)
        self.place(element, parent, parent["K"].index(other.reference) + 1)

    def wrap(self, element: Any, role: str) -> None:
        """Wrap an element in a new one with a role."""
        parent = self.parent(element)
        wrapper = pydyf.Dictionary({"Type": "/StructElem", "S": role, "K": pydyf.Array()})
        wrapper["P"] = parent.reference
        self._pdf.add_object(wrapper)
        parent["K"][parent["K"].index(element.reference)] = wrapper.reference
        self.place(element, wrapper, 0)

    def alone(self, element: Any, mark: int) -> Any:
        """The element with one marked content and nothing else; it is made if there is none."""
        if element["K"] == [mark]:
            return element
        inner = pydyf.Dictionary({"Type": "/StructElem", "S": "/Span", "K": pydyf.Array([mark])})
        inner |= {"Pg": element["Pg"], "P": element.reference}
        self._pdf.add_object(inner)
        element["K"][element["K"].index(mark)] = inner.reference
        self._parents(self.page(element))[mark] = inner.reference
        return inner

    def join(self, alike: Callable[[Any, Any], bool]) -> None:
        """Join neighbouring elements that are parts of one, at every level.

        Args:
            alike: whether an element continues in the element after it.
        """
        replaced: dict[bytes, bytes] = {}
        self._join(self.document, alike, replaced)
        if replaced:
            self._rename_parents(replaced)

    def make_ornament(self, element: Any) -> None:
        """Remove an element, and mark its content as an artifact, which screen readers ignore."""
        marks = [
            (self.page(inner), mark)
            for inner in [element, *self._below(element)]
            for mark in self.marks(inner)
        ]
        for page, mark in marks:
            self._parents(page)[mark] = b"null"  # it keeps its place, for the numbers of the others
            place = self._places_of_marks(page)[mark]
            # "/Role <</MCID 7>> BDC" becomes "/Artifact BMC": an artifact has no number.
            self.content(page)[place - 1 : place + 2] = ["/Artifact", b"", b"BMC"]
        self._drop(element)

    def drop_empty(self) -> None:
        """Remove the elements that are empty and mean nothing."""
        for element in reversed(self.walk()):
            if not element["K"] and element["S"] in _EMPTY:
                self._drop(element)

    def _join(
        self, parent: Any, alike: Callable[[Any, Any], bool], replaced: dict[bytes, bytes]
    ) -> None:
        last = None
        for element in self.kids(parent):
            if last is not None and alike(last, element):
                last["K"].extend(element["K"])
                for kid in self.kids(element):
                    kid["P"] = last.reference
                self._drop(element)
                replaced[element.reference] = last.reference
            else:
                last = element
        for element in self.kids(parent):
            self._join(element, alike, replaced)

    def _drop(self, element: Any) -> None:
        """Remove an element; pydyf cannot remove its object, which remains, empty."""
        self.detach(element)
        element.clear()

    def _rename_parents(self, replaced: dict[bytes, bytes]) -> None:
        """Update the tree of parents with the elements that replaced others."""
        numbered = self._element(self._root["ParentTree"])["Nums"]
        for place, entry in enumerate(numbered):
            if isinstance(entry, list):
                entry[:] = [replaced.get(parent, parent) for parent in entry]
            elif isinstance(entry, bytes):
                numbered[place] = replaced.get(entry, entry)

    def _parents(self, page: int) -> Any:
        """The elements to which the marked contents of a page belong, by number."""
        numbered = self._element(self._root["ParentTree"])["Nums"]
        return numbered[numbered.index(page) + 1]

    def _places_of_marks(self, page: int) -> dict[int, int]:
        """The place in the content of a page where each marked content has its number."""
        if page not in self._places:
            self._places[page] = {
                part["MCID"]: place
                for place, part in enumerate(self.content(page))
                if isinstance(part, pydyf.Dictionary) and "MCID" in part
            }
        return self._places[page]

    def content(self, page: int) -> list[Any]:
        """The operators and operands of a page; change them only after everything else."""
        sheet = self._element(next(name for name, at in self._pages.items() if at == page))
        stream = self._element(sheet["Contents"]).stream
        assert isinstance(stream, list)
        return stream

    def fonts(self) -> Any:
        """The fonts of the pages, by the names that their content uses."""
        sheet = self._element(next(iter(self._pages)))
        return self._element(self._element(sheet["Resources"])["Font"])

    def _below(self, root: Any) -> list[Any]:
        """The elements below one, in reading order."""
        elements, waiting = [], self.kids(root)[::-1]
        while waiting:
            element = waiting.pop()
            elements.append(element)
            waiting += self.kids(element)[::-1]
        return elements

    def _element(self, reference: bytes) -> Any:
        return self._pdf.objects[int(reference.split()[0])]
