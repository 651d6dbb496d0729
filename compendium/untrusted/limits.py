"""Refuses files that are too large or empty, and markup without end; for every reader alike."""

from __future__ import annotations

import errno
from pathlib import Path

from compendium.errors import InputError
from compendium.untrusted.regular import LARGEST, regular_bytes

_LARGEST_TEXT = 3_000_000  # bytes; reports have less than one million
_LARGEST_MARKUP = 20_000_000  # of one part in XML; a compendium in XLIFF has two million
_MOST_SIGNS = 2_000_000  # ends of tags and attributes, which take more memory than text
AGAIN = "get the document again from its official address"
_REMEDIES = {
    errno.ENOENT: "check the name and the folder",
    errno.EINVAL: "name one document",
    errno.ENXIO: "name one document",
    errno.EISDIR: "name one document",
    errno.EFBIG: AGAIN,
}


def read_limited(path: Path, *, largest: int = LARGEST, remedy: str = "") -> bytes:
    """Read the bytes of a file from outside; `remedy` replaces that for a document.

    Raises:
        InputError: if it is missing, unreadable, no regular file, too large or empty.
    """
    try:
        content = regular_bytes(path, largest)
    except FileNotFoundError:
        raise InputError(
            f"{path}: no such file", remedy=remedy or _REMEDIES[errno.ENOENT]
        ) from None
    except OSError as fault:
        what = remedy or _REMEDIES.get(fault.errno or 0, "check its permissions")
        raise InputError(f"{path}: {fault.strerror}", remedy=what) from None
    if not content.strip():
        raise InputError(f"{path}: the file is empty", remedy=remedy or AGAIN)
    return content


def check_text(content: bytes, path: Path) -> None:
    """Check that a file of text or markup is not longer than any report.

    Raises:
        InputError: if it is.
    """
    if len(content) > _LARGEST_TEXT:
        raise InputError(
            f"{path}: {len(content) / 1_000_000:.1f} MB of text, more than any report "
            f"({_LARGEST_TEXT // 1_000_000} MB)",
            remedy="save the document again, with its text only",
        )


def check_markup(content: bytes, path: Path | str, remedy: str) -> None:
    """Check that markup does not have more bytes or tags than any document.

    Raises:
        InputError: if it has.
    """
    if len(content) > _LARGEST_MARKUP or content.count(b">") + content.count(b"=") > _MOST_SIGNS:
        size = len(content) / 1_000_000
        raise InputError(f"{path}: {size:.1f} MB of markup, more than any document", remedy=remedy)
