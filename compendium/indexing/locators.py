"""Makes locators, the places of units in the compendium, such as `IV.46.j.iv` or `V.PP.9`."""

from __future__ import annotations

from compendium.indexing.runs import Run
from compendium.languages.language import Language
from compendium.model.roman import to_roman
from compendium.model.units import PREAMBULAR_STEP, Unit
from compendium.model.value import Value


class LocatorRun(Value):
    """A locator, or the two ends of a range of locators, with the keys of their units."""

    first: str
    first_key: str
    last: str | None = None
    last_key: str | None = None


def locator(unit: Unit) -> str:
    """The locator of a unit: the Roman ordinal of its gathering, then its steps."""
    record = [unit.record.segment] if unit.record and unit.record.segment else []
    steps = ["PP" if step == PREAMBULAR_STEP else step for step in unit.steps]
    return ".".join([to_roman(unit.gathering.ordinal), *record, *steps])


def locator_run(run: Run) -> LocatorRun:
    """The locator of a run; the end of a range repeats only its own step: `IV.30–36`."""
    if not run.is_range:
        return LocatorRun(first=locator(run.first), first_key=run.first.key)
    return LocatorRun(
        first=locator(run.first),
        first_key=run.first.key,
        last=run.last.steps[-1],
        last_key=run.last.key,
    )


def write_run(run: LocatorRun, language: Language) -> str:
    """The text of a locator or a range in a language."""
    if run.last is None:
        return run.first
    return language.range.format(first=run.first, last=run.last)
