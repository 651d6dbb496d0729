"""Which adapter reads a file: by what the file holds, not by how it is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from compendium.documents.akoma_ntoso import is_akoma_ntoso, read_akoma_ntoso
from compendium.documents.original import Original
from compendium.documents.plain_text import read_plain_text
from compendium.errors import InputError
from compendium.untrusted.kinds import refuse_other_kinds
from compendium.untrusted.limits import read_limited

_HTML_STARTS = (b"<!doctype html", b"<html", b"<body", b"<head")


def read_original(path: Path) -> Original:
    """Read an official document: .docx, .pdf, .html, .xml (Akoma Ntoso), .txt.

    Raises:
        InputError: if it is not one of these, is too large, encrypted, damaged or without text.
    """
    content = read_limited(path)
    refuse_other_kinds(content, path)
    original = _adapter(content, path)(content, path)
    if not any(line.text.strip() for line in original.lines):
        raise InputError(f"{path}: it holds no text", remedy="check which document it is")
    return original


def _adapter(content: bytes, path: Path) -> Callable[[bytes, Path], Original]:
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start.startswith(b"%PDF-"):
        from compendium.documents.portable import read_pdf  # noqa: PLC0415 - slow to load

        return read_pdf
    if start.startswith(b"PK") or path.suffix.lower() == ".docx":
        from compendium.documents.word_and_web import read_word  # noqa: PLC0415 - as above

        return read_word
    lowered = start.lower()
    if lowered.startswith(_HTML_STARTS) or path.suffix.lower() in {".html", ".htm"}:
        from compendium.documents.word_and_web import read_web_page  # noqa: PLC0415 - as above

        return read_web_page
    if lowered.startswith((b"<?xml", b"<!doctype")) or is_akoma_ntoso(content):
        return _read_xml
    if path.suffix.lower() == ".pdf":
        raise InputError(f"{path}: no PDF, whatever its name says", remedy="get it again")
    return read_plain_text


def _read_xml(content: bytes, path: Path) -> Original:
    if b"<html" in content[:4096].lower():
        from compendium.documents.word_and_web import read_web_page  # noqa: PLC0415 - as above

        return read_web_page(content, path)
    return read_akoma_ntoso(content, path)
