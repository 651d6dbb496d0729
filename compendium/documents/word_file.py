"""Word files, as Pandoc reads them: paragraphs, headings, notes."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from compendium.documents.blocks import KEPT, Flow
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.line_breaks import paragraphs_in
from compendium.documents.marks_alone import marks_joined
from compendium.documents.objects import OBJECT, lowered, with_objects_told
from compendium.documents.original import (
    Line,
    Original,
    Style,
    emphasised,
    is_formula,
    is_power,
    of_paragraphs,
    raised,
    superscript,
)
from compendium.documents.powers import without_other_signs
from compendium.documents.shown_text import shown_in_word
from compendium.documents.word_changes import Changes
from compendium.documents.word_markup import Plain, made_plain
from compendium.documents.word_styles import WORD, styles_of
from compendium.errors import InputError
from compendium.model.markup import shield
from compendium.pandoc_program import pandoc_program
from compendium.untrusted.archives import word_parts
from compendium.untrusted.limits import AGAIN
from compendium.untrusted.outside_programs import EndlessError, run_limited
from compendium.untrusted.xml_markup import parse_xml

# Of Pandoc's work, for a small document; each so many bytes of mark-up add one second.
_SECONDS, _BYTES_A_SECOND = 3, 500_000
_WAIT = 60  # the longest wait in seconds, on a machine with much other work
_MEMORY, _NO_MEMORY = "280m", 251  # the largest report takes half of it
_TEXT_PART = re.compile(r"word/[^/]*\.xml")
_PAGE_HEADER = re.compile(r"word/header\d*\.xml")
_EMPHASIS = frozenset({"Emph", "Strong", "Underline", "SmallCaps"})
_HELD = frozenset({"Quoted", "Cite", "Link", "Span"})  # their contents are their second field
_SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}

_IN_NOTES = {ord("\n"): " ", ord(KEPT): None}

Node = dict[str, Any]


def read_word(content: bytes, path: Path, changes: Changes = Changes.ACCEPT) -> Original:
    """Read a Word file (.docx).

    Args:
        content: the file.
        path: its name, for messages.
        changes: what to do with tracked changes.

    Raises:
        InputError: if it is not a Word file, is damaged, unpacks to too much, or has changes
            to be refused.
    """
    with word_parts(content, path) as archive:
        heads, styles = tuple(_page_headers(archive, path)), styles_of(archive, path)
        plain = made_plain(archive, content, path, styles, changes)
        shown = shown_in_word(archive, path, styles, changes)
        size = sum(
            part.file_size for part in archive.infolist() if _TEXT_PART.fullmatch(part.filename)
        )
    read = _read(plain.content, path, "docx", size)
    shown = "\n".join([shown, *plain.numbers])
    doubted = tuple(_doubted(plain, changes))
    return replace(read, heads=heads, shown=shown, own_marks=True, doubted=doubted)


def _doubted(plain: Plain, changes: Changes) -> Iterator[Doubted]:
    """The doubts about parts of a Word file that are left out, or read in one of two ways."""
    yield from (Doubted(Doubt.HIDDEN, 0, words) for words in plain.hidden)
    yield from (Doubted(Doubt.STRUCK, 0, words) for words in plain.struck)
    if any(plain.aids):
        yield Doubted(Doubt.AID, 0, ", ".join(dict.fromkeys(filter(None, plain.aids))))
    if plain.changes:
        assumed = changes is Changes.ASSUME
        yield Doubted(Doubt.CHANGES, 0, f"{Changes.ACCEPT if assumed else changes}ed")
        if assumed:
            yield Doubted(Doubt.UNSETTLED, 0, "")


def _page_headers(archive: zipfile.ZipFile, path: Path) -> Iterator[str]:
    """The lines in the headers of pages, which Pandoc leaves out; every part is examined."""
    for name in sorted(filter(_TEXT_PART.fullmatch, archive.namelist())):
        root = parse_xml(archive.read(name), path, remedy=AGAIN)
        if _PAGE_HEADER.fullmatch(name):
            for paragraph in root.iter(f"{WORD}p"):
                pieces = (text.text or "" for text in paragraph.iter(f"{WORD}t"))
                yield "".join(pieces)


def _read(content: bytes, path: Path, form: str, size: int) -> Original:
    walk = _Walk(path)
    try:
        walk.blocks(_document(content, path, form, size)["blocks"])
    except RecursionError:
        raise InputError(
            f"{path}: its parts are nested without end", remedy="save the document again as text"
        ) from None
    return Original(str(path), with_objects_told(walk.lines), Flow.WHOLE, "paragraph")


def _document(content: bytes, path: Path, form: str, size: int) -> Node:
    limits = ["+RTS", f"-M{_MEMORY}", "-RTS"]
    command = [pandoc_program(), *limits, f"--from={form}", "--to=json", "--sandbox"]
    anew = "save the document again, or as plain text"
    work = _SECONDS + size // _BYTES_A_SECOND
    try:
        done = run_limited(command, content, work=work, wait=_WAIT)
    except EndlessError:
        raise InputError(
            f"{path}: Pandoc does not come to its end, with {work} seconds of work", remedy=anew
        ) from None
    if done.returncode == _NO_MEMORY:
        raise InputError(f"{path}: it takes more memory than any report", remedy=anew)
    if done.returncode:
        message = done.stderr.decode("utf-8", "replace").strip()
        raise InputError(
            f"{path}: Pandoc cannot read it: {message}",
            remedy="save the document again, and try again",
        )
    document = json.loads(done.stdout)
    assert isinstance(document, dict)
    return document


@dataclass
class _Walk:
    """The lines read so far, and the notes that wait for the end of their paragraph."""

    path: Path
    lines: list[Line] = field(default_factory=list)
    waiting: list[Sequence[Node]] = field(default_factory=list)
    notes: int = 0
    paragraphs: int = 0

    def blocks(self, blocks: Sequence[Node]) -> None:
        """Read blocks."""
        for block in blocks:
            content: Any = block.get("c")
            match block["t"]:
                case "Para" | "Plain":
                    self._line(content, Style.TEXT)
                case "Header":
                    self._line(content[2], Style.HEADING)
                case "Table":
                    self._table(content)
                case kind:
                    for inner in _held(kind, content):
                        self.blocks(inner)

    def _table(self, table: Sequence[Any]) -> None:
        """Read the cells of a table, row by row; a mark in its own cell precedes the next cell."""
        caption, head, bodies, foot = table[1], table[3], table[4], table[5]
        self.blocks(caption[1])
        rows = [*head[1], *(row for body in bodies for row in (*body[2], *body[3])), *foot[1]]
        for row in rows:
            first = len(self.lines)
            for cell in row[1]:
                self.blocks(cell[4])
            cells = marks_joined(self.lines[first:])
            self.lines[first:] = (replace(line, in_table=True) for line in cells)

    def _line(self, inlines: Sequence[Node], style: Style) -> None:
        self.paragraphs += 1
        whole = without_other_signs("".join(self._inlines(inlines)))
        for text, doubts in paragraphs_in(whole.split("\n")):
            self.lines.append(Line(text, self.paragraphs, style, doubts=doubts))
        waiting, self.waiting = self.waiting, []
        first = self.notes - len(waiting)
        for number, blocks in enumerate(waiting, start=first + 1):
            said = [
                "".join(self._inlines(block["c"])).translate(_IN_NOTES).strip()
                for block in blocks
                if block["t"] in {"Para", "Plain"}
            ]
            mark, text = raised(str(number)), " ".join(said).strip()
            self.lines.append(
                Line(f"{mark} {text}", self.paragraphs, made=mark, doubts=of_paragraphs(said))
            )

    def _inlines(self, inlines: Sequence[Node]) -> Iterator[str]:
        for inline in inlines:
            kind = inline["t"]
            content: Any = inline.get("c")
            if kind == "Str":
                yield shield(content)
            elif kind in _SPACES:
                yield _SPACES[kind]
            elif kind in _EMPHASIS:
                yield emphasised("".join(self._inlines(content)))
            elif kind in _HELD:
                yield from self._inlines(content[1])
            elif kind == "Superscript":
                text = "".join(self._inlines(content))
                yield (KEPT if is_power(text.strip()) else "") + superscript(text)
                yield OBJECT if is_formula(text) else ""
            elif kind in {"Subscript", "Strikeout"}:
                text = "".join(self._inlines(content))
                yield text + (lowered(text) if kind == "Subscript" else "")
            elif kind == "Note":
                self.notes += 1
                self.waiting.append(content)
                yield raised(str(self.notes))
            elif kind in {"Code", "Math"}:
                yield shield(content[1])


def _held(kind: str, content: Any) -> Iterator[Sequence[Node]]:
    """The blocks that a block contains."""
    match kind:
        case "LineBlock":
            yield [{"t": "Plain", "c": line} for line in content]
        case "BulletList":
            yield from content
        case "OrderedList":
            yield from content[1]
        case "BlockQuote":
            yield content
        case "Figure":
            yield content[-1]
            yield content[1][1]
        case "Div":
            yield content[-1]
