"""A difference between a document and the records, found in it or explained by an erratum."""

from __future__ import annotations

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


def as_difference(erratum: Erratum) -> Difference:
    """The difference that an erratum explains."""
    return Difference(
        erratum.document, erratum.place, erratum.column, erratum.printed, erratum.ours
    )
