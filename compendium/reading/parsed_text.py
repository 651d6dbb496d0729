"""What one YAML text says: plain values, and where each stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from compendium.findings import Finding
from compendium.model.value import Way

# The way from the top of a file to a value: names of fields and numbers in lists, as text.


@dataclass(frozen=True, slots=True)
class Position:
    """The line of a key (or of a list's dash), and the first and last line of its value."""

    key: int
    first: int
    last: int


@dataclass(slots=True)
class Nodes:
    """What one file says: plain values, where each stands, and the faults of its form."""

    file: str
    value: object = None
    positions: dict[Way, Position] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    @property
    def broken(self) -> bool:
        """Whether the text could not be read as YAML at all."""
        return not self.positions
