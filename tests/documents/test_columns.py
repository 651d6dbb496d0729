"""Columns of text are read one after the other, and nothing else is: the cases of columns.md."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from weasyprint import HTML

from compendium.documents.adopted import read_adopted
from compendium.documents.page_columns import Word, groups_of, stretches
from compendium.documents.pdf import read_pdf
from compendium.importing.doubts import doubts
from compendium.languages.language import load_language
from support.cases import Case, read_cases

CASES = read_cases(Path(__file__).with_name("columns.md"))
SIZE, LETTER, LINE = 10, 5, 12  # of letters: how high and wide; how far lines are apart


def words(drawn: str) -> list[Word]:
    """The words of a drawn page."""
    return [
        {
            "text": found[0],
            "x0": LETTER * found.start(),
            "x1": LETTER * found.end(),
            "top": LINE * place,
            "bottom": LINE * place + SIZE,
            "size": SIZE,
        }
        for place, line in enumerate(drawn.split("\n"))
        for found in re.finditer(r"\S+", line)
    ]


def read(drawn: str) -> Iterator[str]:
    """The lines as they are read."""
    for held, column, _ in stretches(words(drawn)):
        for group in groups_of(held):
            yield f"{column} {' '.join(word['text'] for word in group)}"


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_order_of_reading(case: Case) -> None:
    """Each line is read once, in its place."""
    assert "\n".join(read(case.given)) == case.wanted


def test_columns_are_told() -> None:
    """That a PDF has columns is told with their pages (I037), and they are read in their order."""
    texts = [f"{n}. Urges all of the States to light lamp {n} of the coast." for n in range(1, 13)]
    body = "".join(f"<p>{text}</p>" for text in texts)
    page = f"<p>Resolution 12/1<p>Lamps<p>The Conference,<div style='columns: 2'>{body}</div>"
    original = read_pdf(HTML(string=page).write_pdf(), Path("a.pdf"))
    adopted = read_adopted(original, load_language("en"), None)
    assert [text.steps[0] for text in adopted.records[0].texts[2:]] == [*map(str, range(1, 13))]
    assert [(told.code, told.message[-3:]) for told in doubts(adopted)] == [("I037", ": 1")]


def test_columns_stand_in_the_place_of_the_first() -> None:
    """The lines of every column begin where those of the first do, and end where it ends."""
    drawn = CASES[2].given
    for held, _, limit in stretches(words(drawn)):
        assert min(word["x0"] for word in held) == 0
        assert max(word["x1"] for word in held) == limit
