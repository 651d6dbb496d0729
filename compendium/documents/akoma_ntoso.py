"""Akoma Ntoso for the United Nations (AKN4UN), the XML of resolutions.

The profile: https://unsceb-hlcm.github.io/part1/

The structure of the file is kept: what is the title, what stands below which paragraph. An element
that is not known here is refused by its path, and a structure that no record holds by its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from lxml import etree

from compendium.documents.akn_elements import (
    HEADINGS,
    has_text,
    is_number,
    is_ornament,
    line_of,
    lines_below,
    name_of,
    path_of,
)
from compendium.documents.blocks import Flow
from compendium.documents.inline_text import Inlines, InlineText, UnknownElementError, text_of
from compendium.documents.original import BY_HAND, Line, Original, Role, Said, Style
from compendium.documents.shown_text import shown_in_statement
from compendium.errors import InputError
from compendium.untrusted.limits import AGAIN, check_text
from compendium.untrusted.markup import parse_xml

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_PASSAGES = frozenset({"paragraph", "subparagraph", "point", "item", "indent", "alinea"})
_LISTS = frozenset({"list", "blockList"})
_OPENINGS = frozenset({"intro", "listIntroduction"})
_ENDINGS = frozenset({"wrapUp", "listWrapUp"})
_FRAMES = frozenset({"content", "container", "hcontainer", "blockContainer", "section"})
_HEADING_CLASS = re.compile(r"H\d+")
_WHOLLY_EMPHASISED = re.compile(r"\s*\*[^*]+\*\s*")
_TYPED_NUMBER = re.compile(r"\s*(\d{1,3})\t")  # 28 and a tab, where the stop was forgotten
_MANY = "several resolutions or decisions in one file"
_KNOWN = {"documentCollection": _MANY, "components": _MANY, "table": "a table"}


def is_akoma_ntoso(content: bytes) -> bool:
    """Whether an XML document says that it is in this format."""
    return b"akomaNtoso" in content[:4096]


def read_akoma_ntoso(content: bytes, path: Path) -> Original:
    """Read a resolution in Akoma Ntoso.

    Raises:
        InputError: if it is no well-formed XML, too long, declares entities, is another format, or
            holds an element or a structure that is not known.
    """
    check_text(content, path)
    root = parse_xml(content, path, remedy=AGAIN)
    if etree.QName(root).namespace != _NAMESPACE:
        raise InputError(
            f"{path}: XML, but not Akoma Ntoso",
            remedy="get the document in another format: .docx, .pdf, .html, .txt",
        )
    walk = _Walk(path)
    walk.root(root)
    return Original(str(path), tuple(walk.lines), Flow.FIXED, shown=shown_in_statement(root))


class _Walk:
    """The lines read so far."""

    def __init__(self, path: Path) -> None:
        self.lines: list[Line] = []
        self._path = path
        self._inlines = Inlines()
        self._waiting: Said | None = None  # a number whose text is the next paragraph

    def root(self, element: etree._Element) -> None:
        """Read the one statement that the file holds."""
        statements = list(self._children(element))
        for child in statements:
            if name_of(child) != "statement":
                self._unknown(child)
        for statement in statements[1:]:
            self._refuse(statement, _MANY)
        for part in (part for statement in statements for part in self._children(statement)):
            self._of_statement(part)
            self._refuse_waiting(part)

    def _of_statement(self, element: etree._Element) -> None:
        match name_of(element):
            case "meta":
                pass
            case "coverPage":
                self._lines(element, Role.HEAD)
            case "preface":
                self._preface(element)
            case "preamble":
                self._preamble(element)
            case "mainBody":
                self._body(element)
            case "conclusions":
                self._lines(element, Role.CLOSING)
            case "attachments":
                self._annexes(element)
            case _:
                self._unknown(element)

    def _preface(self, element: etree._Element) -> None:
        """Number and title, which share a paragraph."""
        for child in self._children(element):
            if name_of(child) != "p":
                self._unknown(child)
            for number in child.iter(f"{{{_NAMESPACE}}}docNumber"):
                self._line(number, Said(Role.NUMBER), self._read(number))
            self._line(child, Said(Role.TITLE), self._read(child, without="docNumber"))

    def _preamble(self, element: etree._Element) -> None:
        for child in self._children(element):
            match name_of(child):
                case "formula":
                    self._lines(child, Role.FORMULA)
                case "container" | "recitals" | "recital":
                    self._parts(child, Said(Role.PREAMBULAR))
                case "p":
                    self._text(child, Said(Role.PREAMBULAR, loose=True))
                case name if name in HEADINGS:
                    self._heading(child)
                case _:
                    self._unknown(child)

    def _body(self, element: etree._Element) -> None:
        """What holds passages: the operative part, a section of it."""
        for child in self._children(element):
            name = name_of(child)
            if name in _PASSAGES:
                self._passage(child, Said(Role.PASSAGE))
            elif is_number(child):
                self._line(child, Said(Role.HEADING), self._read(child))
            elif name == "p":
                self._text(child, Said(Role.PASSAGE))
            elif name in HEADINGS:
                self._heading(child)
            elif name in _FRAMES:
                self._body(child)
            else:
                self._unknown(child)

    def _passage(self, element: etree._Element, said: Said) -> None:
        """A paragraph, subparagraph or item, with what stands below it."""
        numbers = [one for one in self._children(element) if is_number(one)]
        mark = text_of(numbers[0]).strip() if numbers else ""
        if _HEADING_CLASS.fullmatch(element.get("class") or ""):
            for number in numbers:
                self._line(number, Said(Role.HEADING), self._read(number))
            said = replace(said, role=Role.HEADING, loose=True)
        elif self._waiting and self._waiting.depth == said.depth and not mark:
            mark, said, self._waiting = self._waiting.mark, replace(said, loose=True), None
        self._refuse_waiting(element)
        first = len(self.lines)
        self._parts(element, replace(said, mark=mark))
        texts = [line.said for line in self.lines[first:] if line.said]
        if mark and said.role is Role.PASSAGE and not any(one.mark == mark for one in texts):
            if any(one.role is Role.PASSAGE for one in texts):
                self._refuse(element, f"paragraph {mark} begins at once with a list")
            self._waiting = replace(said, mark=mark)

    def _refuse_waiting(self, element: etree._Element) -> None:
        if self._waiting:
            self._refuse(element, f"the number {self._waiting.mark} of no text")

    def _parts(self, element: etree._Element, said: Said) -> Said:
        """The parts of a passage; gives what a further one would be: after a text, it goes on."""
        for child in self._children(element):
            name = name_of(child)
            if is_number(child):
                continue
            if name in HEADINGS:
                self._heading(child)
            elif name in {"p", "listIntroduction", "listWrapUp"}:
                self._text(child, said)
                said = _going_on(said)
            elif name in {"content", "intro", "wrapUp", "container", *_LISTS}:
                said = self._parts(child, said)
            elif name in _PASSAGES or name == "sublist":
                self._below(child, said)
                said = _going_on(said)
            else:
                self._unknown(child)
        return said

    def _below(self, element: etree._Element, said: Said) -> None:
        """A passage below another, or a list of them of which the file says no more."""
        if name_of(element) == "sublist":
            for point in self._children(element):
                if name_of(point) not in _PASSAGES:
                    self._unknown(point)
                self._passage(point, Said(Role.PASSAGE, depth=said.depth + 2, loose=True))
        else:
            self._passage(element, Said(Role.PASSAGE, depth=said.depth + 1))

    def _heading(self, element: etree._Element) -> None:
        """A heading; what is set as one but belongs to the preamble of a section is refused."""
        if element.get("refersTo") == "#preamble":
            self._refuse(element, "a section with a preamble of its own")
        self._line(element, Said(Role.HEADING), self._read(element))

    def _text(self, element: etree._Element, said: Said) -> None:
        """A text; one in the operative part without number that is all emphasis is a heading."""
        read = self._read(element)
        if is_ornament(element):
            said = Said(Role.ORNAMENT)
        elif said.role is Role.PASSAGE and not said.mark:
            typed = _TYPED_NUMBER.match(read.text)
            if typed:
                said = replace(said, mark=typed[1], loose=True)
                read = replace(read, text=read.text[typed.end() :])
            elif _WHOLLY_EMPHASISED.fullmatch(read.text) and not _is_ended(read.text):
                said = Said(Role.HEADING, loose=True)
        self._line(element, said, read)

    def _lines(self, element: etree._Element, role: Role) -> None:
        """The paragraphs of a part that has no structure of its own."""
        for child in self._children(element):
            if name_of(child) != "p":
                self._unknown(child)
            self._line(child, Said(role), self._read(child))

    def _annexes(self, element: etree._Element) -> None:
        """What is attached, line by line: each annex is left out, and its first line names it."""
        for attachment in self._children(element):
            style = Style.HEADING
            for line in lines_below(attachment):
                self._line(line, Said(Role.ANNEX), self._read(line), style)
                style = Style.TEXT

    def _read(self, element: etree._Element, without: str = "") -> InlineText:
        try:
            return self._inlines.read(element, without)
        except UnknownElementError as fault:
            self._unknown(fault.element)

    def _line(
        self, element: etree._Element, said: Said, read: InlineText, style: Style = Style.TEXT
    ) -> None:
        said = replace(
            said, notes=read.notes, again=read.again, raised=read.raised, figures=read.figures
        )
        style = Style.HEADING if said.role in {Role.NUMBER, Role.HEADING} else style
        if read.text.strip():
            self.lines.append(Line(read.text, line_of(element), style, said))

    def _children(self, element: etree._Element) -> Iterator[etree._Element]:
        """The elements directly below one that holds no text of its own."""
        if has_text(element):
            self._refuse(element, f"text outside of any paragraph, in {path_of(element)}")
        return element.iterchildren(tag=etree.Element)

    def _unknown(self, element: etree._Element) -> NoReturn:
        self._refuse(element, _KNOWN.get(name_of(element), f"the element {path_of(element)}"))

    def _refuse(self, element: etree._Element, what: str) -> NoReturn:
        raise InputError(
            f"{self._path}:{line_of(element)}: {what}: no record holds that yet", remedy=BY_HAND
        )


def _going_on(said: Said) -> Said:
    return said if said.role is Role.HEADING else Said(Role.GOES_ON, depth=said.depth)


def _is_ended(text: str) -> bool:
    return text.rstrip(" *\t\n").endswith((".", ";", ":", ",", "。", "；", "：", "，", "،", "؛"))  # noqa: RUF001
