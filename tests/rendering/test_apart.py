"""Symbols and locators in Arabic lines are found by whoever takes text from the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from weasyprint import Document

from compendium.rendering.deliveries import write_screen
from compendium.rendering.weasyprint import lay_out
from support.pdf_readers import by_pdfium, by_pdfplumber, by_pdftotext

STYLES = Path(__file__).parents[2] / "templates/styles"
SYMBOL = '<a class="symbol" dir="ltr">{}</a>'
LOCATOR = '<a class="locator" dir="ltr">{}</a>'
SYMBOLS = ("CTOC/COP/WG.4/2009/2", "E/2002/68/Add.1", "CTOC/COP/WG.4/2011/8")
LOCATORS = ("V.5", "IV.45.b", "V.PP.9", "X.13.k")
# In a sentence, and in a row of the index where more Arabic than Latin stands on the line.
PAGE = f"""<!DOCTYPE html><html lang="ar" dir="rtl"><title>صفحة</title><style>
:root {{ --serif: "Noto Naskh Arabic", "Noto Serif"; --sans: "Noto Sans Arabic", "Noto Sans" }}
html {{ font-family: var(--serif) }} .index {{ font-family: var(--sans) }} {{styles}}</style>
<p>ترد التوصيات في الوثيقة ({SYMBOL.format(SYMBOLS[0])}، الفقرة 45) وفي الوثيقة
{SYMBOL.format(SYMBOLS[1])}.</p>
<section class="index"><table><tr><th>{LOCATOR.format(LOCATORS[0])} إلى 7
و{LOCATOR.format(LOCATORS[1])} و{LOCATOR.format(LOCATORS[2])} و{LOCATOR.format(LOCATORS[3])}
<td>{SYMBOL.format(SYMBOLS[2])}<td>8 و9 و17 و23 إلى 24 و30</table></section>"""


@pytest.fixture(scope="module", params=["book", "paper"])
def page(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page, in the styles of Arabic editions."""
    folder = tmp_path_factory.mktemp("apart")
    styles = (STYLES / f"{request.param}-arab.css").read_text(encoding="utf-8")
    html = PAGE.replace("{styles}", styles)
    path = folder / "page.pdf"
    path.write_bytes(lay_out(html, base=folder, write=write))
    return path


def write(laid_out: Document) -> bytes:
    """The file for the screen of a page from right to left."""
    return write_screen(laid_out, right_to_left=True)


@pytest.mark.parametrize("read", [by_pdftotext, by_pdfium, by_pdfplumber])
def test_symbols_and_locators_are_whole(page: Path, read: Callable[[Path], str]) -> None:
    """Each symbol and each locator is found as it is written, in a sentence and in a table."""
    text = read(page)
    missing = [
        one
        for one in (*SYMBOLS, *LOCATORS)
        if not re.search(rf"(?<![A-Za-z0-9/]){re.escape(one)}(?![A-Za-z0-9/])", text)
    ]
    assert missing == []


def test_arabic_stays_in_its_order(page: Path) -> None:
    """A sentence around a symbol is read from its beginning to its end."""
    text = by_pdfium(page)
    places = [text.index(word) for word in ("ترد", "الوثيقة", SYMBOLS[0], "الفقرة", SYMBOLS[1])]
    assert places == sorted(places)
