"""Finds the finished files, with their languages and deliveries."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from compendium.errors import InputError

_DELIVERIES = ("press", "cover", "archive")


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished file: its language, from its folder, and its delivery, from its name."""

    path: Path
    language: str
    delivery: str

    @property
    def page(self) -> Path:
        """The path of the HTML page of the same edition, which may be missing."""
        return self.path.with_name(f"{self.path.name.partition('.')[0]}.html")


def finished_files(folder: Path, languages: Collection[str] = ()) -> list[Finished]:
    """The PDF and HTML files of a folder of editions, one folder for each language.

    Args:
        folder: the folder of editions.
        languages: the codes of the languages to return; if empty, all.

    Raises:
        InputError: if there are no files, or none in one of the languages.
    """
    files = [file for file in _finished(folder) if not languages or file.language in languages]
    missing = sorted(set(languages) - {file.language for file in files})
    if missing or not files:
        where = f" in {', '.join(missing)}" if missing else ""
        raise InputError(f"{folder}: it has no editions{where}", remedy="make them: make editions")
    return files


def _finished(folder: Path) -> Iterator[Finished]:
    for path in sorted(folder.glob("*/*")):
        if path.suffix == ".html":
            yield Finished(path, path.parent.name, "page")
        elif path.suffix == ".pdf" and not path.name.startswith("."):
            ending = Path(path.stem).suffix.removeprefix(".")
            delivery = ending if ending in _DELIVERIES else "screen"
            yield Finished(path, path.parent.name, delivery)
