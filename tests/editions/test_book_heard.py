"""What a screen reader says of the book is the text of the records, in order, in each language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf
import pytest

from compendium.indexing.entries import load_index
from compendium.languages.language import load_language
from compendium.model.roman import to_roman
from compendium.texts.textset import load_text_set
from support.inspection.expected import Expected, Piece
from support.inspection.flow import squeeze
from support.inspection.hearing import Heard, drawn_texts, listen
from support.inspection.made import EDITION, LANGUAGES, Made

IN_EACH = pytest.mark.parametrize(
    ("made", "language"), LANGUAGES, indirect=["made"], scope="module"
)


@dataclass
class Reading:
    """A book as it is heard: its words, its notes apart, and what an edition must hold."""

    language: str
    words: str
    notes: list[tuple[str, str]]
    expected: Expected
    made: Made


@pytest.fixture(scope="module")
def reading(made: Made, language: str) -> Reading:
    """The book of a language, heard from beginning to end."""
    path = made.editions / language / f"{EDITION}.pdf"
    corpus = load_text_set(made.texts(language)).corpus
    expected = Expected(
        corpus,
        corpus.edition(EDITION),
        load_index(made.index(language)),
        load_language(language),
    )
    with pikepdf.open(path) as pdf:
        elements = list(listen(pdf, drawn_texts(path)))
    words, notes = _without_notes(elements)
    return Reading(language, words, notes, expected, made)


def _without_notes(elements: list[Heard]) -> tuple[str, list[tuple[str, str]]]:
    """The words without those of notes, and each note with the words before it.

    The call of a note is written `[^7]`.
    """
    words, notes = "", []
    within: list[Heard] = []  # the elements around the present one
    for element in elements:
        within = [*(outer for outer in within if outer.depth < element.depth), element]
        roles = {outer.role for outer in within}
        if element.role == "Note":
            notes.append((words[-60:], ""))
        elif "Note" in roles:
            before, note = notes[-1]
            notes[-1] = (before, note + element.words)
        elif "Reference" in roles and "TOC" not in roles and element.words:
            words += f"[^{element.words.strip()}]"
        else:
            words += element.words
    return words, notes


def pieces(reading: Reading) -> Iterator[Piece]:
    """What has to be heard from the introduction to the end of the index."""
    expected = reading.expected
    yield from expected.introduction()
    yield from expected.parts()
    yield from expected.thematic_index()


@IN_EACH
def test_every_unit_and_entry_in_order(reading: Reading) -> None:
    """From the introduction on, nothing is heard but the text, and all of it, in its order."""
    numerals = {
        gathering.key: f"({to_roman(gathering.ordinal)})"
        for gathering in (*reading.expected.corpus.meetings, *reading.expected.corpus.sessions)
        if reading.expected.language.sections
    }
    wanted = [
        (
            piece,
            squeeze(piece.text) + (numerals.get(piece.key, "") if piece.kind == "heading" else ""),
        )
        for piece in pieces(reading)
    ]
    heard = squeeze(reading.words)
    cursor = heard.rindex(wanted[0][1] + wanted[1][1][:20])
    for piece, text in wanted:
        there = heard[cursor : cursor + len(text)]
        assert there == text, f"{piece.kind} {piece.key}"
        cursor += len(text)
    units = sum(piece.kind == "unit" for piece, _ in wanted)
    assert units == len(list(reading.expected.corpus.units())) > reading.made.units


@IN_EACH
def test_a_note_is_heard_after_its_paragraph(reading: Reading) -> None:
    """Each note is heard once, with its number, behind the end of the text that calls it."""
    called = [piece for piece in reading.expected.parts() if "[^" in piece.text]
    texts = {
        number: piece.text
        for piece in called
        for number in range(1, 99)
        if f"[^{number}]" in piece.text
    }
    wrong = []
    for number, (before, note) in enumerate(reading.notes, start=1):
        end = squeeze(texts[number])[-20:]
        wanted = squeeze(f"{number}{reading.expected.notes[number - 1]}")
        if not squeeze(before).endswith(end) or squeeze(note) != wanted:
            wrong.append((number, before, note))
    assert wrong == []
    assert len(reading.notes) == len(reading.expected.notes) > reading.made.notes
