"""Kinds of files that are no document an import can read, known by their first bytes."""

from __future__ import annotations

from pathlib import Path

from compendium.errors import InputError

_SAVE = "open it in a word processor and save it as .docx"
_PICTURE = "get the document as .docx, or have its text recognized (OCR) and read over"
_KINDS = {
    b"\xd0\xcf\x11\xe0": (
        "a Word file of the old kind (.doc), or one with a password",
        f"{_SAVE}, without a password",
    ),
    b"{\\rtf": ("a text in RTF", _SAVE),
    b"\xff\xd8\xff": ("a picture (JPEG)", _PICTURE),
    b"\x89PNG": ("a picture (PNG)", _PICTURE),
    b"GIF8": ("a picture (GIF)", _PICTURE),
    b"II*\0": ("a picture (TIFF)", _PICTURE),
    b"MM\0*": ("a picture (TIFF)", _PICTURE),
    b"\xff\xfe": ("a text in UTF-16", "save the text as UTF-8"),
    b"\xfe\xff": ("a text in UTF-16", "save the text as UTF-8"),
}


def refuse_other_kinds(content: bytes, path: Path) -> None:
    """Refuse a file of a kind that cannot be read here, by its own name.

    Raises:
        InputError: if it is one.
    """
    for start, (kind, remedy) in _KINDS.items():
        if content.startswith(start):
            raise InputError(f"{path}: {kind}, which cannot be read here", remedy=remedy)
