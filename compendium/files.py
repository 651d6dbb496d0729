"""Writing files whole or not at all."""

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
    """Read a UTF-8 file as it stands, line ends and all, but for a byte order mark at its start.

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
    """Whether a file is there, as none is of a name that is longer than any."""
    try:
        return path.is_file()
    except OSError as fault:
        if fault.errno == errno.ENAMETOOLONG:
            return False
        raise


def real_path(path: Path) -> Path:
    """Where a path leads, through its links; one that leads round in a circle leads to itself."""
    return Path(os.path.realpath(path))


def is_same(path: Path, other: Path) -> bool:
    """Whether both paths lead to one file, which is there."""
    try:
        return path.samefile(other)
    except OSError:
        return False


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file beside its place, then rename it there, so that no half file is ever seen.

    Raises:
        OutputError: if the folder cannot be written or the disk is full; the old file stays.
    """
    write_all({path: content})


def write_all(contents: Mapping[Path, bytes]) -> None:
    """Write several files beside their places, then rename them all there.

    Raises:
        OutputError: if one cannot be written; then every old file stays.
    """
    ready: list[tuple[Path, Path]] = []
    path = Path()
    try:
        for path, content in contents.items():
            place = real_path(path)  # a link stays a link
            if place.exists() and not place.is_file():
                _write_through(place, content)
            else:
                ready.append((_write_beside(place, content), place))
        while ready:
            beside, path = ready[0]
            beside.replace(path)
            ready.pop(0)
    except OSError as fault:
        raise OutputError(f"{path}: {fault.strerror or fault}", remedy=_remedy(fault)) from None
    finally:
        for beside, _ in ready:
            beside.unlink(missing_ok=True)


def check_writable(folder: Path) -> None:
    """See that files can be written into a folder, which is made if need be.

    Raises:
        OutputError: if not; nothing is left behind.
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
    """Write a new file in the folder of another, and give its place."""
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
    """Write a UTF-8 file whole or not at all; see `write_bytes`."""
    write_bytes(path, encoded(path, content))


def remove(path: Path) -> bool:
    """Remove a file, and say whether it was there.

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
