"""The documents of a new meeting or session: which language each is in, which record it makes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from compendium.documents.adopted import read_adopted
from compendium.documents.document_facts import DocumentFacts, read_facts
from compendium.documents.formats import read_original
from compendium.documents.original import Original
from compendium.documents.recognition import language_of
from compendium.errors import InputError
from compendium.findings import Finding
from compendium.importing.doubts import doubts
from compendium.importing.identity import Given, Known, gathered
from compendium.languages.language import known_languages, load_language
from compendium.model.bodies import Bodies
from compendium.model.gatherings import Meeting, Session
from compendium.reading import Reading

_PREFIXED = re.compile(r"(?P<language>[a-z]{2,3}):(?P<path>.+)")


@dataclass(frozen=True, slots=True)
class Document:
    """One document: its file, what was read of it, its language."""

    path: Path
    original: Original
    language: str

    @property
    def facts(self) -> DocumentFacts:
        """What the document says of itself."""
        return read_facts(self.original, load_language(self.language), self.path)


@dataclass(frozen=True, slots=True)
class Identified:
    """The gathering of a document, by its key, and every doubt about what was read."""

    key: str
    doubts: tuple[Finding, ...]


def read_documents(names: Iterable[str], source: str) -> tuple[Document, ...]:
    """Read documents, those in the language of the records first.

    Args:
        names: files, each alone or after the code of its language: `report.pdf`, `es:report.pdf`.
        source: the language of the records.

    Raises:
        InputError: if one cannot be read, or its language cannot be told.
    """
    documents = [_document(name) for name in names]
    return tuple(sorted(documents, key=lambda one: one.language != source))


def _document(name: str) -> Document:
    match = _PREFIXED.fullmatch(name)
    said = match["language"] if match and match["language"] in known_languages() else None
    path = Path(match["path"]) if match and said else Path(name)
    original = read_original(path)
    language = said or language_of("\n".join(line.text for line in original.lines))
    if language is None:
        raise InputError(
            f"{path}: the language of its text is not recognized",
            remedy=f"say it before the name of the file, such as es:{path}",
        )
    return Document(path, original, language)


def identify(document: Document, given: Given, reading: Reading) -> Identified:
    """Say which gathering a document in the language of the records makes, and what is in doubt.

    Raises:
        InputError: if it does not say all that is needed, or is another body's.
    """
    bodies = [one.value for one in reading.of(Bodies) if isinstance(one.value, Bodies)]
    gatherings = [one.value for one in reading.gatherings]
    known = Known(
        bodies[0].bodies if bodies else (),
        tuple(one for one in gatherings if isinstance(one, Meeting | Session)),
    )
    facts = document.facts
    found, findings = gathered(facts, given, known, document.original, lambda *_question: None)
    language = load_language(document.language)
    adopted = read_adopted(document.original, language, given.symbol or facts.symbol)
    every = (*findings, *doubts(adopted))
    return Identified(f"{found.body.key}.{found.ordinal}", every)


def keys_with_symbols(symbols: Sequence[str | None], reading: Reading) -> frozenset[str]:
    """The keys of the gatherings whose report, or one of whose records, has one of the symbols."""
    wanted = {symbol for symbol in symbols if symbol}
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
