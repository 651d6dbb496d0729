"""Explains differences between published documents and the records by errata."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from compendium.comparing.differences import Difference, as_difference
from compendium.model.errata import Erratum


@dataclass(frozen=True, slots=True)
class Collation:
    """The outcome: explained differences with their errata, unexplained ones, and idle errata.

    `documents` are the keys of the documents that were compared, in the order of the manifest.
    """

    explained: tuple[tuple[Difference, Erratum], ...]
    unexplained: tuple[Difference, ...]
    idle: tuple[Erratum, ...]  # errata that explain nothing
    documents: tuple[str, ...] = ()

    @property
    def agrees(self) -> bool:
        """Whether every difference has its erratum and every erratum its difference."""
        return not self.unexplained and not self.idle

    def of(self, document: str) -> Collation:
        """The part of the outcome that concerns one document."""
        return Collation(
            tuple(pair for pair in self.explained if pair[0].document == document),
            tuple(difference for difference in self.unexplained if difference.document == document),
            tuple(erratum for erratum in self.idle if erratum.document == document),
            (document,),
        )


def explain(differences: Iterable[Difference], errata: Iterable[Erratum]) -> Collation:
    """Match differences with errata, one to one, by document, place, column and both texts."""
    unused: defaultdict[Difference, list[Erratum]] = defaultdict(list)
    for erratum in errata:
        unused[as_difference(erratum)].append(erratum)
    explained, unexplained = [], []
    for difference in sorted(differences):
        if unused[difference]:
            explained.append((difference, unused[difference].pop(0)))
        else:
            unexplained.append(difference)
    idle = tuple(erratum for remaining in unused.values() for erratum in remaining)
    return Collation(tuple(explained), tuple(unexplained), idle)
