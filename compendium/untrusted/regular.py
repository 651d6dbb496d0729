"""The bytes of a file, which is regular and not too large: no pipe or device is waited for."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

# The reports of a session of the Conference have some two million bytes, with pictures.
LARGEST = 50_000_000


def regular_bytes(path: Path, largest: int = LARGEST) -> bytes:
    """The bytes of a regular file.

    Raises:
        OSError: if it is missing, unreadable, a folder, a pipe or a device, or too large; what
            is wrong is its `strerror`.
    """
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except ValueError:  # a NUL, or half a letter
        raise _fault(errno.EINVAL, "this cannot be the name of a file", path) from None
    except OSError as fault:
        if fault.errno == errno.ENXIO:
            raise _fault(errno.ENXIO, "not a regular file", path) from None
        raise
    about = os.fstat(handle)
    if not stat.S_ISREG(about.st_mode):
        os.close(handle)
        kind = "a folder" if stat.S_ISDIR(about.st_mode) else "not a regular file"
        raise _fault(errno.EINVAL, kind, path)
    with os.fdopen(handle, "rb") as file:
        if about.st_size <= largest:
            content = file.read(largest + 1)
            if len(content) <= largest:
                return content
    size = max(about.st_size, largest + 1) / 1_000_000
    raise _fault(errno.EFBIG, f"{size:.0f} MB, more than {largest // 1_000_000} MB", path)


def _fault(number: int, what: str, path: Path) -> OSError:
    return OSError(number, what, os.fspath(path))
