"""The most frequent changes of an editor: a word, a topic, a new meeting."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click

_TEXT = re.compile(r"(^ *text: >-\n +\S+ )([a-z]{4,})( )", re.MULTILINE)
_TOPICS = re.compile(r"(^ *topics: \[[^],]+), [^],]+(,[^]]*)?\]", re.MULTILINE)


def change_word(project: Path) -> str:
    """Change the second word of the first paragraph where it is plain; return the file."""
    return _change(project, _TEXT, r"\1otherwise\3")


def change_topic(project: Path) -> str:
    """Remove the second topic of the first paragraph that has two; return the file."""
    return _change(project, _TOPICS, r"\1\2]")


def add_meeting(project: Path) -> list[Path]:
    """Add a gathering a year after the last, with texts and translations; return the files."""
    last = max(_gatherings(project / "sources"), key=_last_day)
    body, (ordinal, year) = last.parent.name, map(int, last.stem.split("-"))
    keys = (f"{body}.{ordinal}.", f"{body}.{ordinal + 1}.")
    years = (f"{year}", f"{year + 1}")
    old = last.read_text(encoding="utf-8")
    head, mark, rest = old.partition("\nparagraphs:" if "\nparagraphs:" in old else "\nrecords:")
    head = head.replace(f"ordinal: {ordinal}", f"ordinal: {ordinal + 1}").replace(*years)
    name = f"{ordinal + 1:02d}-{year + 1}"
    new = {last.with_stem(name): head + mark + rest}
    for path in sorted(project.glob(f"translations/*/{body}/{last.stem}.po")):
        new[path.with_stem(name)] = path.read_text(encoding="utf-8").replace(*keys)
    for path, text in new.items():
        path.write_text(text, encoding="utf-8")
    return list(new)


def _last_day(path: Path) -> str:
    match = re.search(r"^  last: (\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    return match[1] if match else ""


def _change(project: Path, pattern: re.Pattern[str], replacement: str) -> str:
    for path in _gatherings(project / "sources"):
        text = path.read_text(encoding="utf-8")
        changed, count = pattern.subn(replacement, text, count=1)
        if count:
            path.write_text(changed, encoding="utf-8")
            return str(path.relative_to(project))
    raise click.ClickException("no paragraph of the sources could be changed")


def _gatherings(sources: Path) -> Iterator[Path]:
    """The files of meetings and sessions, which have an ordinal."""
    for path in sorted(sources.glob("*/*.yaml")):
        if re.search(r"^ordinal: ", path.read_text(encoding="utf-8"), re.MULTILINE):
            yield path
