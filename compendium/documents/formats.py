"""Chooses the reader of a file by its content, not by its name."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from compendium.documents.akoma_ntoso import is_akoma_ntoso, read_akoma_ntoso
from compendium.documents.original import Original
from compendium.documents.plain_text import read_plain_text
from compendium.documents.word_changes import Changes
from compendium.errors import InputError
from compendium.untrusted.kinds import Kind, kind_of, refuse_other_kinds
from compendium.untrusted.limits import read_limited


def read_original(path: Path, changes: Changes = Changes.ACCEPT) -> Original:
    """Read an official document: .docx, .pdf, .html, .xml (Akoma Ntoso), .txt.

    Args:
        path: the file.
        changes: what to do with tracked changes, which a Word file may have.

    Raises:
        InputError: if it is not one of these, is too large, encrypted, damaged or without text, or
            has changes to be refused.
    """
    content = read_limited(path)
    refuse_other_kinds(kind_of(content), path)
    original = _adapter(content, path, changes)(content, path)
    if not any(line.text.strip() for line in original.lines):
        raise InputError(f"{path}: it holds no text", remedy="check which document it is")
    return original.in_one_form()


def _adapter(content: bytes, path: Path, changes: Changes) -> Callable[[bytes, Path], Original]:
    kind, ending = kind_of(content), path.suffix.lower()
    if kind is Kind.PDF:
        from compendium.documents.pdf import read_pdf  # noqa: PLC0415 - slow to load

        return read_pdf
    if kind is Kind.ARCHIVE or ending == ".docx":
        from compendium.documents.word_file import read_word  # noqa: PLC0415 - as above

        return partial(read_word, changes=changes)
    if kind is Kind.PAGE or (kind is Kind.OTHER and ending in {".html", ".htm"}):
        from compendium.documents.web_page import read_web_page  # noqa: PLC0415 - as above

        return read_web_page
    if kind is Kind.XML or is_akoma_ntoso(content):
        return read_akoma_ntoso
    if ending == ".pdf":
        raise InputError(f"{path}: no PDF, whatever its name says", remedy="get it again")
    return read_plain_text
