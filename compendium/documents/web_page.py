"""Web pages: paragraphs, headings, lists, notes, and the lines of a page of typed text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import lxml.html
from lxml import etree

from compendium.documents.blocks import KEPT
from compendium.documents.bullets import BULLET
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.look import looks_otherwise
from compendium.documents.marks_alone import begins_with_mark
from compendium.documents.notes_below import with_raised_notes
from compendium.documents.objects import OBJECT, OTHERWISE, lowered, with_objects_told
from compendium.documents.original import (
    Original,
    Style,
    is_formula,
    is_power,
    raised,
    superscript,
)
from compendium.documents.powers import without_other_signs
from compendium.documents.shown_text import shown_in_page
from compendium.documents.web_blocks import Block, divided, joined, lines_of_blocks, row_of
from compendium.documents.web_lists import ListMarks, is_counted
from compendium.documents.web_markup import (
    has_no_text,
    is_hidden,
    is_laid_out_as_block,
    is_object,
    is_struck,
    space_beside,
    stands_out,
)
from compendium.documents.web_notes import notes_of, without_label
from compendium.documents.web_styles import BESIDE, apply_styles
from compendium.errors import InputError
from compendium.model.markup import shield
from compendium.untrusted.encodings import decoded_page
from compendium.untrusted.limits import AGAIN, check_text

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"),
    *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
    *("header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option"),
    *("p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
}
_ROW = frozenset({"tr", "dl"})


def read_web_page(content: bytes, path: Path) -> Original:
    """Read an HTML page; nothing that it refers to is fetched.

    Raises:
        InputError: if it is larger than any report, nested too deeply, or without text.
    """
    check_text(content, path)
    page = decoded_page(content, path)
    if "\0" in page:
        raise InputError(f"{path}: no text", remedy="give a document that can be read")
    parser = lxml.html.HTMLParser(encoding="utf-8")
    try:
        root = lxml.html.document_fromstring(page.encode(), parser)
    except etree.ParserError:  # the page contains no element
        raise InputError(f"{path}: it holds no text", remedy=AGAIN) from None
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise InputError(
            f"{path}: its parts are nested without end", remedy="save the document again as text"
        )
    apply_styles(root, path)
    walk = _Walk(root, path)
    walk.take(root, strong=False)
    walk.end_block()
    aids = ", ".join(dict.fromkeys(filter(None, map(_words, root.iter("rt")))))
    lines, flow = lines_of_blocks(walk.blocks)
    doubted = (
        *(Doubted(Doubt.HIDDEN, 0, words) for words in walk.hidden),
        *(Doubted(Doubt.STRUCK, 0, words) for words in walk.struck),
        *(Doubted(Doubt.AID, 0, aids) for _ in aids[:1]),
    )
    lines = with_raised_notes(with_objects_told(lines))
    return Original(str(path), lines, flow, "paragraph", shown=shown_in_page(root), doubted=doubted)


class _Walk:
    """The blocks read so far, and the pieces of the current block.

    A piece is a text and whether it is emphasis; an empty piece is the end of a line.
    """

    def __init__(self, root: etree._Element, path: Path) -> None:
        self.blocks: list[Block] = []
        self.hidden: list[str] = []
        self.struck: list[str] = []
        self._path, self._notes = path, notes_of(root)
        self._marks = ListMarks()
        self._pieces: list[tuple[str, bool]] = []
        self._mark, self._style = "", Style.TEXT
        self._typed = False  # within <pre>
        self._otherwise = False  # within text that is shown in another way than the file states

    def take(self, element: etree._Element, *, strong: bool) -> None:
        """Read an element and its contents."""
        if has_no_text(element) or element in self._notes.back:
            return
        if is_hidden(element) or is_struck(element):
            if words := _words(element):
                (self.hidden if is_hidden(element) else self.struck).append(words)
            return
        if element in self._notes.notes:
            self._note(element, self._notes.notes[element])
        elif element in self._notes.calls:
            self._add(raised(self._notes.calls[element]), strong=False)
        elif element.tag == "br":
            self._pieces.append(("", False))
        elif is_object(element):
            self._add(OBJECT, strong=False)
            self._hold(element, strong=strong)
        elif element.tag in {"sup", "sub"}:
            self._raise(element, strong=strong)
        else:
            self._laid_out(element, strong=strong)

    def _laid_out(self, element: etree._Element, *, strong: bool) -> None:
        """Read an element as a paragraph, or as words in a line, perhaps with space around them."""
        if element.tag in _BLOCKS or is_laid_out_as_block(element):
            self._block(element, strong=strong)
            return
        before, after = space_beside(element)
        self._add(" " * before, strong=False)
        self._hold(element, strong=strong)
        self._add(" " * after, strong=False)

    def _hold(self, element: etree._Element, *, strong: bool) -> None:
        """Read the contents of an element."""
        strong = strong or stands_out(element)
        outer, self._otherwise = self._otherwise, self._otherwise or looks_otherwise(element)
        if BESIDE in element.attrib and not is_counted(element):
            self._add(OBJECT, strong=False)
        if element.tag == "q":
            self._add('"', strong=strong)
        self._text(element.text, strong=strong)
        for child in element:
            self.take(child, strong=strong)
            self._text(child.tail, strong=strong)
        if element.tag == "q":
            self._add('"', strong=strong)
        self._otherwise = outer

    def _block(self, element: etree._Element, *, strong: bool) -> None:
        self.end_block()
        outer = self._style, self._typed
        if element.tag in _HEADINGS:
            self._style = Style.HEADING
        if element.tag == "li":
            self._mark = self._marks.mark(
                element, f"{self._path}, after paragraph {len(self.blocks)}"
            )
        self._typed = self._typed or element.tag == "pre"
        first = len(self.blocks)
        self._hold(element, strong=strong)
        self.end_block()
        self._style, self._typed = outer
        if element.tag == "li":
            self._mark = ""
        if element.tag in _ROW:
            self.blocks[first:] = row_of(self.blocks[first:])
        elif element.tag == "table":
            self.blocks[first:] = (replace(block, in_table=True) for block in self.blocks[first:])

    def _text(self, text: str | None, *, strong: bool) -> None:
        if not text:
            return
        if self._otherwise and text.strip():
            self._add(OTHERWISE, strong=strong)
        if not self._typed:
            self._add(shield(text), strong=strong)
            return
        for place, line in enumerate(text.split("\n")):
            if place:
                self._pieces.append(("", False))
            self._add(shield(line), strong=strong)

    def _add(self, text: str, *, strong: bool) -> None:
        if text:
            self._pieces.append((text, strong))

    def _raise(self, element: etree._Element, *, strong: bool) -> None:
        """Read raised or lowered text: the mark of a note, a letter of an ordinal."""
        outer, self._pieces = self._pieces, []
        self._hold(element, strong=False)
        inner = "".join(text for text, _ in self._pieces)
        self._pieces = outer
        if element.tag == "sup":
            kept = KEPT if is_power(inner.strip()) else ""
            said = kept + superscript(inner) + (OBJECT if is_formula(inner) else "")
        else:
            said = inner + lowered(inner)
        self._add(said, strong=strong)

    def _note(self, element: etree._Element, number: str) -> None:
        """Read a note as one line that begins with its raised number."""
        self.end_block()
        del self._notes.notes[element]
        outer, self.blocks = self.blocks, []
        self._block(element, strong=False)
        parts = [" ".join(block.lines).replace(KEPT, "") for block in self.blocks]
        text, labelled = without_label(" ".join(parts), number, raised(number))
        shown = labelled and not any(block.made for block in self.blocks[:1])
        self.blocks = outer
        mark = raised(number)
        self.blocks.append(
            Block((f"{mark} {text}",), self._place, made="" if shown else mark, of_note=parts)
        )

    @property
    def _place(self) -> int:
        return len(self.blocks) + 1

    def end_block(self) -> None:
        """End the current block, if it contains text."""
        lines = [without_other_signs(joined(pieces)) for pieces in divided(self._pieces)]
        self._pieces = []
        while lines and not lines[0]:
            del lines[0]
        while lines and not lines[-1]:
            del lines[-1]
        if lines:
            if self._mark == BULLET and begins_with_mark(lines[0]):
                self._mark = ""
            if self._mark:
                lines[0] = f"{self._mark} {lines[0]}"
            self.blocks.append(Block(tuple(lines), self._place, self._style, self._mark))
            self._mark = ""


def _words(element: etree._Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
