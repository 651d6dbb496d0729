"""What three programs that nobody here wrote take from the pages of a PDF."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pdfplumber
import pypdfium2

# What pdftotext adds to say in which direction a piece of text runs.
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def by_pdftotext(path: Path) -> str:
    """The text as Poppler gives it, on one line, without the marks of direction that it adds."""
    done = subprocess.run(
        ["pdftotext", path, "-"], check=True, capture_output=True, encoding="utf-8"
    )
    return _one_line(_DIRECTIONS.sub("", done.stdout))


def by_pdfium(path: Path) -> str:
    """The text as Chromium and Edge give it, on one line."""
    with pypdfium2.PdfDocument(path) as pdf:
        return _one_line(" ".join(page.get_textpage().get_text_range() for page in pdf))


def by_pdfplumber(path: Path) -> str:
    """The text by the places of its letters, from the left, on one line."""
    with pdfplumber.open(path) as pdf:
        return _one_line(" ".join(page.extract_text() for page in pdf.pages))


def _one_line(text: str) -> str:
    return " ".join(text.split())
