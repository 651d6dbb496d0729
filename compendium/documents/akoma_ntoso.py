"""Akoma Ntoso for the United Nations (AKN4UN), the XML of resolutions.

The profile: https://unsceb-hlcm.github.io/part1/

The reader keeps the structure of the file: which text is the title, and which is below which
paragraph. It refuses an unknown element by its path, and a structure that fits no record by its
name.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from lxml import etree

from compendium.documents.akn_annexes import read_attachments
from compendium.documents.akn_elements import HEADINGS, is_number, is_ornament, language_said
from compendium.documents.akn_lines import AknLines
from compendium.documents.blocks import Flow
from compendium.documents.inline_text import text_of
from compendium.documents.original import Original, Role, Said
from compendium.documents.shown_text import shown_in_statement
from compendium.errors import InputError
from compendium.model.markup import wholly_emphasised
from compendium.model.record_numbers import as_number
from compendium.untrusted.limits import AGAIN, check_text
from compendium.untrusted.xml_markup import name_of, parse_xml

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_PASSAGES = frozenset({"paragraph", "subparagraph", "point", "item", "indent", "alinea"})
_LISTS = frozenset({"list", "blockList"})
_OPENINGS = frozenset({"intro", "listIntroduction"})
_ENDINGS = frozenset({"wrapUp", "listWrapUp"})
_FRAMES = frozenset({"content", "container", "hcontainer", "blockContainer", "section"})
_HEADING_CLASS = re.compile(r"H\d+")
_TYPED_NUMBER = re.compile(r"\s*(\d{1,3})\t")  # 28 and a tab, if the full stop was forgotten


def is_akoma_ntoso(content: bytes) -> bool:
    """Whether an XML document declares that it is in this format."""
    return b"akomaNtoso" in content[:4096]


def read_akoma_ntoso(content: bytes, path: Path) -> Original:
    """Read a resolution in Akoma Ntoso.

    Raises:
        InputError: if it is not well-formed XML, too long, declares entities, is another format, or
            contains an unknown element or structure.
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
    return Original(
        str(path),
        tuple(walk.lines),
        Flow.FIXED,
        starts=tuple(walk.starts),
        shown=shown_in_statement(root),
        language=language_said(root),
    )


