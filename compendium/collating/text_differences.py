"""Finds the differences in text between a published document and the records."""

from __future__ import annotations

from collections.abc import Sequence

from compendium.collating.printed_sections import sections_of
from compendium.collating.published_words import published_language
from compendium.comparing.differences import Difference
from compendium.comparing.paired_texts import Pairs, text_pairs
from compendium.comparing.recorded_texts import recorded_texts
from compendium.documents.printed import PrintedRecord, PrintedSection, PrintedText
from compendium.documents.reports import recommendations_of
from compendium.documents.words import report_words
from compendium.model.corpus import Corpus
from compendium.model.errata import Column
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.published import DocumentForm, Published
from compendium.model.units import record_key


def text_differences(document: Published, text: str, corpus: Corpus) -> list[Difference]:
    """Compare every text of a document with the records, and every record with the document.

    `text` is the document as received, with readings applied. An index has no such texts.
    """
    corpus = corpus.in_words_of(document.key)
    match document.form:
        case DocumentForm.BOOK | DocumentForm.RECORD:
            pairs = _sections(document, sections_of(text), corpus)
        case DocumentForm.REPORT:
            words = report_words(published_language())
            pairs = _report(document, recommendations_of(text, words), corpus)
        case DocumentForm.INDEX:
            return []
    return [
        Difference(document.key, place, Column.TEXT, printed, ours)
        for place, printed, ours in pairs
    ]


def _sections(document: Published, sections: Sequence[PrintedSection], corpus: Corpus) -> Pairs:
    """Compare every section with its gathering; find extra sections and missing gatherings."""
    parts = {body.part: body.key for body in corpus.bodies}
    covered = {
        f"{body}.{ordinal}": _gathering(corpus, body, ordinal)
        for body, ordinals in document.covers.items()
        for ordinal in ordinals
    }
    for section in sections:
        body = parts.get(section.part or "") or next(iter(document.covers))
        key = f"{body}.{section.ordinal}"
        gathering = covered.pop(key, None)
        if gathering is None:
            yield f"{key}#section", section.heading, ""
        else:
            yield from _heading(section, gathering)
            yield from _records(section.records, gathering)
    for key in covered:
        yield f"{key}#section", "", "recorded"


def _heading(section: PrintedSection, gathering: Meeting | Session) -> Pairs:
    if section.numeral != section.expected:
        yield f"{gathering.key}#section", f"{section.numeral}.", f"{section.expected}."
    ours = (gathering.dates.first, gathering.dates.last)
    if section.dates != ours:
        printed = section.dates or (section.heading,)
        yield f"{gathering.key}#dates", " to ".join(map(str, printed)), " to ".join(map(str, ours))


def _records(printed: Sequence[PrintedRecord], gathering: Meeting | Session) -> Pairs:
    """Compare every printed record with ours of that kind and number."""
    records: list[Record | None] = (
        [None] if isinstance(gathering, Meeting) else [*gathering.records]
    )
    unmatched = {_name(record): record for record in records}
    for printed_record in printed:
        name = (printed_record.kind, printed_record.number)
        if name in unmatched:
            record = unmatched.pop(name)
            ours = recorded_texts(gathering, record, as_reported=False)
            yield from text_pairs(record_key(gathering, record), printed_record.texts, ours)
        else:
            yield f"{gathering.key}#record", " ".join(filter(None, name)), ""
    for kind, number in unmatched:
        yield f"{gathering.key}#record", "", f"{kind or 'texts'} {number}".strip()


def _name(record: Record | None) -> tuple[str | None, str]:
    return (record.kind, record.number) if record is not None else (None, "")


def _report(document: Published, printed: Sequence[PrintedText], corpus: Corpus) -> Pairs:
    """Compare the recommendations of a report with those of its gathering, by their numbers."""
    for body, ordinals in document.covers.items():
        for ordinal in ordinals:
            gathering = _gathering(corpus, body, ordinal)
            if isinstance(gathering, Meeting):
                ours = recorded_texts(gathering, None, as_reported=True)
                yield from text_pairs(f"{gathering.key}#report", printed, ours)
            else:
                yield f"{body}.{ordinal}#section", "printed", ""


def _gathering(corpus: Corpus, body: str, ordinal: int) -> Meeting | Session | None:
    return next(
        (gathering for gathering in corpus.gatherings(body) if gathering.ordinal == ordinal), None
    )
