"""What a check of text is: it finds faults in one text, each at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from compendium.findings import Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: where in the text it starts, and what it is."""

    start: int
    message: str


@dataclass(frozen=True, slots=True)
class TextCheck:
    """One check: its code, how it finds faults, what an editor does about them."""

    code: str
    find: Callable[[str], Iterator[Fault]]
    remedy: str
    severity: Severity = Severity.ERROR
