"""Gathers units into runs: siblings that follow each other without a gap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from compendium.model.units import Level, Unit

SHORTEST_RANGE = 3
Steps: TypeAlias = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """A single unit, or the first and the last of three or more siblings in sequence."""

    first: Unit
    last: Unit

    @property
    def is_range(self) -> bool:
        """Whether the run contains more than one unit."""
        return self.first is not self.last


def runs_of(chosen: Iterable[Unit], siblings: Sequence[Unit]) -> list[Run]:
    """Gather chosen units into runs; two neighbours stay single, as "a and b".

    A run has the place of its first unit; chosen units below one of its units follow it.

    Args:
        chosen: the units to gather, in the order of the text.
        siblings: every unit of the same record, in the order of the text.
    """
    return _runs(chosen, siblings, _counted(siblings))


def runs_in_report(chosen: Iterable[Unit], siblings: Sequence[Unit]) -> list[Run]:
    """Gather chosen units by the numbers in their report: a run ends where a number is skipped.

    Between two of our units the report may have paragraphs that were not adopted; a range would
    cite them too.
    """
    numbered = {
        unit.steps: int(unit.report_steps[-1]) for unit in siblings if unit.level is Level.PARAGRAPH
    }
    return _runs(chosen, siblings, {**_counted(siblings), **numbered})


def _runs(
    chosen: Iterable[Unit], siblings: Sequence[Unit], position: Mapping[Steps, int]
) -> list[Run]:
    families: dict[Steps, list[Unit]] = {}
    for unit in chosen:
        families.setdefault(unit.steps[:-1], []).append(unit)
    stretches = (part for family in families.values() for part in _stretches(family, position))
    order = {unit.steps: place for place, unit in enumerate(siblings)}
    runs = (run for stretch in stretches for run in _cut(stretch))
    return sorted(runs, key=lambda run: order[run.first.steps])


def _stretches(family: Sequence[Unit], position: Mapping[Steps, int]) -> Iterator[list[Unit]]:
    """Split the children of one parent where a number is skipped."""
    stretch: list[Unit] = []
    for unit in family:
        if stretch and position[unit.steps] != position[stretch[-1].steps] + 1:
            yield stretch
            stretch = []
        stretch.append(unit)
    yield stretch


def _cut(stretch: list[Unit]) -> list[Run]:
    if len(stretch) >= SHORTEST_RANGE:
        return [Run(stretch[0], stretch[-1])]
    return [Run(unit, unit) for unit in stretch]


def _counted(units: Sequence[Unit]) -> dict[Steps, int]:
    """The position of every unit among its siblings, by its steps from their record."""
    counts: dict[Steps, int] = {}
    positions = {}
    for unit in units:
        parent = unit.steps[:-1]
        counts[parent] = counts.get(parent, 0) + 1
        positions[unit.steps] = counts[parent]
    return positions
