"""What a file from a translator says, whatever its form."""

from __future__ import annotations

from dataclasses import dataclass, replace

from compendium.exchange.stamp import Stamp
from compendium.findings import Finding, Place, Severity
from compendium.model.characters import in_one_form
from compendium.texts.states import State


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One text as it came back.

    `claim` is the state that the translator gave the text, None if that was left as it was;
    `stamp` is None where a tool dropped it, `source` where the form has none.
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
    """A file that came back: its languages as it tags them, its rows, what is wrong in them."""

    form: str
    source_tag: str
    target_tag: str
    rows: tuple[ReturnedRow, ...]
    findings: tuple[Finding, ...] = ()

    def in_one_form(self) -> Returned:
        """The file with each letter and its accents as one character, as catalogues hold them."""
        return replace(self, rows=tuple(row.in_one_form() for row in self.rows))


def claimed(state: State | None, stamp: Stamp | None) -> State | None:
    """The state a translator claims: what the file says, unless it was handed over so."""
    return None if stamp is not None and stamp.state is state else state


def left_out(place: Place, told: str) -> Finding:
    """H016: something in the file that is not taken back, for an editor to read there."""
    remedy = "read it in the file; it is not taken back"
    return Finding(place, "H016", told, remedy, Severity.WARNING)
