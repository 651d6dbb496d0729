"""Printed lines become paragraphs: the cases of pages.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cases import Case, read_cases

from compendium.documents.blocks import Flow
from compendium.documents.headings import headings_of
from compendium.documents.marks import hand_of
from compendium.documents.original import Style
from compendium.documents.page_lines import Row
from compendium.documents.page_paragraphs import paragraphs_of
from compendium.documents.running_heads import without_running_heads

CASES = read_cases(Path(__file__).with_name("pages.md"))
LETTER, LINE, SPACE = 0.5, 1.2, 6  # how wide and high letters are, and the space between


def rows(drawn: str) -> list[Row]:
    """The printed lines that a case draws."""
    made: list[Row] = []
    page, foot = 1, 0.0
    for line in drawn.split("\n"):
        sized = re.fullmatch(r"@(\d+) (.*)", line)
        size, text = (int(sized[1]), sized[2]) if sized else (10, line)
        if line == "---":
            page, foot = page + 1, 0.0
        elif not line:
            foot += SPACE
        else:
            foot += LINE * size
            made.append(row(text, page, foot, size))
    return made


def row(text: str, page: int, foot: float, size: int) -> Row:
    """A printed line."""
    said = text.lstrip("^_")
    wide = any(ord(letter) > 0x2E80 for letter in said)
    width = (2 if wide else 1) * LETTER * size
    return Row(
        text=" ".join(said.split()),
        strong="",
        page=page,
        foot=foot,
        left=0,
        right=width * len(said),
        size=size,
        opening=2 * size if wide else width * len(said.split()[0]),
        bold=text.startswith("_"),
        columns=" " * 12 in said,
        at_edge=text.startswith("^"),
    )


@pytest.mark.parametrize("case", CASES, ids=[f"{c.language.code}: {c.title}" for c in CASES])
def test_page(case: Case) -> None:
    """Lines are joined where a paragraph goes on, and apart from what frames the page."""
    hand, headings = hand_of(case.language, Flow.BROKEN), headings_of(case.language)
    kept, _ = without_running_heads(rows(case.given), headings.stands_alone)
    lines = paragraphs_of(kept, hand, headings)
    shown = [
        f"{line.place} {'# ' * (line.style is Style.HEADING)}{hand.clean(line.text)}"
        for line in lines
    ]
    assert "\n".join(shown) == case.wanted
