"""Findings as text: lines for people, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from compendium.findings import Finding, Severity
from compendium.printable import printable


def finding_lines(findings: Iterable[Finding]) -> str:
    """Each finding in two lines: where and what, then what to do; in order of file and line.

    >>> from compendium.findings import Place
    >>> print(finding_lines([Finding(Place("a.yaml", 3), "F001", "it is missing", "add it")]))
    a.yaml:3: F001 error: it is missing
      add it
    """
    return "\n".join(
        printable(f"{finding.place}: {finding.code} {finding.severity}: {finding.message}")
        + printable(f"\n  {finding.remedy}")
        for finding in sorted(findings)
    )


def summary(findings: Sequence[Finding], files: int) -> str:
    """The last line of a check.

    >>> summary([], 27)
    '0 errors, 0 warnings in 27 files'
    """
    errors, warnings = count(findings, Severity.ERROR), count(findings, Severity.WARNING)
    return (
        f"{errors} error{'' if errors == 1 else 's'}, "
        f"{warnings} warning{'' if warnings == 1 else 's'} in "
        f"{files} file{'' if files == 1 else 's'}"
    )


def count(findings: Iterable[Finding], severity: Severity) -> int:
    """How many findings are of a severity."""
    return sum(finding.severity is severity for finding in findings)


def finding_json(findings: Sequence[Finding], files: int) -> str:
    """The findings as JSON, with the counts of the summary."""
    content = {
        "files": files,
        "errors": count(findings, Severity.ERROR),
        "warnings": count(findings, Severity.WARNING),
        "findings": [
            {
                "file": printable(finding.place.file),
                "line": finding.place.line,
                "code": finding.code,
                "severity": finding.severity.value,
                "message": printable(finding.message),
                "remedy": printable(finding.remedy),
            }
            for finding in sorted(findings)
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
