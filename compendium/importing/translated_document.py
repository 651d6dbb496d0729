"""The official text of a record in another language, from document to catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compendium.documents.content import DocumentContent
from compendium.documents.marks import marks_of_texts
from compendium.documents.printed import PrintedRecord, PrintedText
from compendium.documents.words import load_words
from compendium.errors import InputError
from compendium.findings import Finding, Severity
from compendium.importing.agreement import check_agreement, check_body
from compendium.importing.alignment import Aligned, Said, align
from compendium.importing.another_document import of_another_document
from compendium.importing.identity import EditorInput, own_symbol
from compendium.importing.known_sources import Sources
from compendium.importing.official import Taken
from compendium.importing.official_catalogues import Catalogues, OpenCatalogue
from compendium.importing.received import Received
from compendium.importing.slots import slots_of
from compendium.importing.text_comparison import TextComparison
from compendium.languages.language import load_language
from compendium.model.corpus import Corpus
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.symbols import parts_of
from compendium.model.units import record_key
from compendium.reporting import count
from compendium.texts.text_units import catalogue_name

Found = tuple[Meeting | Session, Record | None, tuple[PrintedText, ...]]


@dataclass(frozen=True, slots=True)
class Translated:
    """The catalogue with the texts taken, the outcome, and every finding.

    `identity` are the findings about the identity of the document, `findings` those about its
    texts.
    """

    catalogue: OpenCatalogue
    taken: Taken
    identity: tuple[Finding, ...]
    findings: tuple[Finding, ...]

    @property
    def failed(self) -> bool:
        """Whether a text differs from the official one in the catalogue, or a text has no place."""
        return bool(self.taken.disagreements or count(self.findings, Severity.ERROR))


def symbol_of(received: Received, editor_input: EditorInput) -> tuple[str, tuple[Finding, ...]]:
    """The symbol of a document, which identifies the record of its texts, with the doubts about it.

    Raises:
        InputError: if neither document nor editor states it.
    """
    findings: list[Finding] = []
    original = received.adopted.original
    symbol = own_symbol(received.facts, editor_input, original, findings)
    if symbol is None:
        raise InputError(f"{original.file}: no symbol was found in it", remedy="give --symbol")
    return symbol, tuple(findings)


def take_translation(
    received: Received, editor_input: EditorInput, sources: Sources, catalogues: Catalogues
) -> Translated:
    """Align the content of a document in another language with the record of its symbol.

    The texts go into the open catalogue; this does not write it. Nothing is taken from a document
    if any of its content is unaccounted for.

    Raises:
        InputError: if no record has that symbol, the document contains nothing of it, or belongs to
            another gathering.
    """
    received.refuse_empty()
    symbol, identity = symbol_of(received, editor_input)
    adopted = received.adopted
    records = _records(adopted, sources.corpus, symbol)
    for gathering, _, _ in records:
        _check_gathering(
            received, editor_input, gathering, sources, catalogues.name_of(gathering.body)
        )
    within = marks_of_texts(load_language(received.language))
    comparison = TextComparison(*map(load_language, (sources.language, received.language)))
    texts: list[Aligned] = []
    of_the_whole = (*received.lost, *received.unsettled, *received.not_official)
    findings: list[Finding] = [*of_the_whole, *received.of_its_format]
    findings += _unrecorded(adopted, records)
    for gathering, record, printed in records if not of_the_whole else ():
        key = record_key(gathering, record)
        other = of_another_document(gathering, record, printed, adopted.original)
        if other is not None:
            findings.append(other)
            continue
        said = Said(printed, adopted.original, within, received.doubtful_lines, comparison)
        alignment = align(slots_of(gathering, record), said, key)
        texts += alignment.texts
        findings += alignment.findings
    catalogue = catalogues.open(catalogue_name(records[0][0]))
    taken = catalogue.take(texts, symbol)
    return Translated(catalogue, taken, identity, tuple(findings))


def _check_gathering(
    received: Received,
    editor_input: EditorInput,
    gathering: Meeting | Session,
    sources: Sources,
    name: str | None,
) -> None:
    """Check that a document belongs to a gathering; `name` is that of its body, if translated.

    Raises:
        InputError: if it states that it belongs to another.
    """
    original = received.adopted.original
    check_agreement(received.facts, editor_input, gathering, name, original)
    if not editor_input.body:
        titled = load_words(received.language).body_in(received.facts.body or "")
        body = sources.known.body(gathering.body).name
        check_body(titled, load_words(sources.language).body_in(body), original)


def _records(adopted: DocumentContent, corpus: Corpus, symbol: str) -> list[Found]:
    """The records of the document with a symbol, each with the content that was read for it."""
    found: list[Found] = []
    found += [(one, None, adopted.recommendations) for one in corpus.meetings if _by(one, symbol)]
    found += [
        (session, record, _texts_of(record, adopted.records))
        for session in corpus.sessions
        for record in session.records
        if _by(session, symbol) or record.symbol in parts_of(symbol)
    ]
    if not found:
        raise InputError(
            f"{adopted.original.file}: no record has the symbol {symbol}",
            remedy="import the document in the language of the records first, or give --symbol",
        )
    keys = dict.fromkeys(gathering.key for gathering, _, _ in found)
    if len(keys) > 1:
        where = " and in ".join(keys)
        raise InputError(
            f"{adopted.original.file}: {symbol} is the symbol of records in {where}",
            remedy="correct the symbol of the records that do not belong to this document",
        )
    if not any(texts for _, _, texts in found):
        raise InputError(
            f"{adopted.original.file}: nothing of {symbol} was found in it",
            remedy="check that the document holds what was adopted, in full",
        )
    return found


def _unrecorded(adopted: DocumentContent, found: Sequence[Found]) -> Iterator[Finding]:
    """The content of the document that is not in the records (I010)."""
    recorded = [texts for _, _, texts in found]
    for one in adopted.records:
        if one.texts not in recorded:
            yield adopted.original.finding(
                "I010",
                one.line,
                f"no record has the number {one.number}; nothing is taken of it",
                "import the document in the language of the records first",
                error=True,
            )


def _texts_of(record: Record, read: Sequence[PrintedRecord]) -> tuple[PrintedText, ...]:
    """The texts read for a record; a number alone does not state the kind."""
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
