"""Plain text: one paragraph to a line, pages divide paragraphs; `*words*` are emphasised."""

from __future__ import annotations

import re
from pathlib import Path

from compendium.documents.blocks import Flow
from compendium.documents.original import Line, Original
from compendium.errors import InputError
from compendium.model.lines import lines_of
from compendium.model.markup import shield
from compendium.untrusted.limits import check_text

_PAGES = re.compile(r"[\f\v]")  # where a page or a line ends within a line of the file
# Asterisks close to their words on the inside, and apart from any on the outside.
_EMPHASIS = re.compile(r"(?<![A-Za-z0-9*])\*([^*\s](?:[^*]*[^*\s])?)\*(?![A-Za-z0-9*])")


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
        Line(_shielded(piece), number)
        for number, line in enumerate(lines_of(text), start=1)
        for piece in _PAGES.split(line)
    )
    return Original(str(path), lines, Flow.BROKEN, shown=text)


def _shielded(line: str) -> str:
    r"""A line whose asterisks are emphasis where they stand as such; all else is text.

    >>> from compendium.model.markup import write_escapes
    >>> print(write_escapes(_shielded("*Recalling* that 2 * 3 is 6*")))
    *Recalling* that 2 \* 3 is 6\*
    """
    between, *rest = _EMPHASIS.split(line)
    pieces = [shield(between)]
    for place, piece in enumerate(rest):
        pieces.append(shield(piece) if place % 2 else f"*{shield(piece)}*")
    return "".join(pieces)
