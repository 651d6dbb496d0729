"""Differences between a published document and the records, and the errata that explain them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from compendium.model.errata import Column, Erratum


@dataclass(frozen=True, order=True, slots=True)
class Difference:
    """One difference: the document, the place in it, what it prints and what we have."""

    document: str
    place: str
    column: Column
    printed: str
    ours: str


@dataclass(frozen=True, slots=True)
class Collation:
    """The outcome: explained differences with their errata, and what is left on either side."""

    explained: tuple[tuple[Difference, Erratum], ...]
    unexplained: tuple[Difference, ...]
    idle: tuple[Erratum, ...]  # errata that explain nothing

    @property
    def agrees(self) -> bool:
        """Whether every difference has its erratum and every erratum its difference."""
        return not self.unexplained and not self.idle


def explain(differences: Iterable[Difference], errata: Iterable[Erratum]) -> Collation:
    """Match differences with errata, one to one, on document, place, column and both texts."""
    waiting = list(errata)
    by_difference = {_as_difference(erratum): erratum for erratum in waiting}
    seen: Counter[Difference] = Counter()
    explained, unexplained = [], []
    for difference in sorted(differences):
        erratum = by_difference.get(difference)
        if erratum is None or seen[difference]:
            unexplained.append(difference)
        else:
            explained.append((difference, erratum))
        seen[difference] += 1
    used = {id(erratum) for _, erratum in explained}
    idle = tuple(erratum for erratum in waiting if id(erratum) not in used)
    return Collation(tuple(explained), tuple(unexplained), idle)


def _as_difference(erratum: Erratum) -> Difference:
    return Difference(
        erratum.document, erratum.place, erratum.column, erratum.printed, erratum.ours
    )
