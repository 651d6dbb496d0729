"""The outcomes of the checks of a finished file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """One check of one file: the number of things it looked at, and their faults.

    If a check could not be done, `skipped` has the reason; that is not a fault.
    """

    check: str
    looked_at: int = 0
    faults: tuple[str, ...] = ()
    skipped: str = ""

    @property
    def passed(self) -> bool:
        """Whether the check found no fault."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Verified:
    """A finished file, and the outcomes of all its checks."""

    file: Path
    delivery: str
    language: str
    outcomes: tuple[Outcome, ...] = field(default=())


def outcome(check: str, looked_at: int, faults: Iterable[str]) -> Outcome:
    """Make the outcome of a check; equal faults are listed once, with their number."""
    counts: dict[str, int] = {}
    for fault in faults:
        counts[fault] = counts.get(fault, 0) + 1
    descriptions = (
        fault if count == 1 else f"{fault} ({count} times)" for fault, count in counts.items()
    )
    return Outcome(check, looked_at, tuple(descriptions))
