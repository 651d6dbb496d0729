"""The catalogues of a language as files: what they say, and where, fault by fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

from compendium.findings import Finding, Place

_LINE = re.compile(r"\(line (\d+)\)")
# A line that is no comment: a keyword, a string in quotation marks, or both.
_WELL_FORMED = re.compile(
    r'\s*(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?)\s*)?"(?:[^"\\]|\\.)*"\s*'
)


@dataclass(frozen=True, slots=True)
class CatalogueFile:
    """One catalogue: its name, such as `wg4/04-2011`, its entries, and the lines of its file."""

    name: str
    file: str
    lines: tuple[str, ...]
    catalogue: polib.POFile

    @property
    def entries(self) -> Iterator[polib.POEntry]:
        """The entries in use, obsolete ones apart."""
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
    """Read one catalogue, or say why it cannot be read (C001 to C003)."""
    file = path.as_posix()
    try:
        content = path.read_bytes()
        text = content.decode("utf-8")
    except OSError as fault:
        return _finding(Place(file), "C003", str(fault.strerror), "make it a file one can read")
    except UnicodeDecodeError as fault:
        line = content.count(b"\n", 0, fault.start) + 1
        message = f"byte {fault.start} is not UTF-8"
        return _finding(Place(file, line), "C001", message, "save the file as UTF-8")
    if "\r" in text:
        line = text.count("\n", 0, text.index("\r")) + 1
        message = "the lines end as in Windows (CRLF)"
        return _finding(Place(file, line), "C002", message, "save the file with line ends LF")
    return _parse(text, name, file)


def _parse(text: str, name: str, file: str) -> CatalogueFile | Finding:
    for number, line in enumerate(text.split("\n"), start=1):
        said = line.removeprefix("#~ ")
        if said.strip() and not said.startswith("#") and not _WELL_FORMED.fullmatch(said):
            return _broken(Place(file, number))
    try:
        catalogue = polib.pofile(text) if text.strip() else polib.POFile()
    except (OSError, ValueError, IndexError, UnicodeDecodeError) as fault:
        found = _LINE.search(str(fault))
        return _broken(Place(file, int(found[1]) if found else 0))
    return CatalogueFile(name, file, tuple(text.split("\n")), catalogue)


def _broken(place: Place) -> Finding:
    message = "this is no PO file, or it is broken here"
    return _finding(place, "C003", message, "mend the line, or take the last good version")


def _finding(place: Place, code: str, message: str, remedy: str) -> Finding:
    return Finding(place, code, message, remedy)
