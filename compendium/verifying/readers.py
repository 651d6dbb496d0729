"""What programs that had no part in making a PDF take from its pages: Poppler and PDFium."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pypdfium2

from compendium.untrusted.outside_programs import run_limited

WORK, WAIT = 300, 1200  # seconds that a program may work on a file, and may take in all
# What pdftotext adds to say in which direction a piece of text runs.
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@lru_cache(maxsize=1)  # the checks of a file follow each other
def run_pdftotext(path: Path) -> subprocess.CompletedProcess[bytes] | None:
    """What pdftotext says of a file; nothing where it is not installed.

    Raises:
        EndlessError: if it does not come to an end.
    """
    if shutil.which("pdftotext") is None:
        return None
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    return run_limited(command, b"", work=WORK, wait=WAIT)


def texts_by_reader(path: Path) -> dict[str, str]:
    """What each program takes from a file, on one line, without marks of direction, by its name."""
    texts = {"PDFium": _by_pdfium(path)}
    if (done := run_pdftotext(path)) is not None:
        texts["pdftotext"] = done.stdout.decode(errors="replace")
    return {name: " ".join(_DIRECTIONS.sub("", text).split()) for name, text in texts.items()}


def _by_pdfium(path: Path) -> str:
    """The text as PDFium, which Chromium and Edge read with, gives it; nothing if it cannot."""
    try:
        with pypdfium2.PdfDocument(path) as pdf:
            return "\n".join(page.get_textpage().get_text_range() for page in pdf)
    except pypdfium2.PdfiumError:
        return ""


def texts_unseen(path: Path) -> Iterator[tuple[int, str]]:
    """What stands beyond the edges of pages, each with the number of its page."""
    with pypdfium2.PdfDocument(path) as pdf:
        for number, page in enumerate(pdf, start=1):
            text = page.get_textpage()
            left, bottom, right, top = page.get_mediabox()
            for place in range(text.count_rects()):
                area = text.get_rect(place)
                if area[2] < left or area[0] > right or area[3] < bottom or area[1] > top:
                    words = " ".join(text.get_text_bounded(*area).split())
                    if words:
                        yield number, words
