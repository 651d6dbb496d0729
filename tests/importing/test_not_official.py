"""A document that calls itself a draft or an unofficial translation is not taken as official.

The lines stand in `not_official.md`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from compendium.documents.account import Fate
from compendium.documents.blocks import Flow
from compendium.documents.content import DocumentContent
from compendium.documents.original import Line, Original
from compendium.documents.printed import PrintedRecord, PrintedText
from compendium.importing.not_official import says_not_official


def _lines(heading: str) -> list[str]:
    """The lines of the table below a heading."""
    page = Path(__file__).with_name("not_official.md").read_text(encoding="utf-8")
    table = page.split(f"## {heading}\n")[1].split("## ")[0]
    rows = [row.strip("| ") for row in table.splitlines() if row.startswith("| ")]
    return [row.replace("\\*", "*") for row in rows[2:]]


_SAID, _ISSUED = _lines("Not official"), _lines("As it was issued")
_TEXT = PrintedText(("1",), "Keeps the lamps.", line=2, lines=(2,))


def content(before: str, text: str = "Keeps the lamps.") -> DocumentContent:
    """A document of a line, and of one text after it."""
    original = Original("a.txt", (Line(before, 1), Line(text, 2)), Flow.WHOLE)
    record = PrintedRecord(None, "1", (replace(_TEXT, text=text),))
    return DocumentContent(original, records=(record,), left={1: Fate.HEAD})


@pytest.mark.parametrize("line", _SAID)
def test_it_says_that_it_is_not_official(line: str) -> None:
    """The line is found in every language, with its place, and at the edges of pages, too."""
    (finding,) = says_not_official(content(line))
    assert finding.code == "I052"
    assert finding.place.line == 1
    bare = content("75/1")
    headed = replace(bare, original=replace(bare.original, heads=(f"A/RES/75/1\n{line}",)))
    assert [one.code for one in says_not_official(headed)] == ["I052"]


@pytest.mark.parametrize("line", _SAID)
def test_what_was_adopted_may_speak_of_drafts(line: str) -> None:
    """The same words within a text of the resolution say nothing of the document."""
    assert list(says_not_official(content("75/1", line))) == []


@pytest.mark.parametrize("line", _ISSUED)
def test_a_masthead_as_it_was_issued(line: str) -> None:
    """Nothing is found in the lines of documents as they were issued."""
    assert list(says_not_official(content(line))) == []
