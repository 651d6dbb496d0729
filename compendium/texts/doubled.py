"""Keys that occur twice in a catalogue: which entry counts, and what is reported.

The active entry of a key always counts; an obsolete one, such as `msgmerge` leaves of a text that
changed, waits beside it. Between two active ones a person has to choose.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import polib

from compendium.findings import Finding, Place, Severity
from compendium.texts.catalogue_files import CatalogueFile, read_catalogue_file


def doubled_keys(file: CatalogueFile) -> Iterator[Finding]:
    """C004: keys with two active entries. C013: obsolete ones with another translation."""
    active: dict[str, polib.POEntry] = {}
    for entry in file.entries:
        if not entry.msgctxt:
            continue  # a key that no text has (C005)
        first = active.setdefault(entry.msgctxt, entry)
        if first is not entry:
            yield Finding(
                place_of_key(file, entry),
                "C004",
                f"the key {entry.msgctxt} is also in line {_line(file, first)}",
                "delete one of the two",
            )
    for entry in waiting(file.catalogue):
        yield Finding(
            place_of_key(file, entry),
            "C013",
            f"an obsolete entry of {entry.msgctxt} has another translation than that in line "
            f"{_line(file, active[entry.msgctxt])}, which counts",
            "check which is right, and delete the obsolete one",
            Severity.WARNING,
        )


def doubled_in(paths: Iterable[Path]) -> list[Finding]:
    """The same of catalogues as they stand in their files; one that is not there has none."""
    files = (read_catalogue_file(path, path.stem) for path in paths if path.exists())
    return [fault for file in files for fault in _faults(file)]


def _faults(file: CatalogueFile | Finding) -> Iterable[Finding]:
    return [file] if isinstance(file, Finding) else doubled_keys(file)


def waiting(catalogue: Iterable[polib.POEntry]) -> list[polib.POEntry]:
    """The obsolete entries with another translation than the active one of their key has."""
    entries = list(catalogue)
    active = {entry.msgctxt: entry for entry in reversed(entries) if not entry.obsolete}
    return [
        entry
        for entry in entries
        if entry.obsolete
        and entry.msgctxt
        and entry.msgctxt in active
        and entry.msgstr not in {"", active[entry.msgctxt].msgstr}
    ]


def entry_that_counts(entries: Sequence[polib.POEntry], source: str) -> polib.POEntry | None:
    """The entry of a key to go on with: the active one, unless it is empty and its source new.

    Then it is the obsolete one that was translated from the earlier source, and where nothing is
    active, that which has the source, else the last.

    Args:
        entries: those with the key, in the order of the file.
        source: the present text of the source.
    """
    active = next((entry for entry in entries if not entry.obsolete), None)
    translated = [entry for entry in entries if entry.obsolete and entry.msgstr]
    of_source = [entry for entry in translated if entry.msgid == source]
    if active is None:
        return next(iter(reversed(of_source or translated or entries)), None)
    if active.msgstr or active.tcomment or of_source or not translated:
        return active
    return translated[-1]


def place_of_key(file: CatalogueFile, entry: polib.POEntry) -> Place:
    """The line of the key of an entry; that of its source where it has none."""
    return file.place(entry, "msgctxt" if entry.msgctxt else "msgid")


def _line(file: CatalogueFile, entry: polib.POEntry) -> int:
    return place_of_key(file, entry).line
