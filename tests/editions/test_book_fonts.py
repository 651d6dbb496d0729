"""The fonts of the book: all inside the file, only those of the style, no missing letter."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator

import pikepdf
import pytest

from support.inspection.book import Book
from support.inspection.made import Made

# The first family of each list of fonts in the style sheet.
FAMILY = re.compile(r'--[a-z]+: "([A-Za-z ]+)"')


@pytest.fixture(scope="module")
def families(made: Made) -> set[str]:
    """The families that the style sheet names, written as PDF files write them."""
    style = (made.folder / "templates/styles/book.css").read_text(encoding="utf-8")
    return {family.replace(" ", "-") for family in FAMILY.findall(style)}


def test_fonts_are_embedded(book: Book, families: set[str]) -> None:
    """Every font is embedded, cut down to the letters used, and of a family of the style."""
    if shutil.which("pdffonts") is None:
        pytest.skip("pdffonts is not installed; run: make test")
    said = subprocess.run(["pdffonts", book.path], capture_output=True, text=True, check=True)
    lines = said.stdout.splitlines()[2:]
    assert lines
    for line in lines:
        name, *_, embedded, subset, unicode, _, _ = line.split()
        assert (embedded, subset, unicode) == ("yes", "yes", "yes"), line
        style = name.partition("+")[2]
        assert any(re.fullmatch(f"{family}(-[A-Z][A-Za-z]+)*", style) for family in families), line


def test_no_glyph_is_missing(book: Book) -> None:
    """No page draws the glyph that stands for a letter the font lacks."""
    missing = [number for number, page in enumerate(book.pdf.pages, start=1) if 0 in _glyphs(page)]
    assert missing == []


def _glyphs(page: pikepdf.Page) -> Iterator[int]:
    """The glyphs that a page draws, by their numbers; all fonts of the book have two-byte codes."""
    for operands, operator in pikepdf.parse_content_stream(page, "Tj TJ"):
        parts = operands[0] if str(operator) == "TJ" else [operands[0]]
        for part in parts:
            if isinstance(part, pikepdf.String):
                codes = bytes(part)
                yield from (int.from_bytes(codes[at : at + 2]) for at in range(0, len(codes), 2))


def test_file_is_sound(book: Book) -> None:
    """A checker of PDF files finds no fault in the structure of the file."""
    if shutil.which("qpdf") is None:
        pytest.skip("qpdf is not installed; run: make test")
    done = subprocess.run(
        ["qpdf", "--check", book.path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
