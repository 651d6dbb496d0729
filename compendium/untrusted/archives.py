"""Opens Word files, which are archives, if every part is sound and none is too large."""

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
# What the library raises for damage, for features it lacks and for impossible numbers.
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
    """The names of the parts of an archive, or None if its directory is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return frozenset(archive.namelist())
    except _DAMAGED:
        return None


def word_parts(content: bytes, path: Path, *, remedy: str = AGAIN) -> zipfile.ZipFile:
    """Open a Word file after unpacking each part once to check that it is complete.

    Raises:
        InputError: if it is not an archive or not a Word file, is damaged, has a password, or
            would unpack to too much.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        _check_members(archive.infolist(), path, remedy)
        damaged = archive.testzip()  # reads no more of a part than it declares
    except _DAMAGED as fault:
        reason = str(fault) or type(fault).__name__
        raise InputError(f"{path}: not a Word file, or damaged: {reason}", remedy=remedy) from None
    if damaged:
        raise InputError(f"{path}: a damaged Word file (in {damaged})", remedy=remedy)
    return archive


def _check_sizes(members: list[zipfile.ZipInfo], path: Path, remedy: str) -> None:
    """Check that the parts are neither too many nor too large."""
    size = sum(member.file_size for member in members)
    markup = max((m.file_size for m in members if _is_markup(m.filename)), default=0)
    if len(members) > _MOST_PARTS or size > _LARGEST_UNPACKED or markup > _LARGEST_MARKUP:
        raise InputError(
            f"{path}: it would unpack to {size // 1_000_000} MB in {len(members)} parts, "
            "more than any report",
            remedy=f"do not open it; {remedy}",
        )


def _check_members(members: list[zipfile.ZipInfo], path: Path, remedy: str) -> None:
    """Check that the parts are those of a Word file, and neither too many nor too large."""
    _check_sizes(members, path, remedy)
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise InputError(f"{path}: an archive with a password", remedy="save it without a password")
    counts = Counter(member.filename.lower() for member in members)
    if _OPEN_DOCUMENT in counts:
        raise InputError(
            f"{path}: an OpenDocument text (.odt), which cannot be read here",
            remedy="open it in a word processor and save it as .docx",
        )
    if "[content_types].xml" not in counts:
        raise InputError(f"{path}: an archive, but not a Word file", remedy=remedy)
    duplicate = next((name for name, count in counts.items() if count > 1), None)
    if duplicate is not None:
        raise InputError(
            f"{path}: a damaged Word file: {duplicate} is in it more than once", remedy=remedy
        )
    unsupported = next((m for m in members if m.compress_type not in _PACKINGS), None)
    if unsupported is not None:
        raise InputError(
            f"{path}: {unsupported.filename} is compressed in a way that Word files do not use",
            remedy="open it in a word processor, and save it again as .docx",
        )


def _is_markup(name: str) -> bool:
    return name.lower().endswith((".xml", ".rels"))
