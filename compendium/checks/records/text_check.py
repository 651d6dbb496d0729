"""A check of one text of the records: it finds the spots of one kind of fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from compendium.checks.fault import Fault
from compendium.findings import Severity

# Where in a text a fault starts, and what it is.
Spot = tuple[int, str]


@dataclass(frozen=True, slots=True)
class TextCheck:
    """One check: its code, how it finds the spots, what an editor does about them."""

    code: str
    find: Callable[[str], Iterator[Spot]]
    remedy: str
    severity: Severity = Severity.ERROR

    def faults(self, text: str) -> Iterator[Fault]:
        """The faults of a text, in the order in which they are found."""
        for start, message in self.find(text):
            yield Fault(self.code, message, self.remedy, self.severity, start)
