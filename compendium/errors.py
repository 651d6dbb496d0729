"""Errors that a person can remedy, each with its exit code."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

from compendium.findings import Finding


class ExitCode(IntEnum):
    """The exit codes of the program."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    INPUT = 3
    OUTPUT = 4
    TOOL = 5
    BUG = 70
    INTERRUPTED = 130


class UserError(Exception):
    """An error to show without a traceback: the fault, its place, and what to do."""

    exit_code = ExitCode.INPUT

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class InputError(UserError):
    """A file is missing, or cannot be read as the expected kind."""

    exit_code = ExitCode.INPUT


class FindingsError(UserError):
    """Sources that cannot be read whole: every finding says where and why."""

    exit_code = ExitCode.FINDINGS

    def __init__(self, findings: Sequence[Finding], files: int) -> None:
        remedy = "run `compendium check`, and correct what it finds"
        super().__init__("the sources have faults", remedy=remedy)
        self.findings = findings
        self.files = files


class OutputError(UserError):
    """A file cannot be written."""

    exit_code = ExitCode.OUTPUT


class ToolError(UserError):
    """An outside program or a font is missing, or a program failed."""

    exit_code = ExitCode.TOOL
