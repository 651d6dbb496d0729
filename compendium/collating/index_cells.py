"""The cells of an index row as we generate them from the records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compendium.collating.published_words import published_language
from compendium.indexing.locators import locator_run, write_run
from compendium.indexing.references import write_references
from compendium.indexing.runs import Siblings
from compendium.languages.forms import join, record_name
from compendium.model.units import Unit, units_of

BETWEEN_COLUMNS = " | "


@dataclass(frozen=True, slots=True)
class OwnCells:
    """What we would print for some units of one record; all empty if there are none."""

    locators: str = ""
    references: str = ""
    symbol: str = ""
    record: str = ""

    @property
    def whole(self) -> str:
        """Locators and references together."""
        return both_columns(self.locators, self.references)


def both_columns(locators: str, references: str) -> str:
    """Two cells of a row, as a difference shows them; empty if both cells are empty."""
    return f"{locators}{BETWEEN_COLUMNS}{references}" if locators or references else ""


def own_cells(units: Sequence[Unit]) -> OwnCells:
    """The cells for some units of one record, in the order of the text."""
    if not units:
        return OwnCells()
    language = published_language()
    gathering, record = units[0].gathering, units[0].record
    siblings = Siblings([unit for unit in units_of(gathering) if unit.record == record])
    runs = siblings.runs(units)
    preambular = [run for run in runs if run.first.in_preamble]
    operative = [run for run in runs if not run.first.in_preamble]
    locators = [
        join([write_run(locator_run(run), language) for run in group], language)
        for group in (preambular, operative)
        if group
    ]
    symbol = record.symbol if record else None
    return OwnCells(
        locators=language.references.after_preambular.join(locators),
        references=write_references(siblings.runs_in_report(units), language),
        symbol=symbol or (gathering.report.symbol if gathering.report else ""),
        record=record_name(record, language) if record else "",
    )
