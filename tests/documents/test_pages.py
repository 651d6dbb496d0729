"""Printed lines become paragraphs: the cases of pages.md."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from compendium.documents.blocks import Flow
from compendium.documents.doubted import Doubt
from compendium.documents.headings import headings_of
from compendium.documents.marks import hand_of
from compendium.documents.original import Style
from compendium.documents.page_lines import Row
from compendium.documents.page_paragraphs import paragraphs_of
from compendium.documents.running_heads import page_feet, without_running_heads
from compendium.languages.language import load_language
from support.cases import Case, read_cases

CASES = read_cases(Path(__file__).with_name("pages.md"))
LETTER, LINE, SPACE = 0.5, 1.2, 6  # how wide and high letters are, and the space between


def rows(drawn: str) -> list[Row]:
    """The printed lines that a case draws."""
    made: list[Row] = []
    page, foot, under = 1, 0.0, False
    for line in drawn.split("\n"):
        sized = re.fullmatch(r"@(\d+) (.*)", line)
        size, text = (int(sized[1]), sized[2]) if sized else (10, line)
        if line == "---":
            page, foot, under = page + 1, 0.0, False
        elif not line:
            foot += SPACE
        else:
            foot += LINE * size
            made.append(row(text, page, foot, size, under=under))
            under = under or made[-1].is_rule
    return made


def row(text: str, page: int, foot: float, size: int, *, under: bool) -> Row:
    """A printed line."""
    rule = set(text) == {"_"}
    said = text if rule else text.lstrip("^_|")
    left = LETTER * size * (len(said) - len(said.lstrip()))
    wide = any(ord(letter) > 0x2E80 for letter in said)
    width = (2 if wide else 1) * LETTER * size
    return Row(
        text=" ".join(said.split()),
        strong="",
        page=page,
        foot=foot,
        left=left,
        right=width * len(said),
        size=size,
        opening=2 * size if wide else width * len(said.split()[0]),
        bold=text.startswith("_") and not rule,
        columns=" " * 12 in said.strip(),
        at_edge=text.startswith(("^", "|")),
        above_rule=text.startswith("|"),
        under_rule=under,
    )


@pytest.mark.parametrize("case", CASES, ids=[f"{c.language.code}: {c.title}" for c in CASES])
def test_page(case: Case) -> None:
    """Lines are joined where a paragraph goes on, and apart from what frames the page."""
    hand, headings = hand_of(case.language, Flow.BROKEN), headings_of(case.language)
    kept, _ = without_running_heads(rows(case.given), headings.stands_alone)
    feet = page_feet(kept)
    lines, _ = paragraphs_of([one for one in kept if one not in feet], hand, headings)
    shown = [
        f"{line.place} {'# ' * (line.style is Style.HEADING)}{hand.clean(line.text)}"
        for line in lines
    ]
    assert "\n".join(shown) == case.wanted


def test_a_line_that_ends_early_is_told() -> None:
    """A short line within a paragraph may be what stands at the foot of a page."""
    inset = [
        f"    {number}. Urges all States of all coasts and islands to\nrest;" for number in "123"
    ]
    wide = "    4. Decides that all States of the coasts should\nPlease recycle"
    drawn = rows("\n\n".join([*inset, f"{wide}\n---\nkeep lamps, and see to them."]))
    english = load_language("en")
    lines, flow = paragraphs_of(drawn, hand_of(english, Flow.BROKEN), headings_of(english))
    assert flow is Flow.FIXED
    assert [doubt for line in lines for doubt in line.doubts] == [
        (Doubt.DIVISION, "keep lamps, and see to them.")
    ]
