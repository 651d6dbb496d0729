"""Word files, which are archives: opened only when all they hold is sound and has an end."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections import Counter
from pathlib import Path

from compendium.errors import InputError
from compendium.untrusted.limits import AGAIN

_LARGEST_UNPACKED = 200_000_000  # most of it pictures
_LARGEST_MARKUP = 20_000_000  # of one part in XML
_MOST_PARTS = 5_000  # the largest reports have some dozens
_PACKINGS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
_OPEN_DOCUMENT = "meta-inf/manifest.xml"  # a part that no Word file has
_ENCRYPTED = 0x1
# As the library raises them: for damage, for what it cannot do, for numbers that make no sense.
_DAMAGED = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    struct.error,
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


def part_names(content: bytes) -> frozenset[str] | None:
    """The names of the parts of an archive; None where its directory is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return frozenset(archive.namelist())
    except _DAMAGED:
        return None


def word_parts(content: bytes, path: Path, *, remedy: str = AGAIN) -> zipfile.ZipFile:
    """The parts of a Word file, each of which was unpacked once to see that it is whole.

    Raises:
        InputError: if it is no archive, damaged, no Word file, has a password, or unpacks to too
            much.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        _check_members(archive.infolist(), path, remedy)
        damaged = archive.testzip()  # reads no more of a part than it declares
    except _DAMAGED as fault:
        said = str(fault) or type(fault).__name__
        raise InputError(f"{path}: not a Word file, or damaged: {said}", remedy=remedy) from None
    if damaged:
        raise InputError(f"{path}: a damaged Word file (in {damaged})", remedy=remedy)
    return archive


def _check_members(members: list[zipfile.ZipInfo], path: Path, remedy: str) -> None:
    """See that the parts are those of a Word file, and not too many or too large."""
    size = sum(member.file_size for member in members)
    markup = max((m.file_size for m in members if _is_markup(m.filename)), default=0)
    if len(members) > _MOST_PARTS or size > _LARGEST_UNPACKED or markup > _LARGEST_MARKUP:
        raise InputError(
            f"{path}: it would unpack to {size // 1_000_000} MB in {len(members)} parts, "
            "more than any report",
            remedy=f"do not open it; {remedy}",
        )
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise InputError(f"{path}: an archive with a password", remedy="save it without a password")
    named = Counter(member.filename.lower() for member in members)
    if _OPEN_DOCUMENT in named:
        raise InputError(
            f"{path}: an OpenDocument text (.odt), which cannot be read here",
            remedy="open it in a word processor and save it as .docx",
        )
    if "[content_types].xml" not in named:
        raise InputError(f"{path}: an archive, but not a Word file", remedy=remedy)
    twice = next((name for name, count in named.items() if count > 1), None)
    if twice is not None:
        raise InputError(
            f"{path}: a damaged Word file: {twice} is in it more than once", remedy=remedy
        )
    strange = next((m for m in members if m.compress_type not in _PACKINGS), None)
    if strange is not None:
        raise InputError(
            f"{path}: {strange.filename} is compressed in a way that Word files do not use",
            remedy="open it in a word processor, and save it again as .docx",
        )


def _is_markup(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))