class _Walk(AknLines):
    """The lines read so far, where each resolution begins, and what the reader is waiting for."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.starts: list[int] = []
        self._collection = ""  # the number that the parts of a resolution share
        self._waiting: Said | None = None  # a number whose text is the next paragraph

    def root(self, element: etree._Element) -> None:
        """Read the statement in the file, or the collection of several."""
        for child in self.children(element):
            match name_of(child):
                case "statement":
                    self._statement(child)
                case "components" | "component":
                    self.root(child)
                case "documentCollection":
                    self._of_collection(child)
                case _:
                    self.unknown(child)

    def _statement(self, element: etree._Element) -> None:
        self.starts.append(len(self.lines) + 1)
        for part in self.children(element):
            self._of_statement(part)
            self._refuse_waiting(part)

    def _of_collection(self, element: etree._Element) -> None:
        """Read the text before the parts of a resolution: their common number and heading."""
        for child in self.children(element):
            match name_of(child):
                case "meta":
                    pass
                case "coverPage":
                    self._all_lines(child, Role.HEAD)
                case "preface":
                    self._preface(child, Role.HEADING)
                    numbers = (line.text for line in self.lines if line.said == Said(Role.NUMBER))
                    self._collection = as_number(next(numbers, "")).rstrip(".")
                case "collectionBody" if not text_of(child).strip():
                    pass
                case _:
                    self.unknown(child)

    def _of_statement(self, element: etree._Element) -> None:
        match name_of(element):
            case "meta":
                pass
            case "coverPage":
                self._all_lines(element, Role.HEAD)
            case "preface":
                self._preface(element)
            case "preamble":
                self._preamble(element)
            case "mainBody":
                self._body(element)
            case "conclusions":
                self._all_lines(element, Role.CLOSING)
            case "attachments":
                read_attachments(self, element)
            case _:
                self.unknown(element)

    def _preface(self, element: etree._Element, title: Role = Role.TITLE) -> None:
        """Read number and title, which share a paragraph; a part adds a letter to its number."""
        for child in self.children(element):
            if name_of(child) != "p":
                self.unknown(child)
            for number in child.iter(f"{{{_NAMESPACE}}}docNumber"):
                self.line(number, Said(Role.NUMBER), self.read(number), made=self._common(number))
            self.line(child, Said(title), self.read(child, without="docNumber"))

    def _common(self, number: etree._Element) -> str:
        """The part of the number that the number of a part lacks: that of the whole."""
        alone = len(text_of(number).strip(" .\t\n")) == 1
        return f"{self._collection} " if alone and self._collection else ""

    def _preamble(self, element: etree._Element) -> None:
        for child in self.children(element):
            match name_of(child):
                case "formula":
                    self._all_lines(child, Role.FORMULA)
                case "container" | "recitals" | "recital":
                    self._parts(child, Said(Role.PREAMBULAR))
                case "p":
                    self._text(child, Said(Role.PREAMBULAR, loose=True))
                case name if name in HEADINGS:
                    self._heading(child)
                case _:
                    self.unknown(child)

    def _body(self, element: etree._Element) -> None:
        """Read an element with passages: the operative part, or a section of it."""
        for child in self.children(element):
            name = name_of(child)
            if name in _PASSAGES:
                self._passage(child, Said(Role.PASSAGE))
            elif is_number(child):
                self.line(child, Said(Role.HEADING), self.read(child))
            elif name == "p":
                self._text(child, Said(Role.PASSAGE))
            elif name in HEADINGS:
                self._heading(child)
            elif name in _FRAMES:
                self._body(child)
            else:
                self.unknown(child)

    def _passage(self, element: etree._Element, said: Said) -> None:
        """Read a paragraph, subparagraph or item, with everything below it."""
        numbers = [one for one in self.children(element) if is_number(one)]
        mark = text_of(numbers[0]).strip() if numbers else ""
        if _HEADING_CLASS.fullmatch(element.get("class") or ""):
            for number in numbers:
                self.line(number, Said(Role.HEADING), self.read(number))
            said = replace(said, role=Role.HEADING, loose=True)
        elif self._waiting and self._waiting.depth == said.depth and not mark:
            mark, said, self._waiting = self._waiting.mark, replace(said, loose=True), None
        self._refuse_waiting(element)
        first = len(self.lines)
        self._parts(element, replace(said, mark=mark))
        texts = [line.said for line in self.lines[first:] if line.said]
        if mark and said.role is Role.PASSAGE and not any(one.mark == mark for one in texts):
            if any(one.role is Role.PASSAGE for one in texts):
                self.refuse(element, f"paragraph {mark} begins at once with a list")
            self._waiting = replace(said, mark=mark)

    def _refuse_waiting(self, element: etree._Element) -> None:
        if self._waiting:
            self.refuse(element, f"the number {self._waiting.mark} of no text")

    def _parts(self, element: etree._Element, said: Said) -> Said:
        """Read the parts of a passage; return the role of a further part: it continues a text."""
        for child in self.children(element):
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
                self.unknown(child)
        return said

    def _below(self, element: etree._Element, said: Said) -> None:
        """Read a passage below another, or a list of passages that the file does not describe."""
        if name_of(element) == "sublist":
            for point in self.children(element):
                if name_of(point) not in _PASSAGES:
                    self.unknown(point)
                self._passage(point, Said(Role.PASSAGE, depth=said.depth + 2, loose=True))
        else:
            self._passage(element, Said(Role.PASSAGE, depth=said.depth + 1))

    def _heading(self, element: etree._Element) -> None:
        """Read a heading; refuse one that belongs to the preamble of a section."""
        if element.get("refersTo") == "#preamble":
            self.refuse(element, "a section with a preamble of its own")
        self.line(element, Said(Role.HEADING), self.read(element))

    def _text(self, element: etree._Element, said: Said) -> None:
        """Read a text; an unnumbered operative one that is all emphasis is a heading."""
        read = self.read(element)
        if is_ornament(element):
            said = Said(Role.ORNAMENT)
        elif said.role is Role.PASSAGE and not said.mark:
            typed = _TYPED_NUMBER.match(read.text)
            if typed:
                said = replace(said, mark=typed[1], loose=True)
                read = replace(read, text=read.text[typed.end() :])
            elif wholly_emphasised(read.text) and not _is_ended(read.text):
                said = Said(Role.HEADING, loose=True)
        self.line(element, said, read)

    def _all_lines(self, element: etree._Element, role: Role) -> None:
        """The paragraphs of a part that has no inner structure."""
        for child in self.children(element):
            if name_of(child) != "p":
                self.unknown(child)
            self.line(child, Said(role), self.read(child))


def _going_on(said: Said) -> Said:
    return said if said.role is Role.HEADING else Said(Role.GOES_ON, depth=said.depth)


def _is_ended(text: str) -> bool:
    return text.rstrip(" *\t\n").endswith((".", ";", ":", ",", "。", "；", "：", "，", "،", "؛"))  # noqa: RUF001
