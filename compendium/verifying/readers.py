"""Extracts the text of a PDF with programs that took no part in making it: Poppler and PDFium."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import pypdfium2

from compendium.untrusted.outside_programs import run_limited

WORK, WAIT = (
    300,
    1200,
)  # seconds of processor time, and seconds in all, that a program may take for a file
# Characters that pdftotext adds for the direction of a piece of text.
_DIRECTIONS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


@lru_cache(maxsize=1)  # two checks of a file use it one after the other
def run_pdftotext(path: Path) -> subprocess.CompletedProcess[bytes] | None:
    """Run pdftotext on a file; return None if it is not installed.

    Raises:
        EndlessError: if it does not end in time.
    """
    if shutil.which("pdftotext") is None:
        return None
    command = ["pdftotext", "-enc", "UTF-8", str(path), "-"]
    return run_limited(command, b"", work=WORK, wait=WAIT)


def texts_by_reader(path: Path) -> dict[str, str]:
    """The text that each program extracts, on one line, without direction marks, by program."""
    texts = {"PDFium": _by_pdfium(path)}
    if (completed := run_pdftotext(path)) is not None:
        texts["pdftotext"] = completed.stdout.decode(errors="replace")
    return {name: " ".join(_DIRECTIONS.sub("", text).split()) for name, text in texts.items()}


def _by_pdfium(path: Path) -> str:
    """The text that PDFium, the reader in Chromium and Edge, extracts; empty if it fails."""
    try:
        with pypdfium2.PdfDocument(path) as pdf:
            return "\n".join(page.get_textpage().get_text_range() for page in pdf)
    except pypdfium2.PdfiumError:
        return ""


def texts_unseen(path: Path) -> Iterator[tuple[int, str]]:
    """The texts beyond the edges of pages, each with the number of its page."""
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
