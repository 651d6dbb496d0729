"""The published indexes against the records: all is explained, and every change is found."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from compendium.collating.explanation import Collation, explain
from compendium.collating.index_printed import index_rows
from compendium.collating.index_rows import index_differences
from compendium.collating.readings import apply_readings
from compendium.model.corpus import Corpus
from compendium.model.errata import Column, Erratum
from compendium.model.published import DocumentForm, Published
from compendium.reading import Reading, read_sources

OF_INDEX = (Column.LOCATORS, Column.REFERENCES, Column.ROW)


@pytest.fixture(scope="module")
def sources(root: Path) -> Reading:
    """The sources of this project."""
    return read_sources(root / "sources")


@pytest.fixture(scope="module")
def corpus(sources: Reading) -> Corpus:
    """The records of this project."""
    return sources.corpus


@pytest.fixture(scope="module")
def texts(root: Path, sources: Reading) -> dict[str, str]:
    """The texts of the published indexes, mended by the readings."""
    mended = {}
    for document in indexes(sources):
        received = (root / "sources" / "published" / document.file).read_text(encoding="utf-8")
        own = [erratum for erratum in sources.errata if erratum.document == document.key]
        mended[document.key], idle = apply_readings(received, own)
        assert not idle
    return mended


def indexes(sources: Reading) -> list[Published]:
    """The published documents that hold an index."""
    forms = (DocumentForm.BOOK, DocumentForm.INDEX)
    return [document for document in sources.documents if document.form in forms]


def collate(
    sources: Reading,
    texts: dict[str, str],
    corpus: Corpus,
    errata: Sequence[Erratum] | None = None,
) -> Collation:
    """Compare every published index with a corpus and explain the differences."""
    found = [
        difference
        for document in indexes(sources)
        for difference in index_differences(document, texts[document.key], corpus)
    ]
    known = sources.errata if errata is None else errata
    return explain(found, [erratum for erratum in known if erratum.column in OF_INDEX])


def with_first_paragraph(corpus: Corpus, key: str, **change: object) -> Corpus:
    """The corpus with fields of the first paragraph of one meeting changed."""
    meetings = []
    for meeting in corpus.meetings:
        if meeting.key == key:
            first, *rest = meeting.paragraphs
            changed = (first.model_copy(update=change), *rest)
            meetings.append(meeting.model_copy(update={"paragraphs": changed}))
        else:
            meetings.append(meeting)
    return corpus.model_copy(update={"meetings": tuple(meetings)})


def test_every_difference_is_explained(
    sources: Reading, texts: dict[str, str], corpus: Corpus
) -> None:
    """Records and published indexes differ where an erratum says so, and nowhere else."""
    outcome = collate(sources, texts, corpus)
    assert outcome.unexplained == ()
    assert outcome.idle == ()


def test_every_row_is_read(sources: Reading, texts: dict[str, str], corpus: Corpus) -> None:
    """Each line of a published index that names a report belongs to a topic and a gathering."""
    for document in indexes(sources):
        rows = index_rows(document, texts[document.key], corpus)
        assert all(row.gathering for row in rows)
        symbols = sum(
            line.count(symbol)
            for line in texts[document.key].splitlines()
            if "\t" in line
            for symbol in {row.printed.symbol for row in rows if row.printed.symbol}
        )
        assert len(rows) == symbols + sum(not row.printed.symbol for row in rows)


def test_disagreeing_columns_are_errata_of_their_column(
    sources: Reading, texts: dict[str, str], corpus: Corpus
) -> None:
    """A row whose two printed columns disagree is explained column by column."""
    explained = {(e.document, e.place) for e in sources.errata if e.column in OF_INDEX[:2]}
    disagreeing = {
        (document.key, row.place)
        for document in indexes(sources)
        for row in index_rows(document, texts[document.key], corpus)
        if not row.columns_agree
    }
    assert disagreeing
    assert disagreeing <= explained


def test_a_changed_assignment_is_found(
    sources: Reading, texts: dict[str, str], corpus: Corpus
) -> None:
    """A topic taken from a paragraph is missed in every document that prints it."""
    topics = corpus.meetings[0].paragraphs[0].topics
    outcome = collate(sources, texts, with_first_paragraph(corpus, "wg4.1", topics=topics[1:]))
    assert {(one.document, one.place) for one in outcome.unexplained} == {
        (document.key, f"{topics[0]}/wg4.1") for document in indexes(sources)
    }


def test_a_changed_report_number_is_found(
    sources: Reading, texts: dict[str, str], corpus: Corpus
) -> None:
    """A wrong number of the report makes the references disagree wherever it is cited."""
    first = corpus.meetings[3].paragraphs[0]
    outcome = collate(sources, texts, with_first_paragraph(corpus, "wg4.4", report=999))
    places = {one.place for one in outcome.unexplained}
    assert places == {f"{topic}/wg4.4" for topic in first.topics}
    assert {one.column for one in outcome.unexplained} == {Column.REFERENCES}


def test_a_deleted_erratum_is_missed(
    sources: Reading, texts: dict[str, str], corpus: Corpus
) -> None:
    """Without its erratum, a difference is reported with its place."""
    for column in OF_INDEX:
        gone = next(erratum for erratum in sources.errata if erratum.column is column)
        kept = [erratum for erratum in sources.errata if erratum is not gone]
        [missed] = collate(sources, texts, corpus, kept).unexplained
        assert (missed.document, missed.place, missed.column) == (
            gone.document,
            gone.place,
            gone.column,
        )


def test_planted_disagreements_are_found(
    sources: Reading, texts: dict[str, str], corpus: Corpus
) -> None:
    """Two rows of the book, one with a wrong locator, one with a wrong reference, are found."""
    book = indexes(sources)[0]
    text = texts[book.key]
    for old, new in (
        ("\tXIII.5 and XIII.9.a and XIII.9.d\t", "\tXIII.4 and XIII.9.a and XIII.9.d\t"),
        ("\t4, 18 (a), 20 (a) and 21\t", "\t4, 18 (a), 20 (b) and 21\t"),
    ):
        assert text.count(old) == 1
        text = text.replace(old, new)
    outcome = collate(sources, texts | {book.key: text}, corpus)
    assert [(one.place, one.column) for one in outcome.unexplained] == [
        ("awareness-raising/wg4.13", Column.LOCATORS),
        ("bodies/wg4.1", Column.REFERENCES),
    ]
