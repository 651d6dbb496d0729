"""Lines from right to left are read in their order: the cases of directions.md, and glyphs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from compendium.documents.page_direction import (
    Char,
    Sign,
    brackets_are_seen,
    in_order,
    is_right_to_left,
    settled,
)
from compendium.documents.page_lines import Row
from compendium.documents.unnamed import refuse_unnamed, with_lost
from compendium.errors import InputError
from support.cases import Case, read_cases

CASES = read_cases(Path(__file__).with_name("directions.md"))
SIZE = 10


def signs(seen: str) -> list[Sign]:
    """The signs of a line; raised figures are one."""
    return [Sign(text, strong=False) for text in re.findall(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+|.", seen)]


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_order_of_reading(case: Case) -> None:
    """What runs from right to left does, and numbers and Latin words run the other way."""
    shapes, _, seen = case.given.rpartition("\n")
    line = signs(seen)
    if re.search(r"[()]", seen):
        assert brackets_are_seen([line], before=False) is bool(shapes)
    read = in_order(line, swapped=bool(shapes))
    assert "".join(sign.text for sign in read) == case.wanted


def chars(*drawn: tuple[str, float, float]) -> list[Char]:
    """Glyphs by their text and where they begin and end."""
    return [
        {"text": text, "x0": x0, "x1": x1, "bottom": 0.0, "size": SIZE} for text, x0, x1 in drawn
    ]


@pytest.mark.parametrize(
    "drawn",
    [
        [("و", 0, 4), ("ّ", 3.5, 3.5), ("ب", 4, 8), ("ع", 8, 12)],  # as they are seen
        [("ع", 8, 12), ("ب", 4, 8), ("ّ", 3.5, 3.5), ("و", 0, 4)],  # as they are read
    ],
)
def test_marks_are_set_to_their_letters(drawn: list[tuple[str, float, float]]) -> None:
    """A mark above a letter belongs to it, in whichever order the file has them."""
    found = sorted(settled(chars(*drawn)), key=lambda char: char["x0"])
    assert [char["text"] for char in found] == ["و", "بّ", "ع"]


def test_no_mark_is_lost() -> None:
    """A mark that stands beside no letter goes to the nearest."""
    found = settled(chars(("و", 0, 4), ("ّ", 40, 40), ("ب", 60, 64), ("ع", 64, 68)))
    assert "".join(char["text"] for char in found).count("ّ") == 1


def test_ligature_is_read_in_order() -> None:
    """The two letters of one glyph stand in their order, whichever the file names first."""
    found = settled(chars(("ال", 0, 4), ("لا", 4, 8)))
    assert [char["text"] for char in found] == ["لا", "لا"]


@pytest.mark.parametrize(
    ("text", "before", "wanted"),
    [
        ("المصابيح" * 4, False, True),
        ("Lamps" * 5, True, False),
        ("12", True, True),
        ("مع" + "Lamps" * 3, True, True),
    ],
)
def test_direction_of_a_page(text: str, *, before: bool, wanted: bool) -> None:
    """Most letters say how a page runs; one with few letters runs as those before it."""
    assert is_right_to_left(chars((text, 0, 1)), before=before) is wanted


def row(text: str) -> Row:
    """A printed line."""
    return Row(text, text, 3, 0, 0, 0, SIZE, 0, bold=False, columns=False, at_edge=False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("the la(cid:11)ps", "page 3: letters that the file draws and does not name"),
        ("إذ تش//ير", "page 3: Arabic letters are drawn out by strokes that the file calls /"),
    ],
)
def test_unnamed_letters_are_refused(text: str, said: str) -> None:
    """Within words a glyph without a name, or with a wrong one, makes the document unreadable."""
    with pytest.raises(InputError, match=re.escape(said)):
        refuse_unnamed([row(text)], Path("a.pdf"))


def test_unnamed_signs_are_told() -> None:
    """Apart from words it is a lost character (I021); what is like strokes is none."""
    refuse_unnamed([row("(cid:127) lamps"), row("آذار/مارس 2025، 1//2")], Path("a.pdf"))
    assert with_lost("(cid:127) lamps") == "\ufffd lamps"
