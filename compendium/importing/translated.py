"""The official text of a record in another language, from document to catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import polib

from compendium.documents.adopted import Adopted
from compendium.documents.document_facts import DocumentFacts
from compendium.documents.marks import marks_of_texts
from compendium.documents.printed import PrintedRecord, PrintedText
from compendium.errors import InputError
from compendium.findings import Finding
from compendium.importing.agreement import check_agreement
from compendium.importing.alignment import Aligned, align, slots_of
from compendium.importing.doubts import unaccounted
from compendium.importing.identity import Given
from compendium.importing.official import Taken, take_official
from compendium.languages.language import load_language
from compendium.model.corpus import Corpus
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.units import record_key
from compendium.texts.catalogue import read_catalogue
from compendium.texts.merge import merge_catalogue
from compendium.texts.units import TextUnit, catalogue_name, text_units

Found = tuple[Meeting | Session, Record | None, tuple[PrintedText, ...]]


@dataclass(frozen=True, slots=True)
class Translated:
    """The catalogue with the texts taken, its file, what was taken, and what did not align."""

    path: Path
    catalogue: polib.POFile
    taken: Taken
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Identity:
    """What says whose document it is: its symbol, what it says of itself, and its editor."""

    symbol: str
    facts: DocumentFacts
    given: Given


def take_translation(
    adopted: Adopted, corpus: Corpus, identity: Identity, *, language: str, translations: Path
) -> Translated:
    """Align what a document in another language says with the record of its symbol.

    Nothing is taken from a document of which anything is unaccounted for.

    Raises:
        InputError: if no record has that symbol, the document holds nothing of it, or is that of
            another gathering.
    """
    symbol = identity.symbol
    found = _records(adopted, corpus, symbol)
    units = text_units(corpus, load_language(corpus.language))
    for gathering, _, _ in found:
        name = _name(gathering.body, units, translations / language)
        check_agreement(identity.facts, identity.given, gathering, name, adopted.original)
    lost = tuple(unaccounted(adopted))
    within = marks_of_texts(load_language(language))
    texts: list[Aligned] = []
    findings: list[Finding] = [*lost]
    for gathering, record, printed in found if not lost else ():
        key = record_key(gathering, record)
        alignment = align(slots_of(gathering, record), printed, adopted.original, key, within)
        texts += alignment.texts
        findings += alignment.findings
    name = catalogue_name(found[0][0])
    path = translations / language / f"{name}.po"
    catalogue = merge_catalogue(
        read_catalogue(path) if path.exists() else None,
        [unit for unit in units if unit.catalogue == name],
        name=name,
        language=language,
    )
    entries = {entry.msgctxt: entry for entry in catalogue if not entry.obsolete}
    return Translated(path, catalogue, take_official(texts, entries, symbol), tuple(findings))


def _name(body: str, units: Sequence[TextUnit], folder: Path) -> str | None:
    """The name of a body in the language of a folder of catalogues, where it is translated."""
    key = f"body.{body}.name"
    for unit in units:
        path = folder / f"{unit.catalogue}.po"
        if unit.key == key and path.exists():
            entries = (one for one in read_catalogue(path) if not one.obsolete)
            return next((one.msgstr for one in entries if one.msgctxt == key and one.msgstr), None)
    return None


def _records(adopted: Adopted, corpus: Corpus, symbol: str) -> list[Found]:
    """The records of the document with a symbol, each with what was read of it."""
    found: list[Found] = []
    found += [(one, None, adopted.recommendations) for one in corpus.meetings if _by(one, symbol)]
    found += [
        (session, record, _texts_of(record, adopted.records))
        for session in corpus.sessions
        for record in session.records
        if _by(session, symbol) or record.symbol == symbol
    ]
    if not found:
        raise InputError(
            f"{adopted.original.file}: no record has the symbol {symbol}",
            remedy="import the document in the language of the records first, or give --symbol",
        )
    if not any(texts for _, _, texts in found):
        raise InputError(
            f"{adopted.original.file}: nothing of {symbol} was found in it",
            remedy="check that the document holds what was adopted, in full",
        )
    return found


def _texts_of(record: Record, read: Sequence[PrintedRecord]) -> tuple[PrintedText, ...]:
    """The texts read of a record; a number that stands alone says no kind."""
    return next(
        (
            one.texts
            for one in read
            if one.number == record.number and one.kind in {None, record.kind}
        ),
        (),
    )


def _by(gathering: Meeting | Session, symbol: str) -> bool:
    return gathering.report is not None and gathering.report.symbol == symbol
