"""Findings: the results of checks, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """The weight of a finding: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A place in a file; lines and columns count from one, zero means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One fault or doubt, with its place and what to do about it.

    Codes are documented in `docs/codes.md`, never change, and are never reused.
    """

    place: Place
    code: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
