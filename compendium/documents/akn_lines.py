"""The lines of an Akoma Ntoso file, read element by element; unknown elements are refused."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from lxml import etree

from compendium.documents.akn_elements import has_text, path_of
from compendium.documents.inline_text import Inlines, InlineText, UnknownElementError
from compendium.documents.original import BY_HAND, Line, Role, Said, Style
from compendium.errors import InputError
from compendium.untrusted.xml_markup import line_of, name_of

_KNOWN = {"table": "a table"}


class AknLines:
    """The lines read so far, and how elements become lines."""

    def __init__(self, path: Path) -> None:
        self.lines: list[Line] = []
        self._path = path
        self._inlines = Inlines()

    def read(self, element: etree._Element, without: str = "") -> InlineText:
        """The text of an element, without the elements in it that are read elsewhere."""
        try:
            return self._inlines.read(element, without)
        except UnknownElementError as fault:
            self.unknown(fault.element)

    def line(
        self,
        element: etree._Element,
        said: Said,
        read: InlineText,
        style: Style = Style.TEXT,
        made: str = "",
    ) -> None:
        """Add the line of an element; `made` is the part of its text that is not in the file."""
        said = replace(
            said, notes=read.notes, again=read.again, raised=read.raised, figures=read.figures
        )
        style = Style.HEADING if said.role in {Role.NUMBER, Role.HEADING} else style
        if read.text.strip():
            text = f"{made}{read.text.strip()}" if made else read.text
            self.lines.append(Line(text, line_of(element), style, said, made, read.doubts))

    def children(self, element: etree._Element) -> Iterator[etree._Element]:
        """The elements directly below an element that contains no text directly."""
        if has_text(element):
            self.refuse(element, f"text outside of any paragraph, in {path_of(element)}")
        return element.iterchildren(tag=etree.Element)

    def unknown(self, element: etree._Element) -> NoReturn:
        """Refuse an unknown element."""
        self.refuse(element, _KNOWN.get(name_of(element), f"the element {path_of(element)}"))

    def refuse(self, element: etree._Element, what: str) -> NoReturn:
        """Refuse a structure by its name."""
        raise InputError(
            f"{self._path}:{line_of(element)}: {what}: no record holds that yet", remedy=BY_HAND
        )
