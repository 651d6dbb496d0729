"""Checks that catalogues have the keys and sources of the records, and only known states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import polib

from compendium.checks.translations.translated_texts import Translations
from compendium.findings import Finding, Place, Severity
from compendium.texts.catalogue import state_of
from compendium.texts.catalogue_files import CatalogueFile
from compendium.texts.doubled import doubled_keys, place_of_key
from compendium.texts.states import State
from compendium.texts.text_units import TextUnit

_STATE_LINE = re.compile(r"^\s*state\b\s*:?\s*(?P<words>.*)$", re.MULTILINE | re.IGNORECASE)
_STATE = re.compile(r"^state: (?:(?:reviewed|unofficial)|official(?: \S+)?)$", re.MULTILINE)
_MERGE = "run: compendium merge --records FILE"  # FILE: what `compendium collect` writes


def check_catalogues(
    translations: Translations, units: Mapping[str, TextUnit]
) -> Iterator[Finding]:
    """C004 to C010, C012, C013: the entries of a language's catalogues, one by one."""
    for file in translations.files:
        yield from _check_header(file, translations)
        yield from _check_unknown(file, units)
        yield from doubled_keys(file)
        seen: set[str] = set()
        for entry in file.entries:
            if entry.msgctxt in units and entry.msgctxt not in seen:
                yield from _check_unit(file, entry, units[entry.msgctxt])
            seen.add(entry.msgctxt)
            yield from _check_state(file, entry)
    yield from _check_whole(translations, units)


def _check_header(file: CatalogueFile, translations: Translations) -> Iterator[Finding]:
    named = file.catalogue.metadata.get("Language", "")
    code = translations.language.code
    if named != code:
        yield Finding(
            file.place(None, '"Language:'),
            "C008",
            f"the header says language {named!r}, but the folder is {code}",
            f"write Language: {code}, or move the file",
        )


def _check_unknown(file: CatalogueFile, units: Mapping[str, TextUnit]) -> Iterator[Finding]:
    """C005: keys that no text has; one finding for the file if the whole record is missing."""
    first: dict[str, polib.POEntry] = {}
    for entry in file.entries:
        first.setdefault(entry.msgctxt or "", entry)
    unknown = {key: entry for key, entry in first.items() if key not in units}
    if 1 < len(unknown) == len(first):
        key, entry = next(iter(unknown.items()))
        yield Finding(
            place_of_key(file, entry),
            "C005",
            f"no text has the keys of this file: {key!r} and {len(unknown) - 1} more",
            f"restore the record that it translates, or {_MERGE}",
        )
        return
    for key, entry in unknown.items():
        place = place_of_key(file, entry)
        yield Finding(place, "C005", f"no text has the key {key!r}", f"correct it, or {_MERGE}")


def _check_unit(file: CatalogueFile, entry: polib.POEntry, unit: TextUnit) -> Iterator[Finding]:
    key = entry.msgctxt
    if unit.catalogue != file.name:
        yield Finding(
            place_of_key(file, entry),
            "C005",
            f"the key {key} belongs to {unit.catalogue}.po",
            "move it there",
        )
    elif unit.text != entry.msgid:
        yield Finding(
            file.place(entry, "msgid"),
            "C007",
            f"the source of {key} is out of date",
            f"{_MERGE}; then check whether the translation is still right",
            Severity.WARNING,
        )


def _check_state(file: CatalogueFile, entry: polib.POEntry) -> Iterator[Finding]:
    line = _STATE_LINE.search(entry.tcomment)
    if line is None:
        return
    place = file.place(entry, "# state") if not entry.obsolete else file.place(entry)
    state, symbol = state_of(entry)
    if not _STATE.search(entry.tcomment):
        yield Finding(
            place,
            "C009",
            f"unknown state {line['words']!r}",
            "write `# state: official SYMBOL` or `# state: reviewed`; without, it is unofficial",
        )
    elif state is State.OFFICIAL and symbol is None:
        yield Finding(
            place,
            "C010",
            "an official text without the symbol of its document",
            "write `# state: official SYMBOL`, as in CTOC/COP/WG.4/2009/2",
        )
    elif entry.fuzzy and not entry.obsolete:
        yield Finding(
            place,
            "C012",
            f"a fuzzy text with the state {line['words']!r}",
            f"{_MERGE}; when you clear the flag `fuzzy`, set the state of the text",
            Severity.WARNING,
        )


def _check_whole(translations: Translations, units: Mapping[str, TextUnit]) -> Iterator[Finding]:
    """C006: texts without an entry, one finding for each catalogue."""
    if translations.findings:
        return  # a catalogue that cannot be read does not lack entries
    present = {entry.msgctxt for file in translations.files for entry in file.entries}
    missing: dict[str, list[str]] = {}
    for key, unit in units.items():
        if key not in present:
            missing.setdefault(unit.catalogue, []).append(key)
    files = {file.name: file for file in translations.files}
    for name, keys in missing.items():
        path = (translations.folder / f"{name}.po").as_posix()
        place = files[name].place(None, "msgid") if name in files else Place(path)
        yield Finding(
            place,
            "C006",
            f"no entry for {keys[0]}" + (f" and {len(keys) - 1} more" if keys[1:] else ""),
            f"{_MERGE} {translations.language.code}",
            Severity.WARNING,
        )
