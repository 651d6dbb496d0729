"""What a check of a translation is: it finds faults in a pair of source and translation."""

from __future__ import annotations

from dataclasses import dataclass

from compendium.findings import Severity


@dataclass(frozen=True, slots=True)
class TextFault:
    """One fault of a translation: its code, what it is, what a translator does about it."""

    code: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
