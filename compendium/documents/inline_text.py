"""The text of an element in Akoma Ntoso: emphasis, raised letters and figures, notes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from compendium.documents.doubted import Doubt
from compendium.documents.original import emphasised, is_formula, of_paragraphs, raised
from compendium.model.markup import shield

# Elements within a line, of which only the text is kept.
_PLAIN = frozenset({
    "a", "abbr", "amount", "concept", "date", "decoration", "def", "docAuthority", "docDate",
    "docNumber", "docProponent", "docStatus", "docTitle", "docType", "docketNumber", "entity",
    "event", "inline", "legislature", "location", "mref", "num", "object", "organization",
    "outcome", "person", "process", "quantity", "ref", "relatedDocument", "role", "rref",
    "session", "shortTitle", "span", "sub", "term", "time", "vote",
})  # fmt: skip
_STRONG = frozenset({"b", "i", "u"})
_EMPHASIS = frozenset({"italic", "bold", "bold italic"})
_ORDINAL_SIGNS = {"o": "º", "a": "ª"}
_ORDINAL = re.compile(r"(?:\d\.?|\b[nN])$")  # the text before a raised letter of an ordinal
_UNIT = re.compile(r"(?:^|[\s\d])(?:[kcdmµ]?m|ha|s)$")  # km², not a note
# The rest of the mark before an Arabic note.
_EMPTY_MARK = re.compile(r"^\s*(?:\(\s*\)|\*\(\s*\)\*)\s*")


class UnknownElementError(Exception):
    """An unknown element within a text."""

    def __init__(self, element: etree._Element) -> None:
        super().__init__(element.tag)
        self.element = element


@dataclass(frozen=True, slots=True)
class InlineText:
    """A text with `*emphasis*` and marks `[^1]` of its notes, counted from one.

    `again` are the figures that call a note a second time, by the number of their mark; `raised`
    are the figures that call none; `figures` are those before a note; `doubts` are the doubts about
    the text.
    """

    text: str
    notes: tuple[str, ...] = ()
    again: Mapping[int, str] = field(default_factory=dict)
    raised: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    doubts: tuple[tuple[Doubt, str], ...] = ()


class Inlines:
    """Reads the texts of a document, in order, and keeps its notes so far by their markers."""

    def __init__(self) -> None:
        self._noted: dict[str, str] = {}

    def read(self, element: etree._Element, without: str = "") -> InlineText:
        """The text of an element.

        Args:
            element: a paragraph or the like.
            without: the name of the elements in it that are read elsewhere.

        Raises:
            UnknownElementError: if it contains an unknown element.
        """
        reading = _Reading(self._noted, without)
        reading.take(element, strong=False)
        return InlineText(
            reading.text(),
            tuple(reading.notes),
            reading.again,
            tuple(reading.raised),
            tuple(reading.figures),
            tuple(reading.doubts),
        )


class _Reading:
    """The pieces of one text so far, each with whether it is emphasised; None for neither."""

    def __init__(self, noted: dict[str, str], without: str, *, of_note: bool = False) -> None:
        self._pieces: list[tuple[str, bool | None]] = []
        self._noted, self._without, self._of_note = noted, without, of_note
        self.figures: list[str] = []
        self.notes: list[str] = []
        self.again: dict[int, str] = {}
        self.raised: list[str] = []
        self.doubts: list[tuple[Doubt, str]] = []

    def take(self, element: etree._Element, *, strong: bool) -> None:
        """Add the contents of an element."""
        self._add(element.text, strong=strong)
        for child in element:
            if isinstance(child.tag, str):
                self._child(child, strong=strong)
            self._add(child.tail, strong=strong)

    def text(self) -> str:
        """The whole text; a piece that is neither, between emphasised pieces, is emphasised."""
        runs: list[tuple[str, bool]] = []
        for place, (piece, strong) in enumerate(self._pieces):
            beside = (self._pieces[place - 1 : place], self._pieces[place + 1 : place + 2])
            meant = all(pieces and pieces[0][1] for pieces in beside) if strong is None else strong
            if runs and runs[-1][1] == meant:
                runs[-1] = (runs[-1][0] + piece, meant)
            else:
                runs.append((piece, meant))
        return "".join(emphasised(piece) if strong else piece for piece, strong in runs)

    def _add(self, text: str | None, *, strong: bool | None) -> None:
        if text:
            self._pieces.append((shield(text), strong))

    def _child(self, element: etree._Element, *, strong: bool) -> None:
        name = etree.QName(element).localname
        if name == self._without:
            return
        if name == "img":
            self.doubts.append((Doubt.OBJECT, self.text()))
            return
        if name == "authorialNote":
            self._note(element)
        elif name in {"eol", "br"}:
            self._add(" ", strong=None)
        elif name == "sup":
            self._raised(element)
        elif name in _PLAIN or name in _STRONG:
            own = name in _STRONG or element.get("class") in _EMPHASIS
            self.take(element, strong=strong or own)
            if name == "sub" and text_of(element).strip().isdigit():
                self.doubts.append((Doubt.LOWERED, self.text().split()[-1]))
        else:
            raise UnknownElementError(element)

    def _note(self, element: etree._Element) -> None:
        texts = []
        for child in element.iterchildren(tag=etree.Element):
            if etree.QName(child).localname != "p":
                raise UnknownElementError(child)
            texts.append(self._said(child))
        note = " ".join(filter(None, texts))
        self.doubts += of_paragraphs(texts)
        self._noted[element.get("marker", "")] = note
        self._mark(note)

    def _said(self, paragraph: etree._Element) -> str:
        """The text of a paragraph of a note, which calls no notes."""
        reading = _Reading({}, "", of_note=True)
        reading.take(paragraph, strong=False)
        self.figures += reading.figures
        self.doubts += reading.doubts
        return _EMPTY_MARK.sub("", reading.text()).strip()

    def _mark(self, note: str) -> None:
        self.notes.append(note)
        self._pieces.append((f"[^{len(self.notes)}]", False))

    def _raised(self, element: etree._Element) -> None:
        """A raised letter or figure: of an ordinal, a note called again, a square."""
        said = text_of(element).strip()
        before = "".join(piece for piece, _ in self._pieces).rstrip()
        if said in {"(", ")"}:  # around the mark of an Arabic note
            return
        if self._of_note and said.isdigit() and not before:
            self.figures.append(said)
        elif said in self._noted and said.isdigit() and not _UNIT.search(before):
            self._mark(self._noted[said])
            self.again[len(self.notes)] = said
        elif said in _ORDINAL_SIGNS and _ORDINAL.search(before):
            self._add(_ORDINAL_SIGNS[said], strong=None)
            self.raised.append(f"{before.split()[-1]}{_ORDINAL_SIGNS[said]}")
        elif said.isascii() and said.isdigit():
            self._add(raised(said), strong=None)
            self.raised.append(f"{before.split()[-1] if before.split() else ''}{raised(said)}")
        else:
            self._add(said, strong=None)
            if is_formula(said):
                self.doubts.append((Doubt.OBJECT, self.text()))


def text_of(element: etree._Element) -> str:
    """All text within an element, with that of its notes."""
    return "".join(map(str, element.itertext()))
