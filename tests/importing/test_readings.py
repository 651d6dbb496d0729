"""What is taken from a document, and what is told of the rest: the cases of five files."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from compendium.documents.adopted import read_adopted
from compendium.documents.blocks import Flow
from compendium.documents.original import Line, Original, Style
from support.cases import Case, read_cases
from support.shown_content import shown

FILES = ("readings.md", "told.md", "lost_places.md", "numbers.md", "plain_texts.md")
CASES = [case for name in FILES for case in read_cases(Path(__file__).with_name(name))]


def original(drawn: str) -> Original:
    """The document that a case draws."""
    head, *texts = drawn.split("\n")
    flow, _, _ = head.partition(" ")
    paged = flow == "pages"
    places = [1 + texts[:place].count("---") for place in range(len(texts))] if paged else count(1)
    lines = [
        Line(text.removeprefix("# "), place, Style.HEADING if text[:2] == "# " else Style.TEXT)
        for place, text in zip(places, texts, strict=False)
        if text != "---"
    ]
    own = Flow.BROKEN if paged else Flow[flow.upper()]
    return Original("a.txt", tuple(lines), own, "page" if paged else "line")


@pytest.mark.parametrize("case", CASES, ids=[f"{c.language.code}: {c.title}" for c in CASES])
def test_reading(case: Case) -> None:
    """Every text has its number or is told to be left out."""
    _, _, symbol = case.given.partition("\n")[0].partition(" ")
    adopted = read_adopted(original(case.given), case.language, symbol or None)
    assert "\n".join(shown(adopted)) == case.wanted
