"""The catalogues of a language as files: what they say, and where, fault by fault."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import polib

from compendium.findings import Finding, Place

_LINE = re.compile(r"\(line (\d+)\)")


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
        for number, line in enumerate(self.lines[start:], start=start + 1):
            if line.lstrip("#~| ").startswith(field):
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
    try:
        catalogue = polib.pofile(text) if text.strip() else polib.POFile()
    except (OSError, ValueError, IndexError, UnicodeDecodeError) as fault:
        found = _LINE.search(str(fault))
        return _finding(
            Place(file, int(found[1]) if found else 0),
            "C003",
            "this is no PO file, or it is broken here",
            "mend the line, or take the last good version of the file",
        )
    return CatalogueFile(name, file, tuple(text.split("\n")), catalogue)


def _finding(place: Place, code: str, message: str, remedy: str) -> Finding:
    return Finding(place, code, message, remedy)
