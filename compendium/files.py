"""Writing files whole or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

from compendium.errors import InputError, OutputError


def read_text(path: Path) -> str:
    """Read a UTF-8 file.

    Raises:
        InputError: if it is missing, unreadable or not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(f"{path}: no such file", remedy="check the name and the folder") from None
    except UnicodeDecodeError as fault:
        raise InputError(
            f"{path}: byte {fault.start} is not UTF-8", remedy="save the file as UTF-8"
        ) from None
    except OSError as fault:
        raise InputError(f"{path}: {fault.strerror}", remedy="check its permissions") from None


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file beside its place, then rename it there, so that no half file is ever seen.

    Raises:
        OutputError: if the folder cannot be written or the disk is full; the old file stays.
    """
    beside = None
    try:
        path = path.resolve()  # a link stays a link
        if path.exists() and not path.is_file():
            _write_through(path, content)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        beside = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(0o644)
        beside.replace(path)
        beside = None
    except OSError as fault:
        raise OutputError(f"{path}: {fault.strerror or fault}", remedy=_remedy(fault)) from None
    finally:
        if beside is not None:
            beside.unlink(missing_ok=True)


def _write_through(path: Path, content: bytes) -> None:
    """Write to a device or a pipe, which must never be replaced by a file."""
    with path.open("wb") as file:
        file.write(content)


def _remedy(fault: OSError) -> str:
    match fault.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return "free some space, or write to another disk"
        case errno.EISDIR | errno.ENOTDIR | errno.EEXIST:
            return "name a file, in a folder"
        case _:
            return "choose a folder that can be written"


def write_text(path: Path, content: str) -> None:
    """Write a UTF-8 file whole or not at all; see `write_bytes`."""
    write_bytes(path, content.encode("utf-8"))
