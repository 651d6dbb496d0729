"""A Word file is opened only when every part of it is sound."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from compendium.errors import InputError
from compendium.untrusted.archives import word_parts

FILE = Path("a.docx")
TYPES, TEXT = "[Content_Types].xml", "word/document.xml"


def packed(*names: str, how: int = zipfile.ZIP_DEFLATED, size: int = 5000) -> bytes:
    """An archive with parts of these names."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", how) as archive:
        for name in names:
            archive.writestr(zipfile.ZipInfo(name), b"<a/>" * (size // 4), how)
    return content.getvalue()


def renamed(content: bytes, name: str, other: str) -> bytes:
    """The archive with one part under another name of the same length."""
    return content.replace(name.encode(), other.encode())


def with_byte(content: bytes, behind: bytes, offset: int, value: int) -> bytes:
    """The archive with one byte of each of its headers of a kind changed."""
    changed = bytearray(content)
    place = content.find(behind)
    while place >= 0:
        changed[place + offset] = value
        place = content.find(behind, place + 1)
    return bytes(changed)


def test_a_word_file_is_opened() -> None:
    """Packed or not, its parts can be read."""
    for how in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        with word_parts(packed(TYPES, TEXT, how=how), FILE) as archive:
            assert archive.read(TEXT).startswith(b"<a/>")


WHOLE = packed(TYPES, TEXT)
ENTRY = b"PK\x01\x02"  # begins what the directory says of a part
DAMAGE: dict[str, tuple[Callable[[], bytes], str]] = {
    "bzip2": (lambda: packed(TYPES, TEXT, how=zipfile.ZIP_BZIP2), "compressed in a way"),
    "lzma": (lambda: packed(TYPES, TEXT, how=zipfile.ZIP_LZMA), "compressed in a way"),
    "deflate64": (lambda: with_byte(WHOLE, ENTRY, 10, 9), "compressed in a way"),
    "zstandard": (lambda: with_byte(WHOLE, ENTRY, 10, 93), "compressed in a way"),
    "a password": (lambda: with_byte(WHOLE, ENTRY, 8, 1), "with a password"),
    "a name that is no UTF-8": (
        lambda: with_byte(renamed(WHOLE, TEXT, "word/documen\xff.xm"), ENTRY, 9, 8),
        "damaged",
    ),
    "of a version to come": (lambda: with_byte(WHOLE, ENTRY, 6, 99), "damaged"),
    "a place that is none": (lambda: with_byte(WHOLE, ENTRY, 45, 255), "damaged"),
    "a part twice": (
        lambda: renamed(packed(TYPES, TEXT, "word/DOCUMENT.xml"), "DOCUMENT", "Document"),
        "more than once",
    ),
    "too many parts": (lambda: packed(TYPES, *map(str, range(6000)), size=0), "in 6001 parts"),
    "too much markup": (lambda: packed(TYPES, TEXT, size=21_000_000), "would unpack to 42 MB"),
    "no Word file": (lambda: packed("content.xml"), "not a Word file"),
    "OpenDocument": (lambda: packed("content.xml", "META-INF/manifest.xml"), "OpenDocument"),
    "its directory alone": (lambda: WHOLE[WHOLE.index(ENTRY) :], "damaged"),
    "without its directory": (lambda: WHOLE[: WHOLE.index(ENTRY)], "damaged"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_archive_is_refused(name: str) -> None:
    """Whatever is wrong with an archive is one message that names the file."""
    spoil, said = DAMAGE[name]
    with pytest.raises(InputError, match=said) as raised:
        word_parts(spoil(), FILE)
    assert raised.value.message.startswith("a.docx: ")
    assert raised.value.remedy
