"""Moves translations to the catalogue of their text, when its name changes.

A catalogue is named after the year of its gathering. If the days of a record are corrected,
its texts may belong in another file, and their translations follow by key.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import polib

from compendium.texts.catalogue import new_catalogue


def bring_home(
    catalogues: dict[str, polib.POFile], home: Mapping[str, str], language: str
) -> Counter[tuple[str, str]]:
    """Move each translation that its own catalogue lacks there from another one.

    Args:
        catalogues: all of a language, by name; they are changed, and a new one is added if need be.
        home: the name of the catalogue that each key belongs to.
        language: the code of the language.

    Returns:
        how many texts were moved, by the names of the catalogues from and to.
    """
    translated = _translated_at_home(catalogues, home)
    moved: Counter[tuple[str, str]] = Counter()
    for name, catalogue in list(catalogues.items()):
        for entry in sorted(catalogue, key=lambda each: bool(each.obsolete)):  # those in use first
            key = entry.msgctxt or ""
            target = home.get(key, name)
            if target == name or key in translated or not entry.msgstr:
                continue
            _remove(catalogue, entry)
            target_catalogue = catalogues.setdefault(target, new_catalogue(target, language))
            target_catalogue.insert(0, entry)
            translated.add(key)
            moved[name, target] += 1
    return moved


def _translated_at_home(
    catalogues: Mapping[str, polib.POFile], home: Mapping[str, str]
) -> set[str]:
    """The keys of the texts that are translated in the catalogue they belong to."""
    return {
        entry.msgctxt
        for name, catalogue in catalogues.items()
        for entry in catalogue
        if entry.msgstr and home.get(entry.msgctxt or "") == name
    }


def _remove(catalogue: polib.POFile, entry: polib.POEntry) -> None:
    """Remove this very entry; to polib, entries with the same key are equal."""
    del catalogue[next(place for place, other in enumerate(catalogue) if other is entry)]
