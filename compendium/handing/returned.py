"""What a file from a translator says, whatever its form."""

from __future__ import annotations

from dataclasses import dataclass

from compendium.findings import Finding, Place
from compendium.handing.stamp import Stamp
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


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back: its languages as it tags them, its rows, what is wrong in them."""

    form: str
    source_tag: str
    target_tag: str
    rows: tuple[ReturnedRow, ...]
    findings: tuple[Finding, ...] = ()


def claimed(state: State | None, stamp: Stamp | None) -> State | None:
    """The state a translator claims: what the file says, unless it was handed over so."""
    return None if stamp is not None and stamp.state is state else state
