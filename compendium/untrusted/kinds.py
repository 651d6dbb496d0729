"""Determines the kind of a file by its content, not its name: one table for every reader."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from compendium.errors import InputError

_SAVE = "open it in a word processor and save it as .docx"
_PICTURE = "get the document as .docx, or have its text recognized (OCR) and proofread"


@dataclass(frozen=True, slots=True)
class About:
    """The name of a kind, and the remedy for a file of a kind that cannot be read."""

    name: str
    remedy: str = ""


class Kind(Enum):
    """The kind of content of a file."""

    PDF = About("a PDF file")
    ARCHIVE = About("an archive")
    PAGE = About("a web page")
    XML = About("an XML document")
    OTHER = About("text, or an unknown format")
    OLD_WORD = About(
        "a Word file of the old kind (.doc), or one with a password", f"{_SAVE}, without a password"
    )
    RTF = About("a text in RTF", _SAVE)
    JPEG = About("a picture (JPEG)", _PICTURE)
    PNG = About("a picture (PNG)", _PICTURE)
    GIF = About("a picture (GIF)", _PICTURE)
    TIFF = About("a picture (TIFF)", _PICTURE)
    WIDE = About("a text in UTF-16", "save the text as UTF-8")


_STARTS = {
    b"%PDF-": Kind.PDF,
    b"PK\x03\x04": Kind.ARCHIVE,
    b"PK\x05\x06": Kind.ARCHIVE,  # an empty one
    b"\xd0\xcf\x11\xe0": Kind.OLD_WORD,
    b"{\\rtf": Kind.RTF,
    b"\xff\xd8\xff": Kind.JPEG,
    b"\x89PNG": Kind.PNG,
    b"GIF8": Kind.GIF,
    b"II*\0": Kind.TIFF,
    b"MM\0*": Kind.TIFF,
}
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_PAGE_STARTS = (b"<!doctype html", b"<html", b"<body", b"<head")
_XML_STARTS = (b"<?xml", b"<!doctype")
_COMMENT = b"<!--"
_HEAD = 4096  # bytes in which markup shows its kind


def kind_of(content: bytes) -> Kind:
    """The kind of a file, by its first bytes.

    >>> [kind_of(content).value.name for content in (b"%PDF-1.7", b"<?xml version='1.0'?><html>")]
    ['a PDF file', 'a web page']
    """
    bare = content[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    for first, kind in _STARTS.items():
        if bare.startswith(first):
            return kind
    wide = content.startswith(_WIDE_MARKS)
    start = (content[2:_HEAD].replace(b"\0", b"") if wide else bare).lower()
    if start.startswith(_PAGE_STARTS) or (
        start.startswith((*_XML_STARTS, _COMMENT)) and b"<html" in start
    ):
        return Kind.PAGE
    if start.startswith(_XML_STARTS) or (start.startswith(b"<") and b"xmlns" in start):
        return Kind.XML
    return Kind.WIDE if wide else Kind.OTHER


def refuse_other_kinds(kind: Kind, path: Path) -> None:
    """Refuse a file of a kind that cannot be read; the message names the kind.

    Raises:
        InputError: if the kind cannot be read.
    """
    if kind.value.remedy:
        raise InputError(
            f"{path}: {kind.value.name}, which cannot be read here", remedy=kind.value.remedy
        )
