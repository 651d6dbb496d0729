"""Accepts suggested topics: the comments beside paragraphs become their topics."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from compendium.checks import unreached_units
from compendium.errors import InputError
from compendium.model.lines import lines_with_ends
from compendium.model.topics import Topic
from compendium.reading import Reading
from compendium.reading.nodes import parse
from compendium.reading.places import LocatedUnit
from compendium.suggesting.suggestion_wording import COMMENT_START

_SUGGESTED = re.compile(
    rf"(?P<indent>\s*){re.escape(COMMENT_START)}topics: \[(?P<keys>[^\]]*)\]"
    r"(?P<rest>[^\r\n]*)(?P<end>\s*)"
)
_LIKE = re.compile(
    r"\s*(?:# like (?:[^\s,]+ )?[^\s,]+\.[^\s,]+(?:, (?:[^\s,]+ )?[^\s,]+\.[^\s,]+)*)?\s*"
)


def uncovered(reading: Reading, gatherings: frozenset[str]) -> list[LocatedUnit]:
    """The units of some gatherings that have no topics, and none at a higher level either."""
    units = [
        located for located in unreached_units(reading) if located.unit.gathering.key in gatherings
    ]
    keys = {located.unit.key for located in units}
    return [located for located in units if not keys.intersection(_above(located.unit.key))]


def accepted_files(
    reading: Reading, gatherings: frozenset[str], topics: Sequence[Topic], count: int
) -> Mapping[Path, bytes]:
    """The content of files in which each uncovered unit has its most likely suggested topics.

    The suggestions for units below such a unit are removed: its topics cover them.

    Args:
        reading: the sources, with suggestions beside the units.
        gatherings: the keys of the gatherings to accept them in.
        topics: all topics, in order.
        count: the number of suggested topics that each unit gets.

    Raises:
        InputError: if something other than topics would change in a file.
    """
    order = [topic.key for topic in topics]
    top_keys = {located.unit.key for located in uncovered(reading, gatherings)}
    changed: dict[Path, bytes] = {}
    for name, units in _by_file(reading, gatherings).items():
        old = Path(name).read_bytes().decode("utf-8")
        lines = lines_with_ends(old)
        for unit in sorted(units, key=lambda located: -located.place("text").line):
            _accept(lines, unit, order, count if unit.unit.key in top_keys else 0)
        text = "".join(lines)
        _refuse_other_changes(name, old, text)
        changed[Path(name)] = text.encode("utf-8")
    return changed


def _refuse_other_changes(name: str, old: str, new: str) -> None:
    """Refuse the new text of a file if something other than topics would change in it."""
    if _but_topics(parse(new, name).value) != _but_topics(parse(old, name).value):
        raise InputError(
            f"{name}: its suggestions cannot be accepted as they are",
            remedy="write the topics into the record by hand, and delete the suggestions",
        )


def _by_file(reading: Reading, gatherings: frozenset[str]) -> dict[str, list[LocatedUnit]]:
    files: dict[str, list[LocatedUnit]] = {}
    for located in unreached_units(reading):
        if located.unit.gathering.key in gatherings:
            files.setdefault(located.file.nodes.file, []).append(located)
    return files


def _accept(lines: list[str], unit: LocatedUnit, order: Sequence[str], count: int) -> None:
    """Replace the suggestion above the text of a unit by topics, or remove it if `count` is 0."""
    last = unit.place("text").line - 1
    for number in range(last, max(unit.place().line - 2, -1), -1):
        match = _SUGGESTED.fullmatch(lines[number])
        if match:
            keys = [key.strip() for key in match["keys"].split(",") if key.strip()]
            for key in keys:
                if key not in order:
                    raise InputError(
                        f"{unit.file.nodes.file}:{number + 1}: there is no topic {key}",
                        remedy="correct the suggestion, or delete that topic from it",
                    )
            kept = [key for key in order if key in keys[:count]]
            line = " ".join(filter(None, [_topics(kept), _remark(match["rest"])]))
            lines[number : number + 1] = [f"{match['indent']}{line}{match['end']}"] if line else []
            return


def _topics(keys: Sequence[str]) -> str:
    return f"topics: [{', '.join(keys)}]" if keys else ""


def _remark(rest: str) -> str:
    """The words that an editor added to a suggestion, as a comment; not the program's reason."""
    rest = rest.strip()
    return "" if _LIKE.fullmatch(rest) else f"# {rest.lstrip('# ')}"


def _but_topics(value: object) -> object:
    """A value from YAML without its topics: the part that must not change."""
    if isinstance(value, dict):
        return {key: _but_topics(inner) for key, inner in value.items() if key != "topics"}
    return [_but_topics(inner) for inner in value] if isinstance(value, list) else value


def _above(key: str) -> Iterable[str]:
    while "." in key:
        key = key.rpartition(".")[0]
        yield key
