"""Inserts comments into the files of records; every other byte stays the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from compendium.errors import InputError
from compendium.model.lines import lines_of, lines_with_ends
from compendium.reading.nodes import parse
from compendium.reading.places import LocatedUnit
from compendium.suggesting.suggestion_wording import COMMENT_START


def commented_files(comments: Iterable[tuple[LocatedUnit, str]]) -> Mapping[Path, bytes]:
    """The changed content of files, with each comment above the text of its unit.

    A unit that already has a suggestion keeps it and gets no second one.

    Raises:
        InputError: if a file changed since it was read, or has no room for a comment.
    """
    by_file: dict[str, list[tuple[LocatedUnit, str]]] = {}
    for located, comment in comments:
        by_file.setdefault(located.file.nodes.file, []).append((located, comment))
    changed = {}
    for name, file_comments in by_file.items():
        path = Path(name)
        old = path.read_bytes()
        new = _with_comments(name, old.decode("utf-8"), file_comments).encode("utf-8")
        if new != old:
            changed[path] = new
    return changed


def _with_comments(name: str, text: str, comments: list[tuple[LocatedUnit, str]]) -> str:
    if tuple(lines_of(text.removeprefix("\ufeff"))) != comments[0][0].file.lines:
        raise InputError(f"{name}: it changed while it was read", remedy="try again")
    lines = lines_with_ends(text)
    end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    # From the bottom up, so that the numbers of the lines above stay valid.
    for located, comment in sorted(comments, key=lambda pair: -pair[0].place("text").line):
        at = located.place("text").line - 1
        head = lines[max(0, min(located.place().line, at) - 1) : at]
        if not any(line.lstrip().startswith(COMMENT_START) for line in head):
            lines.insert(at, _indent(lines[at]) + comment + end)
    new = "".join(lines)
    if parse(new, name).value != parse(text, name).value:
        raise InputError(
            f"{name}: there is no place for comments",
            remedy="write each paragraph as a list of `field: value` lines, then try again",
        )
    return new


def _indent(line: str) -> str:
    """The spaces before the first field on a line; the dash of a list counts as a space."""
    return " " * (len(line) - len(line.lstrip(" -")))
