"""Reads the pages of a PDF in a separate process, so that a hostile file can harm nothing else.

`python -m compendium.documents.page_reader` reads the file from its standard input, and writes the
printed lines, or the error, as JSON. It has little memory; the caller limits its time.
"""

from __future__ import annotations

import io
import json
import resource
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from compendium.documents.page_lines import Pages, Row
from compendium.documents.page_pictures import with_pictures
from compendium.documents.unseen import hidden_chars, struck_chars, without, words_of
from compendium.errors import InputError
from compendium.untrusted.limits import AGAIN

_SECONDS = 300  # the longest time, on a machine with much other work
_START = 4  # seconds of work for a document of no page; each page adds one
_MEMORY = 380_000_000  # bytes of addresses; a report of 104 pages takes 84 million
_MOST_PAGES = 400
_LARGEST_PAGE = 1_000_000  # bytes of one page unpacked; most have less than a tenth
_LESS = "give the pages of the document alone, or get it as .docx"


@dataclass(frozen=True, slots=True)
class Printed:
    """The printed lines of a PDF, page by page, and all characters that its pages show.

    `struck` and `hidden` are the words that are struck through or invisible, which are left out of
    both.
    """

    rows: tuple[Row, ...]
    shown: str
    struck: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def read_pages(content: bytes, path: Path) -> Printed:
    """Read the pages of a PDF.

    Raises:
        InputError: if it is encrypted, damaged, or needs more time or memory than any report.
    """
    command = [sys.executable, "-P", "-m", __name__]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, check=False, timeout=_SECONDS
        )
    except subprocess.TimeoutExpired:
        done = None
    if done is None or done.returncode in {-signal.SIGXCPU, -signal.SIGKILL}:
        raise InputError(f"{path}: reading its pages takes longer than any report", remedy=_LESS)
    if done.returncode:
        raise InputError(f"{path}: a damaged PDF, at which its reader stops", remedy=AGAIN)
    answer: Mapping[str, Any] = json.loads(done.stdout)
    if "fault" in answer:
        raise InputError(f"{path}: {answer['fault']}", remedy=answer["remedy"])
    return Printed(
        rows=tuple(Row(**fields) for fields in answer["rows"]),
        shown=str(answer["shown"]),
        struck=tuple(answer["struck"]),
        hidden=tuple(answer["hidden"]),
    )


def _main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    _limit_work(_START)
    try:
        pages = list(_pages(sys.stdin.buffer.read()))
        answer: Mapping[str, Any] = {
            "rows": [asdict(row) for page in pages for row in page.rows],
            "shown": "\n".join(page.shown for page in pages),
            "struck": [words for page in pages for words in page.struck],
            "hidden": [words for page in pages for words in page.hidden],
        }
    except InputError as fault:
        answer = {"fault": fault.message, "remedy": fault.remedy}
    except MemoryError:
        answer = {"fault": "its pages take more memory than any report", "remedy": _LESS}
    sys.stdout.write(json.dumps(answer))


def _pages(content: bytes) -> Iterator[Printed]:
    """The printed lines of each page."""
    import pdfplumber  # noqa: PLC0415 - slow to load, and not needed by the caller
    from pdfminer.pdfdocument import PDFPasswordIncorrect  # noqa: PLC0415 - as above

    pages = Pages()
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            _check_length(len(pdf.pages))
            for page in pdf.pages:
                _check_size(page)
                answer = _printed(page, pages)
                page.close()
                yield answer
    except (InputError, MemoryError):
        raise
    except Exception as fault:  # noqa: BLE001 - whatever its reader stumbles over, it is damaged
        causes = (fault, fault.args[0] if fault.args else None)
        if any(isinstance(cause, MemoryError) for cause in causes):
            raise MemoryError from None
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in causes):
            raise InputError(
                "the PDF is encrypted",
                remedy="get it without a password, or decrypt it: qpdf --decrypt",
            ) from None
        message = str(fault).strip() or type(fault).__name__
        raise InputError(f"a damaged PDF: {message}", remedy=AGAIN) from None


def _printed(page: Any, pages: Pages) -> Printed:
    """The printed lines of a page."""
    struck, hidden = struck_chars(page), hidden_chars(page)
    seen = without([*struck, *hidden], page)
    return Printed(
        rows=tuple(with_pictures(list(pages.rows_of(seen)), page)),
        shown="".join(char["text"] for char in seen.chars),
        struck=tuple(words_of(struck)),
        hidden=tuple(words_of(hidden)),
    )


def _check_length(pages: int) -> None:
    """Refuse a document of too many pages, and set the time limit of others by their pages."""
    if pages > _MOST_PAGES:
        raise InputError(f"{pages} pages, more than any report", remedy=_LESS)
    _limit_work(_START + pages)


def _limit_work(seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.RLIM_INFINITY))


def _check_size(page: Any) -> None:
    """Refuse a page that unpacks to more than any page of text, before it is drawn."""
    size = sum(len(stream.get_data()) for stream in page.page_obj.contents)
    if size > _LARGEST_PAGE:
        raise InputError(
            f"page {page.page_number} unpacks to {size // 1_000_000} MB, more than any page",
            remedy=_LESS,
        )


if __name__ == "__main__":
    _main()
