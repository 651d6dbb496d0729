"""Keeps results of a build by what they were made from, for the next build.

A result is data (JSON) in a file of its own. Whatever is wrong with that file or its folder, the
result is made again: nothing here raises an error, and nothing of a command depends on it but time.
"""

from __future__ import annotations

import hashlib
import json
import os
import platform
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from compendium.untrusted.regular import regular_bytes

# Names the folder for the results of all commands of a build; without it, nothing is kept.
VARIABLE = "COMPENDIUM_KEPT"
_PROGRAM = Path(__file__).parent
_DIGITS = 64  # of a checksum, which is the first line of a file


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of results.

    Attributes:
        folder: the folder; None means that nothing is kept.
        limit: the bytes that all results may take together; those used least lately make room.
        made_by: what every result depends on besides its own sources, such as the program.
    """

    folder: Path | None
    limit: int
    made_by: str = ""

    def load(self, *sources: str) -> object:
        """The result that was made from these sources; None if there is none that is whole."""
        if self.folder is None:
            return None
        key = self._key(sources)
        path = self.folder / key
        try:
            content = regular_bytes(path, self.limit)
            if content[: _DIGITS + 1] != _checksum(content[_DIGITS + 1 :]):
                return None
            name, value = json.loads(content[_DIGITS + 1 :])
            os.utime(path)
        except (OSError, ValueError, TypeError, RecursionError):
            return None
        return value if name == key else None

    def save(self, value: object, *sources: str) -> None:
        """Keep a result, unless it would read back as another value or is too large."""
        if self.folder is None:
            return
        key = self._key(sources)
        with suppress(OSError, ValueError, RecursionError):  # ValueError: half of a surrogate pair
            text = json.dumps([key, value], ensure_ascii=False, separators=(",", ":"))
            if json.loads(text) != [key, value]:
                return
            content = text.encode()
            content = _checksum(content) + content
            if len(content) <= self.limit:
                self.folder.mkdir(parents=True, exist_ok=True)
                _write(self.folder / key, content)
                self._make_room(self.folder)

    def _key(self, sources: tuple[str, ...]) -> str:
        return digest(json.dumps([self.made_by, *sources]).encode())

    def _make_room(self, folder: Path) -> None:
        """Remove results, those used least lately first, until the limit is kept."""
        with os.scandir(folder) as found:
            entries = [(entry.stat(), entry.path) for entry in found]
        size = sum(status.st_size for status, _ in entries)
        for status, path in sorted(entries, key=lambda entry: entry[0].st_mtime_ns):
            if size <= self.limit:
                return
            with suppress(OSError):
                Path(path).unlink()
                size -= status.st_size


def kept(name: str, *packages: str, limit: int) -> Kept:
    """The results of one kind in the folder of this build; nothing is kept outside of a build.

    Args:
        name: the name of the kind.
        packages: the Python packages on which such results depend, beside the program itself.
        limit: the bytes that the results of this kind may take.
    """
    folder = os.environ.get(VARIABLE)
    if not folder:
        return Kept(None, limit)
    return Kept(Path(folder) / name, limit, _made_by(packages))


def digest(content: bytes) -> str:
    """The checksum of some content, by which it is recognized."""
    return hashlib.sha256(content).hexdigest()


def program_fingerprint(folder: Path = _PROGRAM) -> str:
    """The fingerprint of the program: the names and contents of all its files."""
    files = sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not path.name.startswith(".")
    )
    names = (f"{digest(path.read_bytes())} {path.relative_to(folder)}\n" for path in files)
    return digest("".join(names).encode())


@lru_cache
def _made_by(packages: tuple[str, ...]) -> str:
    """The fingerprint of this program, with the versions of Python and of packages."""
    versions = [f"{package} {version(package)}" for package in packages]
    return " ".join([program_fingerprint(), platform.python_version(), *versions])


def _checksum(content: bytes) -> bytes:
    return digest(content).encode() + b"\n"


def _write(path: Path, content: bytes) -> None:
    """Write a file that others see whole or not at all; a crash of the machine may tear it."""
    handle, name = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
