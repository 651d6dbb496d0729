"""Arabic text can be copied from a page and found in it, whatever ligatures its font has."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.rendering.weasyprint import to_pdf
from support.pdf_readers import by_pdfium, by_pdfplumber, by_pdftotext

WORDS = "الاتجار بالأشخاص إلى الإنترنت لأجل الآخرين"
PAGE = """<!DOCTYPE html><html lang=ar dir=rtl><title>صفحة</title>
<p style="font: 12pt {font}">{words}</p>"""


@pytest.fixture(params=["Noto Sans Arabic", "Noto Naskh Arabic"])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A page with the words in a font."""
    path = tmp_path / "page.pdf"
    path.write_bytes(to_pdf(PAGE.format(font=request.param, words=WORDS), base=tmp_path))
    return path


def test_words_are_whole_for_poppler(page: Path) -> None:
    """The program that most readers on Linux use finds the words as they are spelt."""
    assert WORDS in by_pdftotext(page)


def test_words_are_whole_for_pdfium(page: Path) -> None:
    """The program that browsers use finds the words."""
    assert WORDS in by_pdfium(page)


def test_words_are_whole_for_pdfplumber(page: Path) -> None:
    """A program that turns nothing round finds every letter, in the order of drawing."""
    assert WORDS in by_pdfplumber(page)[::-1]
