"""PDF: the lines on its pages, without running heads, as paragraphs."""

from __future__ import annotations

import io
import logging
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from compendium.collating.blocks import Flow
from compendium.errors import InputError
from compendium.importing.headings import headings_of
from compendium.importing.marks import hand_of
from compendium.importing.original import Line, Original
from compendium.importing.page_lines import rows_of
from compendium.importing.page_paragraphs import paragraphs_of
from compendium.importing.recognition import language_of
from compendium.importing.running_heads import without_running_heads
from compendium.languages.language import load_language

_MOST_PAGES = 400
# It tells of each font what it cannot read there, which no reader of a report can mend.
logging.getLogger("pdfminer").setLevel(logging.ERROR)


def read_pdf(content: bytes, path: Path) -> Original:
    """Read the text of a PDF file, by the marks and headings of the language it is in.

    Raises:
        InputError: if it is encrypted, damaged, too long, or has no text.
    """
    try:
        with pdfplumber.open(io.BytesIO(content)) as pdf:
            if len(pdf.pages) > _MOST_PAGES:
                raise InputError(
                    f"{path}: {len(pdf.pages)} pages, more than any report",
                    remedy="give the pages of the document alone",
                )
            printed = [row for page in pdf.pages for row in rows_of(page)]
    except (PdfminerException, MalformedPDFException, PDFPasswordIncorrect) as fault:
        raise _unreadable(path, fault) from None
    if not printed:
        raise InputError(
            f"{path}: its pages are pictures without text",
            remedy="get the document as .docx, or have its text recognized (OCR) and read over",
        )
    rows, heads = without_running_heads(printed)
    code = language_of("\n".join(row.text for row in rows))
    if code is None:  # nothing of it will be taken
        lines = tuple(Line(row.text, row.page) for row in rows)
    else:
        language = load_language(code)
        hand = hand_of(language, Flow.BROKEN)
        lines = tuple(paragraphs_of(rows, hand, headings_of(language)))
    return Original(str(path), lines, Flow.BROKEN, "page", tuple(row.text for row in heads))


def _unreadable(path: Path, fault: Exception) -> InputError:
    cause = fault.args[0] if fault.args else fault
    if isinstance(cause, PDFPasswordIncorrect) or isinstance(fault, PDFPasswordIncorrect):
        return InputError(
            f"{path}: the PDF is encrypted",
            remedy="get it without a password, or decrypt it: qpdf --decrypt",
        )
    return InputError(
        f"{path}: a damaged PDF: {cause}", remedy="get the document again from its address"
    )
