"""Changes an editor makes most: one word of one paragraph, one topic of one paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

_TEXT = re.compile(r"(^ *text: >-\n +\S+ )([a-z]{4,})( )", re.MULTILINE)
_TOPICS = re.compile(r"(^ *topics: \[[^],]+), [^],]+(,[^]]*)?\]", re.MULTILINE)


def change_word(project: Path) -> str:
    """Change one word of the first paragraph that has a plain second word; gives the file."""
    return _change(project, _TEXT, r"\1otherwise\3")


def change_topic(project: Path) -> str:
    """Take the second topic from the first paragraph that has two; gives the file."""
    return _change(project, _TOPICS, r"\1\2]")


def newest_meeting(project: Path) -> list[Path]:
    """The file of the gathering held last, and its catalogues in every language."""
    newest = max(_gatherings(project / "sources"), key=_last_day)
    name = f"{newest.parent.name}/{newest.stem}"
    return [newest, *sorted(project.glob(f"translations/*/{name}.po"))]


def _last_day(path: Path) -> str:
    found = re.search(r"^  last: (\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else ""


def _change(project: Path, pattern: re.Pattern[str], replacement: str) -> str:
    for path in _gatherings(project / "sources"):
        text = path.read_text(encoding="utf-8")
        changed, count = pattern.subn(replacement, text, count=1)
        if count:
            path.write_text(changed, encoding="utf-8")
            return str(path.relative_to(project))
    raise click.ClickException("no paragraph of the sources could be changed")


def _gatherings(sources: Path) -> Iterator[Path]:
    """The files of meetings and sessions, which open with their body."""
    for path in sorted(sources.glob("*/*.yaml")):
        if re.search(r"^ordinal: ", path.read_text(encoding="utf-8"), re.MULTILINE):
            yield path
