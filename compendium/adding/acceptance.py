"""Suggested topics accepted: comments beside paragraphs become their topics."""

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
    """The units of some gatherings to which the index leads neither directly nor from above."""
    found = [one for one in unreached_units(reading) if one.unit.gathering.key in gatherings]
    keys = {one.unit.key for one in found}
    return [one for one in found if not keys.intersection(_above(one.unit.key))]


def accepted_files(
    reading: Reading, gatherings: frozenset[str], topics: Sequence[Topic], count: int
) -> Mapping[Path, bytes]:
    """The files with suggestions accepted: the likeliest topics of each uncovered unit.

    The suggestions of what stands below such a unit go, for the index leads there from above.

    Args:
        reading: the sources, with suggestions beside the units.
        gatherings: the keys of the gatherings to accept them in.
        topics: all topics, in their order.
        count: how many of the suggested topics each unit gets.

    Raises:
        InputError: if a file would not read as before but for its topics.
    """
    order = [topic.key for topic in topics]
    tops = {one.unit.key for one in uncovered(reading, gatherings)}
    changed: dict[Path, bytes] = {}
    for name, units in _by_file(reading, gatherings).items():
        old = Path(name).read_bytes().decode("utf-8")
        lines = lines_with_ends(old)
        for unit in sorted(units, key=lambda one: -one.place("text").line):
            _accept(lines, unit, order, count if unit.unit.key in tops else 0)
        text = "".join(lines)
        if _but_topics(parse(text, name).value) != _but_topics(parse(old, name).value):
            raise InputError(f"{name}: the suggestions there cannot be accepted as they are")
        changed[Path(name)] = text.encode("utf-8")
    return changed


def _by_file(reading: Reading, gatherings: frozenset[str]) -> dict[str, list[LocatedUnit]]:
    found: dict[str, list[LocatedUnit]] = {}
    for one in unreached_units(reading):
        if one.unit.gathering.key in gatherings:
            found.setdefault(one.file.nodes.file, []).append(one)
    return found


def _accept(lines: list[str], unit: LocatedUnit, order: Sequence[str], count: int) -> None:
    """Replace the suggestion above the text of a unit by its topics; by nothing for none."""
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
    """What an editor wrote behind a suggestion, as a comment; the reason that we give is none."""
    rest = rest.strip()
    return "" if _LIKE.fullmatch(rest) else f"# {rest.lstrip('# ')}"


def _but_topics(value: object) -> object:
    """A value read from YAML without any topics, which is what must stay as it was."""
    if isinstance(value, dict):
        return {key: _but_topics(held) for key, held in value.items() if key != "topics"}
    return [_but_topics(held) for held in value] if isinstance(value, list) else value


def _above(key: str) -> Iterable[str]:
    while "." in key:
        key = key.rpartition(".")[0]
        yield key
