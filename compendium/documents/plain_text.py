"""Plain text: one paragraph to a line, pages divide paragraphs; it knows no emphasis."""

from __future__ import annotations

import re
from pathlib import Path

from compendium.documents.blocks import Flow
from compendium.documents.bracketed_notes import with_raised_notes
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.original import Line, Original
from compendium.errors import InputError
from compendium.model.lines import lines_of, with_plain_ends
from compendium.model.markup import shield
from compendium.untrusted.limits import check_text

_PAGES = re.compile(r"[\f\v]")  # where a page or a line ends within a line of the file


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
    lines = tuple(
        Line(shield(piece), number)
        for number, line in enumerate(lines_of(with_plain_ends(text)), start=1)
        for piece in _PAGES.split(line)
    )
    paged = (Doubted(Doubt.PAGES, 0, ""),) if "\f" in text.strip() else ()
    return Original(str(path), with_raised_notes(lines), Flow.BROKEN, shown=text, doubted=paged)
