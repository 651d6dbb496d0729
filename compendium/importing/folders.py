"""Finds the documents in folders: files by their endings, in the order that people expect."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from compendium.errors import InputError
from compendium.files import real_path

ENDINGS = frozenset(
    {
        ".doc",
        ".docm",
        ".docx",
        ".dotx",
        ".htm",
        ".html",
        ".odt",
        ".pdf",
        ".rtf",
        ".txt",
        ".xhtml",
        ".xml",
    }
)
_NUMBERS = re.compile(r"(\d+)")


@dataclass(frozen=True, slots=True)
class Found:
    """The documents, each once, and the other files in the given folders."""

    documents: tuple[Path, ...]
    others: tuple[Path, ...]


def documents_in(named: Iterable[Path], but: Iterable[Path] = ()) -> Found:
    """The documents among files, and in folders and their subfolders.

    A file that is named is a document, whatever its ending. Hidden files, whose names begin with a
    point, are skipped in folders.

    Args:
        named: files and folders.
        but: files that are not documents, such as an earlier report of this command.

    Raises:
        InputError: if there is none.
    """
    named, left = tuple(named), {real_path(path) for path in but}
    documents: dict[Path, Path] = {}
    others: list[Path] = []
    for path in (one for each in named for one in _files(each)):
        if path in named or (path.suffix.lower() in ENDINGS and not path.is_dir()):
            documents.setdefault(real_path(path), path)
        elif real_path(path) not in left:
            others.append(path)
    remaining = tuple(path for real, path in documents.items() if real not in left)
    if not remaining:
        raise InputError(
            f"{', '.join(map(str, named))}: no documents there",
            remedy=f"name documents or folders of them; endings are {', '.join(sorted(ENDINGS))}",
        )
    return Found(remaining, tuple(others))


def _files(named: Path) -> Iterator[Path]:
    """A named file, or all files in a folder and below; links to folders are not followed."""
    if not named.is_dir():
        yield named
        return
    paths: list[Path] = []
    for folder, below, names in os.walk(named, onerror=_refuse):
        below[:] = [name for name in below if not name.startswith(".")]
        links = [name for name in below if Path(folder, name).is_symlink()]
        paths += (Path(folder, name) for name in (*names, *links) if not name.startswith("."))
    yield from sorted(paths, key=_in_order)


def _refuse(fault: OSError) -> NoReturn:
    raise InputError(
        f"{fault.filename}: {fault.strerror}", remedy="mend its permissions, or name other folders"
    )


def _in_order(path: Path) -> list[tuple[int, str]]:
    """A sort key that puts 9 before 10, folder by folder."""
    parts = (part for name in path.parts for part in (*_NUMBERS.split(name), ""))
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
