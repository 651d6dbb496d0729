"""The one part of a Word file that holds its text, taken out with care."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from pathlib import Path

from compendium.errors import InputError
from compendium.handing.markup import parse_xml

_LARGEST = 100_000_000  # bytes of all parts together; a handed-over compendium has two million
_OFFICE_DOCUMENT = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
)
_AGAIN = "have it sent again, saved as a Word file (.docx)"


def main_part(content: bytes, path: Path) -> bytes:
    """The XML of the text of a Word file.

    Raises:
        InputError: if the file is damaged, larger than any hand-over, or no Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(member.file_size for member in archive.infolist()) > _LARGEST:
                raise InputError(
                    f"{path}: it would unpack to more than {_LARGEST // 1_000_000} MB",
                    remedy="do not open it; ask who sent it",
                )
            return archive.read(_main_name(archive, path))
    except KeyError:
        raise InputError(f"{path}: an archive, but no Word file", remedy=_AGAIN) from None
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as fault:
        raise InputError(f"{path}: a damaged Word file: {fault}", remedy=_AGAIN) from None


def _main_name(archive: zipfile.ZipFile, path: Path) -> str:
    """The name of the main part: most programs say word/document.xml, not all."""
    for relation in parse_xml(archive.read("_rels/.rels"), path):
        if relation.get("Type") == _OFFICE_DOCUMENT:
            return posixpath.normpath(relation.get("Target", "").lstrip("/"))
    raise KeyError
