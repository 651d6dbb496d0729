"""Extracts the main part of a Word file, the part with its text."""

from __future__ import annotations

import posixpath
import zipfile
from pathlib import Path

from compendium.errors import InputError
from compendium.untrusted.archives import word_parts
from compendium.untrusted.xml_markup import parse_xml

_OFFICE_DOCUMENT = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
)
_AGAIN = "ask for it again, saved as a Word file (.docx)"


def main_part(content: bytes, path: Path) -> bytes:
    """Return the XML of the text of a Word file.

    Raises:
        InputError: if the file is damaged, larger than any document, or not a Word file.
    """
    with word_parts(content, path, remedy=_AGAIN) as archive:
        try:
            return archive.read(_main_name(archive, path))
        except KeyError:
            raise InputError(f"{path}: an archive, but not a Word file", remedy=_AGAIN) from None


def _main_name(archive: zipfile.ZipFile, path: Path) -> str:
    """The name of the main part: word/document.xml in most programs, but not in all."""
    for relation in parse_xml(archive.read("_rels/.rels"), path):
        if relation.get("Type") == _OFFICE_DOCUMENT:
            return posixpath.normpath(relation.get("Target", "").lstrip("/"))
    raise KeyError
