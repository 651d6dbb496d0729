"""Runs: siblings that follow each other without a gap."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from compendium.model.units import Unit

SHORTEST_RANGE = 3


@dataclass(frozen=True, slots=True)
class Run:
    """A single unit, or the first and the last of three or more siblings in sequence."""

    first: Unit
    last: Unit

    @property
    def is_range(self) -> bool:
        """Whether the run stands for more than one unit."""
        return self.first is not self.last


def runs_of(chosen: Iterable[Unit], siblings: Sequence[Unit]) -> list[Run]:
    """Gather chosen units into runs; two neighbours stay single, as "a and b".

    Args:
        chosen: the units to gather, in the order of the text.
        siblings: every unit of the same record, in the order of the text.
    """
    place = _places(siblings)
    stretches: list[list[Unit]] = []
    for unit in chosen:
        parent, position = place[unit.key]
        if stretches and place[stretches[-1][-1].key] == (parent, position - 1):
            stretches[-1].append(unit)
        else:
            stretches.append([unit])
    return [run for stretch in stretches for run in _cut(stretch)]


def _cut(stretch: list[Unit]) -> list[Run]:
    if len(stretch) >= SHORTEST_RANGE:
        return [Run(stretch[0], stretch[-1])]
    return [Run(unit, unit) for unit in stretch]


def _places(units: Sequence[Unit]) -> dict[str, tuple[tuple[str, ...], int]]:
    counts: dict[tuple[str, ...], int] = {}
    places = {}
    for unit in units:
        parent = unit.steps[:-1]
        counts[parent] = counts.get(parent, 0) + 1
        places[unit.key] = (parent, counts[parent])
    return places
