"""Makes the rows to hand over: texts, each with its translation, state and context."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polib

from compendium.errors import InputError
from compendium.exchange.stamp import Stamp, checksum
from compendium.languages.language import Language
from compendium.texts.catalogue import state_of
from compendium.texts.states import State, is_translated
from compendium.texts.text_units import TextUnit


@dataclass(frozen=True, slots=True)
class Row:
    """One text with its present translation.

    `symbol` is the symbol of the document of an official text; `previous` is the source from
    which a fuzzy translation was made.
    """

    key: str
    catalogue: str
    source: str
    target: str
    state: State
    symbol: str | None
    previous: str | None
    context: tuple[str, ...]

    @property
    def stamp(self) -> Stamp:
        """The stamp, which distinguishes a changed text from an unchanged one."""
        return Stamp(checksum(self.source), checksum(self.target), self.state)

    @property
    def is_translated(self) -> bool:
        """Whether the present source is translated."""
        return is_translated(self.state)


@dataclass(frozen=True, slots=True)
class Handover:
    """The rows for one translator, from one language into another."""

    source: Language
    target: Language
    rows: tuple[Row, ...]

    def in_catalogues(self) -> dict[str, list[Row]]:
        """The rows by catalogue, both in the order of the records."""
        by_catalogue: dict[str, list[Row]] = {}
        for row in self.rows:
            by_catalogue.setdefault(row.catalogue, []).append(row)
        return by_catalogue


def make_rows(units: Iterable[TextUnit], entries: Mapping[str, polib.POEntry]) -> tuple[Row, ...]:
    """Combine each text with its translation.

    Args:
        units: the texts of the records.
        entries: the entries of all catalogues of the language, by key.

    Raises:
        InputError: if the catalogues do not match the records: texts from them could not be
            taken back.
    """
    rows: list[Row] = []
    for unit in units:
        entry = entries.get(unit.key)
        if entry is None or entry.msgid != unit.text:
            raise InputError(
                f"the catalogues are not up to date: see {unit.key} in {unit.catalogue}",
                remedy="update them: compendium merge",
            )
        rows.append(_row(unit, entry))
    return tuple(rows)


def _row(unit: TextUnit, entry: polib.POEntry) -> Row:
    state, symbol = state_of(entry)
    return Row(
        key=unit.key,
        catalogue=unit.catalogue,
        source=unit.text,
        target=entry.msgstr,
        state=state,
        symbol=symbol,
        previous=entry.previous_msgid if state is State.FUZZY else None,
        context=unit.context,
    )


def select(
    rows: Iterable[Row], states: frozenset[State], catalogues: frozenset[str]
) -> tuple[Row, ...]:
    """The rows in some states and some catalogues; an empty set means all.

    Raises:
        InputError: if a catalogue that was named has no row.
    """
    rows = tuple(rows)
    available = dict.fromkeys(row.catalogue for row in rows)
    for name in sorted(catalogues - available.keys()):
        raise InputError(
            f"there is no catalogue {name!r}", remedy=f"choose among: {', '.join(available)}"
        )
    return tuple(
        row
        for row in rows
        if (not states or row.state in states) and (not catalogues or row.catalogue in catalogues)
    )
