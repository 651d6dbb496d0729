"""Reads regular files up to a size; never waits for a pipe or a device."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

# The reports of a session of the Conference have some two million bytes, with pictures.
LARGEST = 50_000_000


def regular_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """Read the bytes of a regular file.

    Raises:
        OSError: if it is missing, unreadable, a folder, a pipe, a device, or too large; its
            `strerror` says which.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except ValueError:  # a NUL or a surrogate
        raise _fault(errno.EINVAL, "this cannot be the name of a file", path) from None
    except OSError as fault:
        if fault.errno == errno.ENXIO:
            raise _fault(errno.ENXIO, "not a regular file", path) from None
        raise
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        kind = "a folder" if stat.S_ISDIR(status.st_mode) else "not a regular file"
        raise _fault(errno.EINVAL, kind, path)
    with os.fdopen(handle, "rb") as file:
        if status.st_size <= largest:
            content = file.read(largest + 1)
            if len(content) <= largest:
                return content
    size = max(status.st_size, largest + 1) / 1_000_000
    raise _fault(errno.EFBIG, f"{size:.0f} MB, more than {largest // 1_000_000} MB", path)


def _fault(number: int, what: str, path: Path) -> OSError:
    return OSError(number, what, os.fspath(path))
