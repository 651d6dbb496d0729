"""Recognising a file that came back by what it holds, whatever its name."""

from __future__ import annotations

from pathlib import Path

from compendium.errors import InputError
from compendium.handing.archive import main_part
from compendium.handing.markup import name_of, parse_xml
from compendium.handing.returned import Returned
from compendium.handing.tmx import read_tmx
from compendium.handing.word_reading import read_word
from compendium.handing.xliff import read_xliff

_LARGEST = 50_000_000  # bytes
_ZIP, _OLD_WORD = b"PK", b"\xd0\xcf\x11\xe0"
_READERS = {"xliff": read_xliff, "tmx": read_tmx}


def read_returned(path: Path) -> Returned:
    """Read a Word file, an XLIFF or a TMX document.

    Raises:
        InputError: if it is missing, damaged, or none of the three.
    """
    content = _content(path)
    if content.startswith(_ZIP):
        return read_word(parse_xml(main_part(content, path), path), path)
    if content.startswith(_OLD_WORD):
        raise InputError(
            f"{path}: an old Word file (.doc), or one with a password",
            remedy="have it saved as .docx without password",
        )
    if b"<" not in content[:200].replace(b"\x00", b""):
        raise InputError(
            f"{path}: neither a Word file (.docx), nor XLIFF, nor TMX",
            remedy="check that it is the file that was handed over; have it sent again",
        )
    root = parse_xml(content, path)
    reader = _READERS.get(name_of(root))
    if reader is None:
        raise InputError(
            f"{path}: an XML document of another kind: {name_of(root)}",
            remedy="have it exported as XLIFF 2.0 or TMX 1.4",
        )
    return reader(root, path)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(
                f"{path}: larger than {_LARGEST // 1_000_000} MB",
                remedy="check that it is the file that was handed over",
            )
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file", remedy="check the name and the folder") from None
    except OSError as fault:
        raise InputError(f"{path}: {fault.strerror}", remedy="check its permissions") from None
