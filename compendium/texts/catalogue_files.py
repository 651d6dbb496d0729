"""Reads the files of catalogues, with the line of each entry, and reports what is wrong in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

from compendium.findings import Finding, Place
from compendium.model.characters import BYTE_ORDER_MARK, forbidden, in_one_form, named
from compendium.untrusted.regular import regular_bytes

_DELETE = "delete it, or write what was meant"
# Previous texts of obsolete entries, which polib writes but does not read.
_PREVIOUS = re.compile(r"^#~\|", re.MULTILINE)
_REMARK = re.compile(r"(?:#~\s+)?#(?:\s|#|$)")
_CHARSET = re.compile(r"charset=([^\s;]+)")
_UTF8 = {"utf-8", "utf8", "charset"}  # the last is in a template that nobody filled in
_LINE = re.compile(r"\(line (\d+)\)")
# A line that is no comment: a keyword, a string in quotation marks, or both.
_WELL_FORMED = re.compile(
    r'\s*(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"\s*'
)
# The start of a text, an earlier or obsolete one too; an escape in it that polib leaves as it is:
# `msgmerge --escape` writes r\303\251 for two letters.
_TEXT = re.compile(r"(?:#~\||#~|#\||)\s*(?:[a-z_]+(?:\[\d+\])?\s*)?\"")
_NOT_READ = re.compile(r"(?<!\\)(?:\\\\)*(\\u\w{1,4}|\\[0-9x]\w{0,2}|\\[^\\\"bfnrtv])")


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """One catalogue: its name, such as `wg4/04-2011`, its entries, and the lines of its file."""

    name: str
    file: str
    lines: tuple[str, ...]
    catalogue: polib.POFile

    @property
    def entries(self) -> Iterator[polib.POEntry]:
        """The entries in use, without obsolete ones."""
        return (entry for entry in self.catalogue if not entry.obsolete)

    def place(self, entry: polib.POEntry | None, field: str = "msgstr") -> Place:
        """The line of a field of an entry; that of the header for no entry."""
        start = (entry.linenum or 1) - 1 if entry is not None else 0
        while start and self.lines[start - 1].startswith("#"):
            start -= 1
        for number, line in enumerate(self.lines[start:], start=start + 1):
            if line.startswith((field, f"#~ {field}")):
                return Place(self.file, number)
        return Place(self.file)


def read_catalogue_file(path: Path, name: str) -> CatalogueFile | Finding:
    """Read one catalogue, or say why it cannot be read (C001 to C003, C014)."""
    file = path.as_posix()
    try:
        content = regular_bytes(path)
    except OSError as fault:
        return _finding(Place(file), "C003", str(fault.strerror), "make it a readable file")
    return read_content(content, name, file)


def read_content(content: bytes, name: str, file: str) -> CatalogueFile | Finding:
    """Read the content of a catalogue file, or say why it cannot be read."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        message = f"byte {fault.start} is not UTF-8"
        return _finding(Place(file, line), "C001", message, "save the file as UTF-8")
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        whole = "the lines end as in Windows (CRLF)"
        message = whole if "\r\n" in text else "a line ends with a carriage return alone (CR)"
        return _finding(Place(file, line), "C002", message, "save the file with line ends LF")
    return _forbidden_in(text, file) or _parse(in_one_form(text), name, file)


def _forbidden_in(text: str, file: str) -> Finding | None:
    """C014: the first character that would damage the catalogue."""
    if text.startswith(BYTE_ORDER_MARK):
        message = f"the file begins with the character {named(BYTE_ORDER_MARK)}"
        return _finding(Place(file, 1), "C014", message, "save it as UTF-8 without that mark")
    for fault in forbidden(text):
        place = Place(file, text.count("\n", 0, fault.start) + 1)
        return _finding(place, "C014", fault.message, _DELETE)
    return None


