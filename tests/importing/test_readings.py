"""What is taken from a document, and what is told of the rest: the cases of four files."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from cases import Case, read_cases

from compendium.documents.adopted import read_adopted
from compendium.documents.blocks import Flow
from compendium.documents.content import DocumentContent
from compendium.documents.original import Line, Original, Style
from compendium.importing.doubts import doubts

FILES = ("readings.md", "told.md", "lost_places.md", "numbers.md")
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


def shown(adopted: DocumentContent) -> Iterator[str]:
    """What was read, line by line."""
    for text in adopted.recommendations:
        yield f"{'.'.join(text.steps)} {text.text}"
    for record in adopted.records:
        yield f"{record.kind} {record.number}"
        for text in record.texts:
            yield f"{'.'.join(text.steps)} {'# ' if text.heading else ''}{text.text}"
    for doubt in doubts(adopted):
        yield f"{doubt.code} line {doubt.place.line}: {doubt.message}"


@pytest.mark.parametrize("case", CASES, ids=[f"{c.language.code}: {c.title}" for c in CASES])
def test_reading(case: Case) -> None:
    """Every text has its number or is told to be left out."""
    _, _, symbol = case.given.partition("\n")[0].partition(" ")
    adopted = read_adopted(original(case.given), case.language, symbol or None)
    assert "\n".join(shown(adopted)) == case.wanted
