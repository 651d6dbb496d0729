"""The marks within a text of the records."""

from __future__ import annotations

import pytest

from compendium.model.markup import FOREIGN, NOTE, NOTE_LIKE


@pytest.mark.parametrize(
    ("text", "notes", "like"),
    [
        ("the Convention[^1] and the Protocol[^23]", ["1", "23"], ["1", "23"]),
        (r"a bracket \[^1] of the text", [], []),
        ("a mark of nothing[^] and one of words[^see]", [], ["", "see"]),
        ("[1], ^1, [^1", [], []),
    ],
)
def test_note_mark(text: str, notes: list[str], like: list[str]) -> None:
    """A note is called by a number of up to three figures after ^ in brackets, and so only."""
    assert [found["note"] for found in NOTE.finditer(text)] == notes
    assert [found["name"] for found in NOTE_LIKE.finditer(text)] == like


def test_foreign_words() -> None:
    """Words in another language stand in brackets, with its code in braces behind."""
    found = FOREIGN.search("in the [Treaty Series]{lang=en}, vol. 1")
    assert found
    assert (found["foreign"], found["lang"]) == ("Treaty Series", "en")
