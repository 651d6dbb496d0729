"""The content of a translator's file, whatever its form."""

from __future__ import annotations

from dataclasses import dataclass, replace

from compendium.exchange.stamp import Stamp
from compendium.findings import Finding, Place, Severity
from compendium.model.characters import in_one_form
from compendium.texts.states import State


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One returned text.

    `claim` is the state that the translator gave the text, or None if it is unchanged. `stamp` is
    None if a tool dropped it; `source` is None if the form has none.
    """

    place: Place
    key: str
    source: str | None
    target: str
    stamp: Stamp | None = None
    claim: State | None = None

    def in_one_form(self) -> ReturnedRow:
        """The row with each letter and its accents as one character."""
        source = None if self.source is None else in_one_form(self.source)
        return replace(self, source=source, target=in_one_form(self.target))


@dataclass(frozen=True, slots=True)
class Returned:
    """A returned file: its form, its language tags, its rows, and the faults in them."""

    form: str
    source_tag: str
    target_tag: str
    rows: tuple[ReturnedRow, ...]
    findings: tuple[Finding, ...] = ()

    def in_one_form(self) -> Returned:
        """The file with each letter and its accents as one character, as in catalogues."""
        return replace(self, rows=tuple(row.in_one_form() for row in self.rows))


def claimed(state: State | None, stamp: Stamp | None) -> State | None:
    """The state that a translator claims: the state in the file, unless it was handed over so."""
    return None if stamp is not None and stamp.state is state else state


def left_out(place: Place, message: str) -> Finding:
    """Finding H016: something in the file that is not taken back, for an editor to read there."""
    remedy = "read it in the file; it is not taken back"
    return Finding(place, "H016", message, remedy, Severity.WARNING)
