"""Plain text: one paragraph to a line, pages divide paragraphs."""

from __future__ import annotations

from pathlib import Path

from compendium.documents.blocks import Flow
from compendium.documents.original import Line, Original
from compendium.errors import InputError
from compendium.untrusted.limits import check_text


def read_plain_text(content: bytes, path: Path) -> Original:
    """Read a text in UTF-8.

    Raises:
        InputError: if it is not UTF-8, too long, or no text at all.
    """
    check_text(content, path)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise InputError(
            f"{path}: byte {fault.start} is not UTF-8",
            remedy="save the text as UTF-8, or give the document as .docx, .pdf, .html or .xml",
        ) from None
    if "\0" in text:
        raise InputError(f"{path}: no text", remedy="give a document that can be read")
    lines = tuple(Line(line, number) for number, line in enumerate(text.splitlines(), start=1))
    return Original(str(path), lines, Flow.BROKEN)
