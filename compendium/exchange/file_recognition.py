"""Recognises a returned file by its content, whatever its name."""

from __future__ import annotations

from pathlib import Path

from compendium.errors import InputError
from compendium.exchange.archive import main_part
from compendium.exchange.returned import Returned
from compendium.exchange.tmx import read_tmx
from compendium.exchange.word_reading import read_word
from compendium.exchange.xliff_reading import read_xliff
from compendium.untrusted.kinds import Kind, kind_of, refuse_other_kinds
from compendium.untrusted.limits import read_limited
from compendium.untrusted.xml_markup import name_of, parse_xml

_AGAIN = "check that it is the file that was handed over, or ask for it again"
_READERS = {"xliff": read_xliff, "tmx": read_tmx}


def read_returned(path: Path) -> Returned:
    """Read a Word file, an XLIFF or a TMX document.

    Raises:
        InputError: if it is missing, damaged, or none of the three.
    """
    return read_content(read_limited(path, remedy=_AGAIN), path)


def read_content(content: bytes, path: Path) -> Returned:
    """Read the content of such a file; the path is for messages.

    Raises:
        InputError: if it is damaged, or none of the three.
    """
    kind = kind_of(content)
    if kind is Kind.ARCHIVE:
        return read_word(parse_xml(main_part(content, path), path), path).in_one_form()
    if kind is not Kind.WIDE:  # XML may be in UTF-16
        refuse_other_kinds(kind, path)
    if b"<" not in content[:200].replace(b"\x00", b""):
        raise InputError(f"{path}: neither a Word file (.docx), nor XLIFF, nor TMX", remedy=_AGAIN)
    root = parse_xml(content, path)
    reader = _READERS.get(name_of(root))
    if reader is None:
        raise InputError(
            f"{path}: an XML document of another kind: {name_of(root)}",
            remedy="export it as XLIFF 2.0 or TMX 1.4",
        )
    return reader(root, path).in_one_form()
