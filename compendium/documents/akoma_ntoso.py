"""Akoma Ntoso for the United Nations (AKN4UN), the XML of resolutions.

The profile: https://unsceb-hlcm.github.io/part1/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from compendium.documents.blocks import Flow
from compendium.documents.original import Line, Original, Style, emphasised, raised
from compendium.errors import InputError
from compendium.untrusted.limits import AGAIN, check_text
from compendium.untrusted.markup import parse_xml

_NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_BREAK = "\v"  # a line end of the document, apart from those of the file
_EMPHASIS = frozenset({"italic", "bold", "bold italic"})
# Each is a line of its own; what a passage holds beside its paragraphs is its number.
_PASSAGES = frozenset({"paragraph", "item", "listIntroduction", "formula", "container"})
_ORDINAL_SIGNS = {"o": "º", "a": "ª"}
_TYPED_NUMBER = re.compile(r"^\s*(\d{1,3})\t")  # 28 and a tab, where the stop was forgotten
_EMPTY_MARK = re.compile(r"^\s*\(\s*\)\s*")  # what is left of the mark before an Arabic note


def is_akoma_ntoso(content: bytes) -> bool:
    """Whether an XML document says that it is in this format."""
    return b"akomaNtoso" in content[:4096]


def read_akoma_ntoso(content: bytes, path: Path) -> Original:
    """Read a resolution in Akoma Ntoso.

    Raises:
        InputError: if it is no well-formed XML, too long, declares entities, or is another format.
    """
    check_text(content, path)
    root = parse_xml(content, path, remedy=AGAIN)
    if etree.QName(root).namespace != _NAMESPACE:
        raise InputError(
            f"{path}: XML, but not Akoma Ntoso",
            remedy="get the document in another format: .docx, .pdf, .html, .txt",
        )
    walk = _Walk()
    for part in root.iterchildren():
        walk.part(part)
    return Original(str(path), tuple(walk.lines), Flow.FIXED)


class _Walk:
    """The lines read so far, and the notes that wait for the end of their line."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.waiting: list[tuple[str, etree._Element]] = []

    def part(self, element: etree._Element) -> None:
        """Read an element that holds passages or paragraphs."""
        name = _name(element)
        if name in {"meta", "img"}:
            return
        if name == "p":
            self._lines(self._text(element), element, Style.TEXT)
        elif name == "preface":
            self._lines(" ".join(self._paragraphs(element)), element, Style.HEADING)
        elif name in _PASSAGES and element.find(f"{{{_NAMESPACE}}}blockList") is None:
            self._passage(element, Style.TEXT)
        elif name == "attachments":
            self._attachments(element)
        else:
            for child in element.iterchildren():
                self.part(child)

    def _passage(self, element: etree._Element, style: Style) -> None:
        number = "".join(element.findtext(f"{{{_NAMESPACE}}}num") or "")
        text = " ".join(self._paragraphs(element)) or self._text(element)
        text = _TYPED_NUMBER.sub(r"\1. ", text)
        self._lines(f"{number} {text.strip()}".strip(), element, style)

    def _attachments(self, element: etree._Element) -> None:
        """What is attached; its first line, which says annex, is a heading."""
        first = len(self.lines)
        for child in element.iterchildren():
            self.part(child)
        if first < len(self.lines):
            line = self.lines[first]
            self.lines[first] = Line(line.text.replace("*", ""), line.place, Style.HEADING)

    def _paragraphs(self, element: etree._Element) -> Iterator[str]:
        """The texts of the paragraphs below an element, those of notes apart."""
        for child in element.iterchildren():
            if _name(child) == "p":
                yield self._text(child).strip()
            elif _name(child) not in {"authorialNote", "num"}:
                yield from self._paragraphs(child)

    def _text(self, element: etree._Element) -> str:
        pieces = [element.text or ""]
        for child in element.iterchildren():
            pieces += [self._inline(child), child.tail or ""]
        return "".join(pieces)

    def _inline(self, element: etree._Element) -> str:
        name = _name(element)
        if name == "authorialNote":
            self.waiting.append((element.get("marker", ""), element))
            return raised(element.get("marker", ""))
        if name == "eol":
            return _BREAK
        if name in {"num", "img"}:
            return ""
        text = self._text(element)
        if name == "sup":
            return "" if text.strip() in {"(", ")"} else _ORDINAL_SIGNS.get(text.strip(), text)
        return emphasised(text) if element.get("class") in _EMPHASIS else text

    def _lines(self, text: str, element: etree._Element, style: Style) -> None:
        """Add a text, and after it its notes."""
        place = _line_of(element)
        self.lines += [Line(line, place, style) for line in text.split(_BREAK) if line.strip()]
        waiting, self.waiting = self.waiting, []
        for marker, note in waiting:
            said = _EMPTY_MARK.sub("", " ".join(self._paragraphs(note)))
            self.lines.append(Line(f"{raised(marker)} {said.strip()}", place))


def _line_of(element: etree._Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)
