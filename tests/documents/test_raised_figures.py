"""Raised and lowered figures that are no marks of notes are kept, or told, in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.documents.adopted import read_adopted
from compendium.documents.content import DocumentContent
from compendium.documents.original import Original
from compendium.documents.plain_text import read_plain_text
from compendium.documents.web_page import read_web_page
from compendium.documents.word_file import read_word
from compendium.importing.doubts import doubts
from compendium.languages.language import load_language
from support.word_files import paragraph, run, word_file

HEAD = ("Resolution 12/1", "Lamps", "The Conference,")
PIECES = ("1. Urges 10", "^6", " lamps of CO", "_2", " on 5 km", "^2", ".")


def in_word() -> Original:
    """A Word file with figures that are raised and lowered."""
    forms = {"^": '<w:vertAlign w:val="superscript"/>', "_": '<w:vertAlign w:val="subscript"/>'}
    runs = [run(one.lstrip("^_"), forms.get(one[0], "")) for one in PIECES]
    body = "".join([*map(paragraph, HEAD), paragraph(*runs), paragraph("2. Rests.")])
    return read_word(word_file(body), Path("a.docx"))


def in_page() -> Original:
    """A web page with figures that are raised and lowered."""
    text = "".join(
        f"<sup>{one[1:]}</sup>"
        if one[0] == "^"
        else f"<sub>{one[1:]}</sub>"
        if one[0] == "_"
        else one
        for one in PIECES
    )
    body = "".join(f"<p>{one}</p>" for one in (*HEAD, text, "2. Rests."))
    return read_web_page(f"<!doctype html>{body}".encode(), Path("a.html"))


def in_text(text: str) -> Original:
    """A plain text with a paragraph of the record."""
    return read_plain_text("\n".join([*HEAD, text]).encode(), Path("a.txt"))


def read(original: Original) -> DocumentContent:
    """What the document adopted, nothing of which is lost."""
    adopted = read_adopted(original, load_language("en"), None)
    assert adopted.account.faults == ()
    return adopted


@pytest.mark.parametrize("original", [in_word(), in_page()], ids=["word", "page"])
def test_powers_and_lowered_figures(original: Original) -> None:
    """A power of ten keeps its figures; a lowered figure is set in the line, which is told."""
    adopted = read(original)
    (text,) = (text for text in adopted.records[0].texts if text.steps == ("1",))
    assert (text.text, text.notes) == ("Urges 10⁶ lamps of CO2 on 5 km².", ())
    assert [found.code for found in doubts(adopted)] == ["I031"]


def test_a_power_in_plain_text() -> None:
    """Raised figures after ten are a power, unless a note has their number, which is told."""
    (power,) = doubts(read(in_text("1. Urges 10⁶ lamps.")))
    assert (power.code, power.message.rpartition(": ")[2]) == ("I031", "10⁶")
    noted = read(in_text("1. Urges 10² lamps.¹\n2. Rests on 5 m².\n¹ See A.\n² See B."))
    assert [found.code for found in doubts(noted)] == ["I025"]
