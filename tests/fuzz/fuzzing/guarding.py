"""What a case may not do: write outside its folder, or ask a network."""

from __future__ import annotations

import errno
import os
import re
import socket
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_NUMBER = re.compile(r"[\d.]+|[\da-f:.]+")  # of a machine
_OPEN = [False]  # whether this process may write where it likes


@contextmanager
def free() -> Iterator[None]:
    """Let this process write where it likes for a moment."""
    _OPEN[0] = True
    try:
        yield
    finally:
        _OPEN[0] = False


def hinder(folders: Iterable[Path], outside: list[str], port: int) -> None:
    """Note and hinder what would be written outside some folders; hinder what goes to a network.

    Only a server at that port of this machine can be reached, and no name is known.
    """
    inside = tuple(f"{os.path.realpath(folder)}/" for folder in folders)

    def note(event: str, details: tuple[Any, ...]) -> None:
        if event.startswith("socket."):
            _no_network(event, details, port)
            return
        if _OPEN[0] or event not in {"open", "os.mkdir", "os.rename", "os.remove", "os.rmdir"}:
            return
        if event == "open" and not (isinstance(details[2], int) and details[2] & _WRITING):
            return
        for path in details[: 2 if event == "os.rename" else 1]:
            if isinstance(path, str | bytes):
                real = os.path.realpath(os.fsdecode(path))
                if not f"{real}/".startswith(inside) and not real.startswith("/dev/"):
                    outside.append(f"{event} {real}")
                    raise OSError(errno.EACCES, os.strerror(errno.EACCES), real)

    sys.addaudithook(note)


def _no_network(event: str, details: tuple[Any, ...], port: int) -> None:
    if event == "socket.getaddrinfo" and not _NUMBER.fullmatch(str(details[0])):
        raise socket.gaierror(socket.EAI_AGAIN, "no name is known")
    if event == "socket.connect" and isinstance(details[1], tuple):
        if details[1] == ("127.0.0.1", port):
            return
        raise OSError(errno.ECONNREFUSED, os.strerror(errno.ECONNREFUSED))
