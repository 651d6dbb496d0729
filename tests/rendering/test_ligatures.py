"""Arabic text can be copied from a page and found in it, whatever ligatures its font has."""

from __future__ import annotations

import subprocess
import unicodedata
from pathlib import Path

import pypdfium2
import pytest

from compendium.rendering.weasyprint import to_pdf

WORDS = "الاتجار بالأشخاص إلى الإنترنت"
PAGE = """<!DOCTYPE html><html lang=ar dir=rtl><title>صفحة</title>
<p style="font: 12pt {font}">{words}</p>"""


@pytest.fixture(params=["Noto Sans Arabic", "Noto Naskh Arabic"])
def page(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A page with the words in a font."""
    path = tmp_path / "page.pdf"
    path.write_bytes(to_pdf(PAGE.format(font=request.param, words=WORDS), base=tmp_path))
    return path


def test_words_are_whole_for_poppler(page: Path) -> None:
    """The program that most readers on Linux use finds the words."""
    done = subprocess.run(
        ["pdftotext", page, "-"], check=True, capture_output=True, encoding="utf-8"
    )
    assert WORDS in unicodedata.normalize("NFKC", done.stdout)


def test_words_are_whole_for_pdfium(page: Path) -> None:
    """The program that browsers use finds the words."""
    with pypdfium2.PdfDocument(page) as pdf:
        assert WORDS in pdf[0].get_textpage().get_text_bounded()
