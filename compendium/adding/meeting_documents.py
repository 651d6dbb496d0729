"""Reads the documents of a new meeting or session, then imports them one by one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from compendium.adding.way import Way
from compendium.importing.draft_records import Recorded
from compendium.importing.identity import EditorInput
from compendium.importing.received import Received, receive
from compendium.importing.run import Run
from compendium.importing.translated_document import Translated
from compendium.languages.language import known_languages
from compendium.model.gatherings import Session
from compendium.reading import Reading

_PREFIXED = re.compile(r"(?P<language>[a-z]{2,3}):(?P<path>.+)")


@dataclass(frozen=True, slots=True)
class Imported:
    """A document, the result of its import, and what a person has to decide, if anything."""

    document: Received
    done: Recorded | Translated
    decision: str = ""


def read_documents(
    names: Iterable[str], editor_input: EditorInput, source: str
) -> tuple[Received, ...]:
    """Read documents, those in the language of the records first.

    Args:
        names: files, with or without the code of a language: `report.pdf`, `es:report.pdf`.
        editor_input: what the editor supplies about the documents.
        source: the language of the records.

    Raises:
        InputError: if one cannot be read, or its language cannot be determined.
    """
    documents = [receive(*_path_and_language(name), editor_input.symbol) for name in names]
    return tuple(sorted(documents, key=lambda document: document.language != source))


def _path_and_language(name: str) -> tuple[Path, str | None]:
    """The path of a file, and the language code before it, if any."""
    match = _PREFIXED.fullmatch(name)
    if match and match["language"] in known_languages():
        return Path(match["path"]), match["language"]
    return Path(name), None


def import_document(way: Way, document: Received, run: Run) -> Imported:
    """Import a document and write what it contributes.

    A person has to look at a new draft with doubts, and at a document that differs from the
    records.

    Raises:
        InputError: if it does not identify its meeting, or nothing in it can be imported.
    """
    recorded = {gathering.key for gathering in run.sources.known.gatherings}
    in_source = document.language == run.sources.language
    editor_input = way.editor_input if in_source else EditorInput(symbol=way.editor_input.symbol)
    outcome = run.take(document, editor_input)
    run.write()
    return Imported(document, outcome, _decision(way, document, outcome, recorded))


def _decision(
    way: Way, document: Received, outcome: Recorded | Translated, recorded: set[str]
) -> str:
    if outcome.failed and not way.as_recorded:
        return (
            f"{document.path} and what is recorded of it differ, see above; correct the record, "
            "write an erratum, or use --as-recorded to continue with the record as it is"
        )
    if isinstance(outcome, Recorded) and outcome.findings and outcome.draft.key not in recorded:
        count = len(outcome.findings)
        doubts = f"{count} doubt{'s' * (count > 1)}"
        return (
            f"{outcome.draft.key} is a new draft with {doubts}, listed above; "
            "compare it with the document and correct it"
        )
    return ""


def keys_of(imported: Iterable[Imported], way: Way, reading: Reading) -> frozenset[str]:
    """The keys of the gatherings to which some documents belong."""
    keys: set[str] = set()
    symbols = {way.editor_input.symbol} if way.editor_input.symbol else set()
    for item in imported:
        if isinstance(item.done, Recorded):
            keys.add(item.done.draft.key)
        elif item.document.facts.symbol:
            symbols.add(item.document.facts.symbol)
    return frozenset(keys) | _with_symbols(symbols, reading)


def _with_symbols(symbols: set[str], reading: Reading) -> frozenset[str]:
    """The keys of gatherings whose report, or one of whose records, has one of the symbols."""
    keys = set()
    for file in reading.gatherings:
        gathering = file.value
        own_symbols = {gathering.report.symbol} if gathering.report else set()
        if isinstance(gathering, Session):
            own_symbols |= {record.symbol for record in gathering.records if record.symbol}
        if own_symbols & symbols:
            keys.add(gathering.key)
    return frozenset(keys)
