"""What is not even opened: files too large, archives that unpack without end, wrong kinds."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from pathlib import Path

from compendium.errors import InputError

# The reports of a session of the Conference have some two million bytes, with pictures.
LARGEST = 50_000_000
_LARGEST_TEXT = 3_000_000  # reports have less than one million
_LARGEST_UNPACKED = 200_000_000  # most of it pictures
_LARGEST_MARKUP = 20_000_000  # of one part in XML
AGAIN = "get the document again from its official address"


def read_limited(path: Path) -> bytes:
    """The bytes of a file that is not too large.

    Raises:
        InputError: if it is missing, unreadable, no file or too large.
    """
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            kind = "a folder" if path.is_dir() else "no regular file"
            raise InputError(f"{path}: {kind}", remedy="name one document")
        size = about.st_size
        if size > LARGEST:
            raise InputError(
                f"{path}: {size // 1_000_000} MB, more than any official document "
                f"({LARGEST // 1_000_000} MB)",
                remedy=AGAIN,
            )
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        raise InputError(f"{path}: no such file", remedy="check the name and the folder") from None
    except OSError as fault:
        raise InputError(f"{path}: {fault.strerror}", remedy="check its permissions") from None
    if not content.strip():
        raise InputError(f"{path}: the file is empty", remedy=AGAIN)
    return content


def check_text(content: bytes, path: Path) -> None:
    """See that a file of text or markup is not longer than any report.

    Raises:
        InputError: if it is.
    """
    if len(content) > _LARGEST_TEXT:
        raise InputError(
            f"{path}: {len(content) / 1_000_000:.1f} MB of text, more than any report "
            f"({_LARGEST_TEXT // 1_000_000} MB)",
            remedy="save the document anew, without what is not text",
        )


def check_archive(content: bytes, path: Path) -> None:
    """Unpack a Word file in memory, part by part, to see that it is one and ends.

    Raises:
        InputError: if it is no archive, damaged, no Word file, or unpacks to too much.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            sizes = [member.file_size for member in archive.infolist()]
            markup = [m.file_size for m in archive.infolist() if m.filename.endswith(".xml")]
            if sum(sizes) > _LARGEST_UNPACKED or max(markup, default=0) > _LARGEST_MARKUP:
                size = sum(sizes) // 1_000_000
                raise InputError(
                    f"{path}: it would unpack to {size} MB, more than any report",
                    remedy=f"do not open it; {AGAIN}",
                )
            if "[Content_Types].xml" not in archive.namelist():
                raise InputError(f"{path}: an archive, but no Word file", remedy=AGAIN)
            damaged = archive.testzip()  # reads no more of a part than it declares
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError) as fault:
        raise InputError(f"{path}: no Word file, or damaged: {fault}", remedy=AGAIN) from None
    if damaged:
        raise InputError(f"{path}: a damaged Word file (in {damaged})", remedy=AGAIN)
