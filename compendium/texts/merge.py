"""Merges catalogues: brings one up to date with the texts of the source, by key.

In a legal document a near match is a wrong text, so no text is ever given to another key.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy

import polib

from compendium.texts.catalogue import new_catalogue, template_entry, withdraw_state
from compendium.texts.doubled import entry_that_counts
from compendium.texts.text_units import TextUnit


def merge_catalogue(
    old: polib.POFile | None, units: Iterable[TextUnit], *, name: str, language: str
) -> polib.POFile:
    """Bring a catalogue up to date.

    A unit whose source changed keeps its translation as fuzzy, with the previous source, and loses
    its state; one that is gone becomes obsolete; one that comes back takes its old translation
    again. Whatever else there is stays as an obsolete entry. The old catalogue stays as it was, to
    be compared with.

    Args:
        old: the catalogue so far, if there is one.
        units: the texts of the source that belong in it, in order.
        name: the name of the catalogue.
        language: the code of its language.
    """
    merged = new_catalogue(name, language)
    if old is not None:
        _take_header(merged, old)
    known: dict[str | None, list[polib.POEntry]] = {}
    for entry in old or ():
        known.setdefault(entry.msgctxt, []).append(entry)
    used: set[int] = set()
    for unit in units:
        same = known.get(unit.key, [])
        counts = entry_that_counts(same, unit.text)
        merged.append(_merged(unit, counts))
        used |= {id(entry) for entry in same if entry is counts or _is_blank(entry)}
    merged.extend(_obsolete(entry) for entry in old or () if id(entry) not in used)
    return merged


def _take_header(merged: polib.POFile, old: polib.POFile) -> None:
    """Keep the header of a catalogue, including fields that the program does not know."""
    fields = old.metadata.items()
    merged.metadata |= {key: text for key, text in fields if text or key not in merged.metadata}
    merged.header, merged.metadata_is_fuzzy = old.header, old.metadata_is_fuzzy


def _is_blank(entry: polib.POEntry) -> bool:
    """Whether nobody has written anything into an entry."""
    return not (entry.obsolete or entry.msgstr or entry.tcomment)


def _obsolete(old: polib.POEntry) -> polib.POEntry:
    entry = copy(old)
    entry.obsolete = True
    return entry


def _merged(unit: TextUnit, old: polib.POEntry | None) -> polib.POEntry:
    entry = template_entry(unit)
    if old is None:
        return entry
    entry.msgstr, entry.tcomment, entry.flags = old.msgstr, old.tcomment, list(old.flags)
    entry.previous_msgid, entry.previous_msgctxt = old.previous_msgid, old.previous_msgctxt
    entry.occurrences = list(old.occurrences)
    if old.msgid != unit.text and old.msgstr:
        _follow_source(entry, old, unit.text)
    if entry.fuzzy:
        withdraw_state(entry)
    return entry


def _follow_source(entry: polib.POEntry, old: polib.POEntry, source: str) -> None:
    """Make the translation of a changed source fuzzy, or sound again if the source is as before."""
    if not old.fuzzy:
        entry.flags = [*entry.flags, "fuzzy"]
        entry.previous_msgid = old.msgid
    if entry.previous_msgid == source:
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        entry.previous_msgid = None
