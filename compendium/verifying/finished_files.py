"""The finished files: where they lie, and what each is for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from compendium.errors import InputError

_DELIVERIES = ("press", "cover", "archive")


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished file: its language, from its folder, and what it is for, from its name."""

    path: Path
    language: str
    delivery: str

    @property
    def page(self) -> Path:
        """Where the HTML page of the same edition lies, if there is one."""
        return self.path.with_name(f"{self.path.name.partition('.')[0]}.html")


def finished_files(folder: Path, languages: Collection[str] = ()) -> list[Finished]:
    """The PDF and HTML files of a folder of editions, one folder for each language.

    Args:
        folder: the folder of editions.
        languages: the codes of the languages that are wanted; all where there is none.

    Raises:
        InputError: if there is none, of all or of one of the languages.
    """
    found = [one for one in _finished(folder) if not languages or one.language in languages]
    missing = sorted(set(languages) - {one.language for one in found})
    if missing or not found:
        named = f" in {', '.join(missing)}" if missing else ""
        raise InputError(f"{folder}: it has no editions{named}", remedy="make them: make editions")
    return found


def _finished(folder: Path) -> Iterator[Finished]:
    for path in sorted(folder.glob("*/*")):
        if path.suffix == ".html":
            yield Finished(path, path.parent.name, "page")
        elif path.suffix == ".pdf" and not path.name.startswith("."):
            ending = Path(path.stem).suffix.removeprefix(".")
            delivery = ending if ending in _DELIVERIES else "screen"
            yield Finished(path, path.parent.name, delivery)
