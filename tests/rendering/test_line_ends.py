"""No line of a printed page ends in a hyphen, which programs that take text from it leave out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from compendium.rendering.deliveries import write_screen
from compendium.rendering.pandoc import Look, to_html
from compendium.rendering.weasyprint import lay_out
from support.pdf_readers import by_pdfium, by_pdfplumber, by_pdftotext

FILTER = Path(__file__).parents[2] / "templates/filters/print.lua"
TEXTS = ("public-private", "государствам-участникам", "and/or", "2019-2020", "vis-à-vis")
ADDRESS = "https://example.org/a-long/address-of-a/page"


def written(text: str, kind: str) -> dict[str, object]:
    """A paragraph or a heading in Pandoc's JSON."""
    inlines = [{"t": "Str", "c": text}]
    return {"t": kind, "c": inlines if kind == "Para" else [1, ["", [], []], inlines]}


@pytest.fixture(scope="module")
def html(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page in a column that is narrower than most of the words."""
    folder = tmp_path_factory.mktemp("line-ends")
    blocks = [written(TEXTS[0], "Header"), *(written(text, "Para") for text in (*TEXTS, ADDRESS))]
    document, template = folder / "document.json", folder / "template.html"
    document.write_text(
        json.dumps({"pandoc-api-version": [1, 23, 1], "meta": {}, "blocks": blocks}),
        encoding="utf-8",
    )
    template.write_text(
        "<!DOCTYPE html><html lang=en><head><title>Line ends</title>"
        "<style>body { width: 60px; font: 12pt Noto Serif }</style></head>$body$</html>",
        encoding="utf-8",
    )
    look = Look(template=template, styles=(), filters=(FILTER,))
    return to_html(document, look, variables={}, options=[])


@pytest.fixture(scope="module")
def page(html: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as a PDF for the screen."""
    path = tmp_path_factory.mktemp("line-ends") / "page.pdf"
    path.write_bytes(lay_out(html, base=path.parent, write=write_screen))
    return path


@pytest.mark.parametrize("read", [by_pdftotext, by_pdfium, by_pdfplumber])
def test_words_with_a_hyphen_are_whole(page: Path, read: Callable[[Path], str]) -> None:
    """What is joined by a hyphen or a stroke is found as it is written, with nothing in it."""
    text = read(page)
    assert [one for one in TEXTS if one not in text] == []


def test_an_address_may_be_divided(html: str) -> None:
    """An address, which may be longer than a line, is left as it is."""
    assert ADDRESS in html


def test_what_is_heard_holds_no_joiner(page: Path) -> None:
    """Neither bookmarks nor texts for those who listen hold what keeps the lines together."""
    with pikepdf.open(page) as pdf:
        said = [
            str(entry[name])
            for entry in pdf.objects
            if isinstance(entry, pikepdf.Dictionary)
            for name in ("/ActualText", "/Title", "/Contents")
            if isinstance(entry.get(name), pikepdf.String)
        ]
    assert TEXTS[0] in said
    assert "\u2060" not in "".join(said)
