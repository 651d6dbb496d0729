"""A line that is broken by hand is a paragraph, a part of one, or told: the cases of a file."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from compendium.documents.adopted import read_adopted
from compendium.documents.original import Original
from compendium.documents.web_page import read_web_page
from compendium.documents.word_file import read_word
from support.cases import Case, read_cases
from support.shown_content import shown
from support.word_files import paragraph, word_file

MASTHEAD = "Documents of the second meeting, held over many pages in the year of the lamps. " * 5
CASES = read_cases(Path(__file__).with_name("line_breaks.md"))


def in_word(drawn: str) -> Original:
    """The Word file of a case."""
    body = "".join(paragraph(line) for line in [MASTHEAD, *drawn.split("\n")])
    broken = body.replace("|", "</w:t><w:br/><w:t xml:space='preserve'>")
    return read_word(word_file(broken), Path("a.docx"))


def in_page(drawn: str) -> Original:
    """The web page of a case."""
    body = "".join(f"<p>{escape(line)}</p>" for line in [MASTHEAD, *drawn.split("\n")])
    return read_web_page(f"<!doctype html>{body}".replace("|", "<br>").encode(), Path("a.html"))


@pytest.mark.parametrize("made", [in_word, in_page])
@pytest.mark.parametrize("case", CASES, ids=[f"{c.language.code}: {c.title}" for c in CASES])
def test_line_breaks(case: Case, made: Callable[[str], Original]) -> None:
    """What a break may end is told, or a paragraph of its own; nothing is joined in silence."""
    adopted = read_adopted(made(case.given), case.language, None)
    assert "\n".join(shown(adopted)) == case.wanted
    assert adopted.account.faults == ()
