"""A plain text says what stands in it: no sign of it is a mark, whatever ends its lines."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.documents.adopted import read_adopted
from compendium.documents.content import DocumentContent
from compendium.documents.doubted import Doubt
from compendium.documents.plain_text import read_plain_text
from compendium.languages.language import load_language

LINES = (
    "Resolution 12/1",
    "Lamps",
    "The Conference,",
    "1. Urges *all* States to light 5 km² of lamps,[1] see [2] and [^3]:",
    "(a) *In full*;",
    "(b) In part.²",
    "² See B.",
)


def adopted(text: str) -> DocumentContent:
    """What a text adopted."""
    return read_adopted(read_plain_text(text.encode(), Path("a.txt")), load_language("en"), None)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\f", "\n\r\n"])
def test_lines_and_signs(end: str) -> None:
    """Asterisks and brackets are signs of the text, and lines end as any system ends them."""
    read = adopted(end.join(LINES))
    texts = {".".join(text.steps): (text.text, text.notes) for text in read.records[0].texts}
    assert texts == {
        "#title": ("Lamps", ()),
        "#formula": ("The Conference,", ()),
        "1": (r"Urges \*all\* States to light 5 km² of lamps,[1] see [2] and \[^3]:", ()),
        "1.a": (r"\*In full\*;", ()),
        "1.b": ("In part.[^1]", ("See B.",)),
    }
    assert read.account.faults == ()


def test_notes_in_brackets() -> None:
    """Where the last lines are the notes that brackets name, they are notes."""
    read = adopted("\n".join([*LINES[:3], "1. Urges all,[1] in full. [2]", "[1] See A.", "[2] B."]))
    (text,) = (text for text in read.records[0].texts if text.steps == ("1",))
    assert (text.text, text.notes) == ("Urges all,[^1] in full.[^2]", ("See A.", "B."))
    assert read.account.faults == ()


def test_notes_in_brackets_before_the_day() -> None:
    """Lines with the meeting and the day may stand after the notes that brackets name."""
    close = "46th plenary meeting\n16 December 2020"
    read = adopted("\n".join([*LINES[:3], "1. Urges [2] all. [1]", "[1] See A.", "[2] B.", close]))
    (text,) = (text for text in read.records[0].texts if text.steps == ("1",))
    assert (text.text, text.notes) == ("Urges[^1] all.[^2]", ("B.", "See A."))
    assert read.account.faults == ()


def test_notes_in_brackets_of_several_lines() -> None:
    """Below an empty line a note goes on in the next, but not with the day of the record."""
    notes = ["", "[1] See the list of", "lamps, No. 2.", "", "[2] B.", "46th plenary meeting"]
    texts = [*LINES[:3], "1. Urges [2] all. [1]", *notes, "16 December 2020"]
    read = adopted("\n".join(texts))
    (text,) = (text for text in read.records[0].texts if text.steps == ("1",))
    assert text.notes == ("B.", "See the list of lamps, No. 2.")
    assert read.account.faults == ()


@pytest.mark.parametrize("close", ["", "46th plenary meeting\n16 December 2020\n"])
def test_notes_with_bare_figures(close: str) -> None:
    """Figures after words are marks of the notes that begin with them, before or after the end."""
    texts = [*LINES[:3], "1. Urges all,1 in full.2", f"{close}1 See A.", "2 B, vol. 1."]
    read = adopted("\n".join(texts))
    (text,) = (text for text in read.records[0].texts if text.steps == ("1",))
    assert (text.text, text.notes) == ("Urges all,[^1] in full.[^2]", ("See A.", "B, vol. 1."))
    assert read.account.faults == ()


def test_glued_figures_are_told() -> None:
    """A figure at once after a word or its stop may be the mark of a note that is not found."""
    read = adopted(
        "\n".join([*LINES[:3], "1. Urges CO2 in lamps;3", "2. Rests on A/1/Add.2 in wicks4."])
    )
    assert [(one.doubt, one.about) for one in read.doubted] == [
        (Doubt.DIVISION, "lamps;3"),
        (Doubt.DIVISION, "wicks4"),
    ]


def test_columns_are_told() -> None:
    """A gap within a line may be that between two columns; one after a number is none."""
    columns = ["1.    Urges States to      and", "keep lamps.", "2.    Rests."]
    read = adopted("\n".join([*LINES[:3], *columns]))
    assert [(one.doubt, one.line) for one in read.doubted] == [(Doubt.DIVISION, 4)]
