"""What a check says of a finished file."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Outcome:
    """One check of one file: how many things it looked at, and what is wrong with them.

    A check that could not be done says why in `skipped`; that is no fault.
    """

    check: str
    looked_at: int = 0
    faults: tuple[str, ...] = ()
    skipped: str = ""

    @property
    def passed(self) -> bool:
        """Whether nothing was wrong."""
        return not self.faults


@dataclass(frozen=True, slots=True)
class Verified:
    """A finished file, and what all checks say of it."""

    file: Path
    delivery: str
    language: str
    outcomes: tuple[Outcome, ...] = field(default=())


def outcome(check: str, looked_at: int, faults: Iterable[str]) -> Outcome:
    """The outcome of a check; equal faults are told once, with their number."""
    counted: dict[str, int] = {}
    for fault in faults:
        counted[fault] = counted.get(fault, 0) + 1
    told = (fault if count == 1 else f"{fault} ({count} times)" for fault, count in counted.items())
    return Outcome(check, looked_at, tuple(told))
