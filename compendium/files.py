"""Reads files, and writes them completely or not at all."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from compendium.errors import InputError, OutputError
from compendium.proof import encoded
from compendium.untrusted.regular import regular_bytes

_LARGEST = 500_000_000  # the records of twenty compendiums have a tenth of it
_BLOCK = 1 << 16  # an empty file fits on a full disk


def read_text(path: Path) -> str:
    """Read a UTF-8 file, with its line ends, but without a byte order mark at its start.

    Raises:
        InputError: if it is missing, unreadable or not UTF-8.
    """
    try:
        return regular_bytes(path, _LARGEST).decode("utf-8-sig")
    except FileNotFoundError:
        raise InputError(f"{path}: no such file", remedy="check the name and the folder") from None
    except UnicodeDecodeError as fault:
        raise InputError(
            f"{path}: byte {fault.start} is not UTF-8", remedy="save the file as UTF-8"
        ) from None
    except OSError as fault:
        raise InputError(f"{path}: {fault.strerror}", remedy="check its permissions") from None


def is_file(path: Path) -> bool:
    """Whether a file exists; none does whose name is too long for the file system."""
    try:
        return path.is_file()
    except OSError as fault:
        if fault.errno == errno.ENAMETOOLONG:
            return False
        raise


def real_path(path: Path) -> Path:
    """Resolve the links of a path; a link that leads in a circle resolves to itself."""
    return Path(os.path.realpath(path))


def is_same(path: Path, other: Path) -> bool:
    """Whether both paths lead to the same existing file."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def write_bytes(path: Path, content: bytes) -> None:
    """Write a temporary file beside a file, then rename it, so that no half file is ever seen.

    Raises:
        OutputError: if the folder cannot be written or the disk is full; the old file stays.
    """
    write_all({path: content})


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write temporary files beside several files, then rename them all.

    Raises:
        OutputError: if one cannot be written; every old file stays.
    """
    waiting: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, content in contents.items():
            target = real_path(path)  # a link stays a link
            if target.exists() and not target.is_file():
                _write_through(target, content)
            else:
                waiting.append((_write_beside(target, content), target))
        while waiting:
            temporary, path = waiting[0]
            temporary.replace(path)
            waiting.pop(0)
    except OSError as fault:
        raise OutputError(f"{path}: {fault.strerror or fault}", remedy=_remedy(fault)) from None
    finally:
        for temporary, _ in waiting:
            temporary.unlink(missing_ok=True)


def check_writable(folder: Path) -> None:
    """Check that files can be written to a folder; make the folder if necessary.

    Raises:
        OutputError: if they cannot; no file remains.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as file:
            file.write(bytes(_BLOCK))
    except OSError as fault:
        remedy = _remedy(fault)
        if fault.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
            remedy = "make it writable, or work in a copy of the project"
        if fault.errno in {errno.EEXIST, errno.ENOTDIR}:
            remedy = "move the file of that name away"
        raise OutputError(f"{folder}: {fault.strerror or fault}", remedy=remedy) from None


def _write_beside(path: Path, content: bytes) -> Path:
    """Write a temporary file in the folder of another file, and return its path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


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
    """Write a UTF-8 file completely or not at all; see `write_bytes`."""
    write_bytes(path, encoded(path, content))


def remove(path: Path) -> bool:
    """Remove a file, and return whether it existed.

    Raises:
        OutputError: if it cannot be removed.
    """
    try:
        path.unlink()
    except FileNotFoundError:
        return False
    except OSError as fault:
        raise OutputError(f"{path}: {fault.strerror}", remedy="remove it by hand") from None
    return True
