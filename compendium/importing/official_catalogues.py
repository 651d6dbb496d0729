"""The catalogues of one language in a run of imports: each is read once, and written once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import polib

from compendium.importing.alignment import Aligned
from compendium.importing.known_sources import Sources
from compendium.importing.official import Taken, take_official
from compendium.texts.catalogue import read_catalogue, write_catalogue
from compendium.texts.doubled import waiting
from compendium.texts.merge import merge_catalogue


class OpenCatalogue:
    """A catalogue brought up to date with its records, to take official texts.

    Args:
        path: its file, which need not exist yet.
        catalogue: its content.
    """

    def __init__(self, path: Path, catalogue: polib.POFile) -> None:
        self.path = path
        self.is_changed = False
        self._catalogue = catalogue
        self._entries = {entry.msgctxt: entry for entry in catalogue if not entry.obsolete}

    def take(self, texts: Iterable[Aligned], symbol: str) -> Taken:
        """Set texts as official; see `take_official`."""
        taken = take_official(texts, self._entries, symbol)
        self.is_changed = self.is_changed or bool(taken.set)
        return taken

    @property
    def has_waiting(self) -> bool:
        """Whether an obsolete entry has another translation than the one that counts."""
        return bool(waiting(self._catalogue))

    def write(self) -> None:
        """Write its file completely or not at all.

        Raises:
            OutputError: if it cannot be written, or would not read back as its content.
        """
        write_catalogue(self._catalogue, self.path)


class Catalogues:
    """The folder of catalogues of one language.

    Args:
        sources: the records whose texts they contain.
        folder: where the catalogues of the language are.
        language: its code.
    """

    def __init__(self, sources: Sources, folder: Path, language: str) -> None:
        self._sources = sources
        self._folder = folder
        self._language = language
        self._open: dict[str, OpenCatalogue] = {}
        self._names: dict[str, str | None] = {}

    def open(self, name: str) -> OpenCatalogue:
        """Open the catalogue with a name, with all texts of the records for it.

        Raises:
            InputError: if its file has faults.
        """
        if name not in self._open:
            path = self._folder / f"{name}.po"
            units = [unit for unit in self._sources.units if unit.catalogue == name]
            old = read_catalogue(path) if path.exists() else None
            merged = merge_catalogue(old, units, name=name, language=self._language)
            self._open[name] = OpenCatalogue(path, merged)
        return self._open[name]

    def write(self) -> list[Path]:
        """Write the catalogues that were changed, and close all; see `close`.

        Raises:
            OutputError: if one cannot be written, or would not read back as its content.
        """
        try:
            for catalogue in self._open.values():
                if catalogue.is_changed:
                    catalogue.write()
        finally:
            doubtful = self.close()
        return doubtful

    def close(self) -> list[Path]:
        """Close all catalogues, and return the files of those in which other translations wait."""
        doubtful = [catalogue.path for catalogue in self._open.values() if catalogue.has_waiting]
        self._open.clear()
        return doubtful

    def name_of(self, body: str) -> str | None:
        """The name of a body in the language, if it is translated."""
        if body not in self._names:
            self._names[body] = self._find_name(f"body.{body}.name")
        return self._names[body]

    def _find_name(self, key: str) -> str | None:
        unit = next((each for each in self._sources.units if each.key == key), None)
        path = self._folder / f"{unit.catalogue}.po" if unit else None
        if path is None or not path.exists():
            return None
        entries = (entry for entry in read_catalogue(path) if not entry.obsolete)
        names = (entry.msgstr for entry in entries if entry.msgctxt == key and entry.msgstr)
        return next(names, None)
