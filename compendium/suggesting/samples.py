"""The samples to learn from: the text of each unit in context, and its topics."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from compendium.model.corpus import Corpus
from compendium.model.gatherings import Meeting, Session
from compendium.model.markup import without_markup
from compendium.model.units import Unit, units_of


@dataclass(frozen=True, slots=True)
class Sample:
    """A unit with its text in context: the chapeau above it, its own words, and the units below."""

    unit: Unit
    text: str


def samples_of(gathering: Meeting | Session) -> list[Sample]:
    """Every unit of a gathering in its context."""
    units = list(units_of(gathering))
    return [Sample(unit, _in_context(unit, units)) for unit in units]


def assigned_samples(corpus: Corpus) -> list[Sample]:
    """The units to which editors assigned topics, body by body."""
    gatherings = (g for body in corpus.bodies for g in corpus.gatherings(body.key))
    return [s for gathering in gatherings for s in samples_of(gathering) if s.unit.topics]


def _in_context(unit: Unit, units: Iterable[Unit]) -> str:
    related = (other for other in units if _is_line(unit.key, other.key))
    return " ".join(without_markup(other.text) for other in related)


def _is_line(key: str, other: str) -> bool:
    """Whether one of two units is above the other, or both are the same."""
    return f"{other}.".startswith(f"{key}.") or f"{key}.".startswith(f"{other}.")
