"""Makes a project larger: its records are repeated under new ordinals, with their translations.

The new records obey every rule of the sources, so `compendium check` passes, and an edition shows
them: one that ends at a certain gathering now ends as many gatherings later.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

_FILE = re.compile(r"([0-9]{2,})-([0-9]{4})")
_ORDINAL = re.compile(r"^(ordinal: )[0-9]+", re.MULTILINE)
# The lines of a gathering that contain its year, and the year in them.
_DATED = re.compile(r"^ *(?:first|last|symbol): .*", re.MULTILINE)
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_AS_OF = re.compile(r"^as_of: \{.*\}", re.MULTILINE)
_LAST_SHOWN = re.compile(r"([a-z0-9-]+)(: )([0-9]+)")


@dataclass(frozen=True)
class _Gathering:
    """The file of a gathering, with what its name says: ordinal and year."""

    path: Path
    ordinal: int
    year: int

    @property
    def body(self) -> str:
        return self.path.parent.name


def enlarge(project: Path, times: int) -> None:
    """Repeat the gatherings of a project until there are this many times as many.

    Args:
        project: the folder of the project, which is changed.
        times: the size, compared with that of the project.
    """
    folders = sorted(path for path in (project / "sources").iterdir() if path.is_dir())
    last = {}
    for folder in folders:
        gatherings = _gatherings(folder)
        if not gatherings:
            continue
        last[folder.name] = gatherings[-1].ordinal
        years = gatherings[-1].year - gatherings[0].year + 1
        for time in range(1, times):
            for gathering in gatherings:
                _repeat(project, gathering, time * last[folder.name], time * years)
    for path in sorted((project / "sources/editions").glob("*.yaml")):
        _widen(path, {body: (times - 1) * ordinal for body, ordinal in last.items()})


def _gatherings(folder: Path) -> list[_Gathering]:
    """The gatherings of a body, in their order; none if the folder is not that of a body."""
    names = ((path, _FILE.fullmatch(path.stem)) for path in folder.glob("*.yaml"))
    found = [_Gathering(path, int(name[1]), int(name[2])) for path, name in names if name]
    return sorted(found, key=lambda gathering: gathering.ordinal)


def _repeat(project: Path, gathering: _Gathering, later: int, years: int) -> None:
    """Write a gathering and its translations again, this many ordinals and years later."""
    ordinal = gathering.ordinal + later
    name = f"{ordinal:02d}-{gathering.year + years}"
    text = gathering.path.read_text(encoding="utf-8")
    text = _ORDINAL.sub(rf"\g<1>{ordinal}", text, count=1)
    text = _DATED.sub(lambda line: _shifted(line[0], years), text)
    # the number of a resolution or decision: session/number
    text = re.sub(
        rf"^( +number: [\"']?){gathering.ordinal}/", rf"\g<1>{ordinal}/", text, flags=re.MULTILINE
    )
    gathering.path.with_stem(name).write_text(text, encoding="utf-8")
    key = re.compile(
        rf'^(msgctxt "{re.escape(gathering.body)}\.){gathering.ordinal}(?=[^0-9])', re.MULTILINE
    )
    pattern = f"translations/*/{gathering.body}/{gathering.path.stem}.po"
    for path in sorted(project.glob(pattern)):
        text = key.sub(rf"\g<1>{ordinal}", path.read_text(encoding="utf-8"))
        path.with_stem(name).write_text(text, encoding="utf-8")


def _shifted(line: str, years: int) -> str:
    return _YEAR.sub(lambda year: str(int(year[0]) + years), line)


def _widen(path: Path, more: dict[str, int]) -> None:
    """Let an edition that ends at a certain gathering of a body end this many ordinals later."""

    def later(last: re.Match[str]) -> str:
        return f"{last[1]}{last[2]}{int(last[3]) + more.get(last[1], 0)}"

    text = path.read_text(encoding="utf-8")
    text = _AS_OF.sub(lambda line: _LAST_SHOWN.sub(later, line[0]), text)
    path.write_text(text, encoding="utf-8")