def _parse(text: str, name: str, file: str) -> CatalogueFile | Finding:
    if not text.strip():
        return CatalogueFile(name, file, (), polib.POFile())
    lines = text.split("\n")
    for number, line in enumerate(lines, start=1):
        content = line.removeprefix("#~ ")
        if content.strip() and not content.startswith("#") and not _WELL_FORMED.fullmatch(content):
            return _broken(Place(file, number))
        escape = _NOT_READ.search(line) if _TEXT.match(line) else None
        if escape:
            message = f"{escape[1]} is an escape, which is not allowed here"
            remedy = "write the letters themselves, as `msgcat --no-escape` does"
            return _finding(Place(file, number), "C003", message, remedy)
    try:
        catalogue = polib.pofile(_PREVIOUS.sub("#|", text))
    except (OSError, ValueError, IndexError, UnicodeDecodeError) as fault:
        match = _LINE.search(str(fault))
        return _broken(Place(file, int(match[1]) if match else 0))
    if not catalogue.metadata:
        _give_back_header(catalogue)
    read = CatalogueFile(name, file, tuple(lines), catalogue)
    return _unreadable(lines, catalogue, file) or _escaped(read) or read


def _escaped(read: CatalogueFile) -> Finding | None:
    """C014: an escape for such a character, such as a backslash and v for a vertical tab."""
    for entry in read.catalogue:
        for field in ("msgctxt", "msgid", "msgstr"):
            for character in forbidden(getattr(entry, field) or ""):
                return _finding(read.place(entry, field), "C014", character.message, _DELETE)
    return None


def _give_back_header(catalogue: polib.POFile) -> None:
    """Give the comment at the head of a file without header to its first entry; polib does not."""
    if catalogue and catalogue.header:
        comments = (catalogue.header.removeprefix(" ").replace("\n ", "\n"), catalogue[0].tcomment)
        catalogue[0].tcomment, catalogue.header = "\n".join(filter(None, comments)), ""


def _unreadable(lines: Sequence[str], catalogue: polib.POFile, file: str) -> Finding | None:
    """What polib would change or leave out: another encoding, plurals, stray comments."""
    charset = _CHARSET.search(catalogue.metadata.get("Content-Type", ""))
    if charset and charset[1].lower() not in _UTF8:
        place = Place(file, _number(lines, "charset="))
        message = f"the header names the encoding {charset[1]}, but the file is read as UTF-8"
        return _finding(place, "C001", message, "save it as UTF-8, and write charset=UTF-8")
    if any(entry.msgid_plural or entry.msgstr_plural for entry in catalogue):
        place = Place(file, _number(lines, "msgid_plural", "msgstr["))
        message = "a text with singular and plural, but every text has one form"
        return _finding(place, "C003", message, "write one `msgid` and one `msgstr`")
    stray = _stray_comment(lines, catalogue)
    if stray is None:
        return None
    remedy = "move it above the `msgctxt` of an entry, or delete it"
    return _finding(Place(file, stray), "C003", "a comment that belongs to no entry", remedy)


def _stray_comment(lines: Sequence[str], catalogue: polib.POFile) -> int | None:
    """The line of a comment that polib has left out."""
    kept = Counter(_comments(catalogue))
    for number, line in enumerate(lines, start=1):
        comment = _said(line) if _REMARK.match(line) else ""
        if comment and not kept[comment]:
            return number
        kept[comment] -= 1
    return None


def _comments(catalogue: polib.POFile) -> Iterator[str]:
    """The lines of all comments that people write, as they were read."""
    for comment in (catalogue.header, *(entry.tcomment for entry in catalogue)):
        yield from (_said(f"# {line}") for line in comment.split("\n"))


def _said(line: str) -> str:
    return line.removeprefix("#~").lstrip("# \t").rstrip()


def _number(lines: Sequence[str], *words: str) -> int:
    """The first line that contains one of some words."""
    return next(n for n, line in enumerate(lines, start=1) if any(word in line for word in words))


def _broken(place: Place) -> Finding:
    message = "this is not a PO file, or it is broken here"
    return _finding(place, "C003", message, "correct the line, or go back to the last good version")


def _finding(place: Place, code: str, message: str, remedy: str) -> Finding:
    return Finding(place, code, message, remedy)
