"""A fault of one text, before its place in a file is known."""

from __future__ import annotations

from dataclasses import dataclass

from compendium.findings import Severity


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: its code, what it is, what to do about it, and where in the text it starts."""

    code: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
    start: int = 0
