"""The text of the real documents against the real records: every fault in either shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic import ValidationError

from compendium.collating.printed_sections import sections_of
from compendium.collating.text_differences import text_differences
from compendium.comparing.differences import Difference
from compendium.comparing.recorded_texts import recorded_texts
from compendium.model.corpus import Corpus
from compendium.model.errata import Column
from compendium.model.published import Published
from compendium.reading import Reading

PUBLISHED = Path(__file__).parents[2] / "sources" / "published"
WITH_TEXT = ["compendium-2024", "record-2019", "report-2019", "report-2011"]


def _document(real: Reading, key: str) -> tuple[Published, str]:
    document = next(one for one in real.documents if one.key == key)
    return document, (PUBLISHED / document.file).read_text(encoding="utf-8")


def _new(real: Reading, key: str, changed: str) -> set[Difference]:
    """The differences that a changed text of a document brings, beyond those of the real text."""
    document, text = _document(real, key)
    before = text_differences(document, text, real.corpus)
    return set(text_differences(document, changed, real.corpus)) - set(before)


@pytest.mark.parametrize("key", WITH_TEXT)
def test_real_differences_are_all_explained(real: Reading, corpus: Corpus, key: str) -> None:
    """Every difference in text of the real documents has its erratum, and the other way round."""
    document, text = _document(real, key)
    explained = {
        (erratum.place, erratum.printed, erratum.ours)
        for erratum in real.errata
        if erratum.document == key and erratum.column is Column.TEXT
    }
    found = text_differences(document, text, corpus)
    assert {(one.place, one.printed, one.ours) for one in found} == explained
    assert len(found) == len(explained)


def test_book_is_read_whole(real: Reading, corpus: Corpus) -> None:
    """The reader finds in the book as many texts and notes as the records hold."""
    _, text = _document(real, "compendium-2024")
    printed = [one for section in sections_of(text) for record in section.records
               for one in record.texts]  # fmt: skip
    ours = [
        one
        for meeting in corpus.meetings
        for one in recorded_texts(meeting, None, as_reported=False)
    ] + [
        one
        for session in corpus.sessions
        for record in session.records
        for one in recorded_texts(session, record, as_reported=False)
    ]
    assert len(printed) == len(ours)
    assert sum(len(one.notes) for one in printed) == sum(len(one.notes) for one in ours)


@pytest.mark.parametrize(
    ("key", "printed", "changed", "place"),
    [
        ("compendium-2024", "8. States parties should, wherever", "8. States parties may, wherever",
         "wg4.9.8"),
        ("compendium-2024", "(j) Trafficking in children", "(k) Trafficking in children",
         "wg4.4.45.j"),
        ("compendium-2024", "¹⁷Ibid., vol. 2225", "¹⁷Ibid., vol. 2226", "cop.5.pp.1#note.1"),
        ("compendium-2024", "\nTrafficking in human beings\n", "\nTrafficking in beings\n",
         "cop.4#title"),
        ("compendium-2024", "Crime:\n\n(a) Decides to", "Crime;\n\n(a) Decides to",
         "cop.1#formula"),
        ("compendium-2024", "\nDecision 3/3\n", "\nDecision 3/4\n", "cop.3#record"),
        ("compendium-2024", "\nPP 15\n\nReaffirming", "\nPP 13\n\nReaffirming", "cop.10#stray"),
        ("record-2019", "subsequently endorsed", "endorsed", "wg4.3#remark"),
        ("record-2019", "\nV. Fifth meeting, Vienna, 6 to", "\nVI. Fifth meeting, Vienna, 6 to",
         "wg4.5#section"),
        ("record-2019", "Vienna, 6 to 8 November 2013", "Vienna, 6 to 9 November 2013",
         "wg4.5#dates"),
        ("record-2019", "\n\nVIII. Eighth meeting", "\n\nRUNNING HEAD\n\nVIII. Eighth meeting",
         "wg4.7#stray"),
        ("record-2019", "VIII. Eighth meeting, ", "VIII. Eighth greeting, ", "wg4.8#section"),
        ("report-2019", "Recommendation 7\n", "Recommendation 71\n", "wg4.9.7"),
        ("report-2011", "- 36. States parties", "- 63. States parties", "wg4.4.31"),
    ],
)  # fmt: skip
def test_change_of_a_document_names_the_place(
    real: Reading, key: str, printed: str, changed: str, place: str
) -> None:
    """A word, number, letter, note, title or date changed in a document is found where it is."""
    _, text = _document(real, key)
    assert text.count(printed) == 1
    assert place in {one.place for one in _new(real, key, text.replace(printed, changed))}


@pytest.mark.parametrize("key", WITH_TEXT)
def test_paragraph_left_out_or_added_is_found(real: Reading, key: str) -> None:
    """A paragraph that a document lacks, or prints twice, is a difference with one side empty."""
    _, text = _document(real, key)
    paragraph = re.findall(r"\nStates parties should [^\n]*\.\n|\n(?:- )?\(f\) [^\n]*\n", text)[0]
    (missing,) = _new(real, key, text.replace(paragraph, "\n", 1))
    assert (missing.printed, bool(missing.ours)) == ("", True)
    (added,) = _new(real, key, text.replace(paragraph, paragraph * 2, 1))
    assert (bool(added.printed), added.ours) == (True, "")


def test_section_left_out_is_one_difference(real: Reading) -> None:
    """A gathering that a document should cover and does not is named once, not text by text."""
    _, text = _document(real, "record-2019")
    changed = text[: text.index("\nVIII. Eighth meeting")]
    assert {one.place for one in _new(real, "record-2019", changed)} == {"wg4.8#section"}


def test_section_beyond_the_manifest_is_a_difference(real: Reading) -> None:
    """A section that the manifest does not announce is not passed over."""
    _, text = _document(real, "record-2019")
    changed = f"{text}\n\nIX. Ninth meeting, Vienna, 9 to 11 September 2019\n\n1. States should.\n"
    assert {one.place for one in _new(real, "record-2019", changed)} == {"wg4.9#section"}


@pytest.mark.parametrize("covers", [{}, {"wg4": []}])
def test_a_document_covers_a_gathering(real: Reading, covers: dict[str, list[int]]) -> None:
    """One that covers none would be compared with nothing, so that all of it would pass."""
    document, _ = _document(real, "record-2019")
    fields = document.model_dump() | {"covers": covers}
    with pytest.raises(ValidationError, match="at least 1"):
        Published.model_validate(fields)
