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


class Siblings:
    """Every unit of a record, in the order of the text, of which some are gathered into runs."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self._order = {unit.steps: place for place, unit in enumerate(units)}
        self._counted = _counted(units)
        paragraphs = (unit for unit in units if unit.level is Level.PARAGRAPH)
        numbers = {unit.steps: int(unit.report_steps[-1]) for unit in paragraphs}
        self._in_report = self._counted | numbers

    def runs(self, chosen: Iterable[Unit]) -> list[Run]:
        """Gather chosen units into runs; two neighbours stay single, as "a and b".

        A run has the place of its first unit; chosen units below one of its units follow it.

        Args:
            chosen: the units to gather, in the order of the text.
        """
        return self._runs(chosen, self._counted)

    def runs_in_report(self, chosen: Iterable[Unit]) -> list[Run]:
        """Gather chosen units by the numbers in their report: a run ends where one is skipped.

        Between two of our units the report may have paragraphs that were not adopted; a range
        would cite them too.
        """
        return self._runs(chosen, self._in_report)

    def _runs(self, chosen: Iterable[Unit], position: Mapping[Steps, int]) -> list[Run]:
        families: dict[Steps, list[Unit]] = {}
        for unit in chosen:
            families.setdefault(unit.steps[:-1], []).append(unit)
        stretches = (part for family in families.values() for part in _stretches(family, position))
        runs = (run for stretch in stretches for run in _cut(stretch))
        return sorted(runs, key=lambda run: self._order[run.first.steps])


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
