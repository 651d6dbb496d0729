"""The documents of a new meeting or session: read once, then taken one after the other."""

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
from compendium.model.gatherings import Meeting, Session
from compendium.reading import Reading

_PREFIXED = re.compile(r"(?P<language>[a-z]{2,3}):(?P<path>.+)")


@dataclass(frozen=True, slots=True)
class Imported:
    """A document and what became of it; `decision` is what a person has to decide then, if any."""

    document: Received
    done: Recorded | Translated
    decision: str = ""


def read_documents(names: Iterable[str], given: EditorInput, source: str) -> tuple[Received, ...]:
    """Read documents, those in the language of the records first.

    Args:
        names: files, each alone or after the code of its language: `report.pdf`, `es:report.pdf`.
        given: what the editor says of them.
        source: the language of the records.

    Raises:
        InputError: if one cannot be read, or its language cannot be told.
    """
    documents = [receive(*_language_said(name), given.symbol) for name in names]
    return tuple(sorted(documents, key=lambda one: one.language != source))


def _language_said(name: str) -> tuple[Path, str | None]:
    """The path of a file, and the language that stands before it."""
    match = _PREFIXED.fullmatch(name)
    if match and match["language"] in known_languages():
        return Path(match["path"]), match["language"]
    return Path(name), None


def import_document(way: Way, document: Received, run: Run) -> Imported:
    """Import a document and write what it adds.

    A new draft in doubt is for a person to look at, and so is a document that differs from what
    is recorded.

    Raises:
        InputError: if it says not whose it is, or nothing of it can be taken.
    """
    recorded = {gathering.key for gathering in run.sources.known.gatherings}
    in_source = document.language == run.sources.language
    given = way.given if in_source else EditorInput(symbol=way.given.symbol)
    done = run.take(document, given)
    run.write()
    return Imported(document, done, _decision(way, document, done, recorded))


def _decision(way: Way, document: Received, done: Recorded | Translated, recorded: set[str]) -> str:
    if done.failed and not way.as_recorded:
        return (
            f"{document.path} and what is recorded of it differ, see above; correct the record, "
            "write an erratum, or use --as-recorded to continue with the record as it is"
        )
    if isinstance(done, Recorded) and done.findings and done.draft.key not in recorded:
        count = len(done.findings)
        return (
            f"{done.draft.key} is a new draft with {count} doubt{'s' * (count > 1)}, listed above; "
            "compare it with the document and correct it"
        )
    return ""


def keys_of(imported: Iterable[Imported], way: Way, reading: Reading) -> frozenset[str]:
    """The keys of the gatherings that some documents are of."""
    keys: set[str] = set()
    symbols = {way.given.symbol} if way.given.symbol else set()
    for one in imported:
        if isinstance(one.done, Recorded):
            keys.add(one.done.draft.key)
        elif one.document.facts.symbol:
            symbols.add(one.document.facts.symbol)
    return frozenset(keys) | _with_symbols(symbols, reading)


def _with_symbols(wanted: set[str], reading: Reading) -> frozenset[str]:
    """The gatherings whose report, or one of whose records, has one of the symbols."""
    found = set()
    for file in reading.gatherings:
        gathering = file.value
        assert isinstance(gathering, Meeting | Session)
        own = {gathering.report.symbol} if gathering.report else set()
        if isinstance(gathering, Session):
            own |= {record.symbol for record in gathering.records if record.symbol}
        if own & wanted:
            found.add(gathering.key)
    return frozenset(found)
