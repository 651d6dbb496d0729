"""Findings as text: lines for people, JSON for programs."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from compendium.findings import Finding, Severity
from compendium.printable import in_one_line, printable

_FINDING = re.compile(rf".+: [A-Z]\d{{3}} ({'|'.join(Severity)}): ")
_SHOWN_EACH = 3  # warnings of one code; of more, the first stands for all


def finding_lines(findings: Iterable[Finding], *, grouped: bool = False) -> str:
    """Each finding in two lines: where and what, then what to do; by file and line, errors last.

    Args:
        findings: what to show.
        grouped: whether many warnings of one code are one, with their number.

    >>> from compendium.findings import Place
    >>> print(finding_lines([Finding(Place("a.yaml", 3), "F001", "it is missing", "add it")]))
    a.yaml:3: F001 error: it is missing
      add it
    """
    ordered = sorted(findings)
    warnings = [finding for finding in ordered if finding.severity is Severity.WARNING]
    errors = [finding for finding in ordered if finding.severity is not Severity.WARNING]
    counts = Counter(finding.code for finding in warnings)
    lines: list[str] = []
    told: set[str] = set()
    for finding in warnings:
        many = grouped and counts[finding.code] > _SHOWN_EACH
        if not (many and finding.code in told):
            lines.append(_told(finding))
        if many and finding.code not in told:
            more = counts[finding.code] - 1
            lines.append(f"  and {more} more of {finding.code} (--all lists them)")
        told.add(finding.code)
    return "\n".join([*lines, *map(_told, errors)])


def _told(finding: Finding) -> str:
    place, message, remedy = map(in_one_line, (str(finding.place), finding.message, finding.remedy))
    return f"{place}: {finding.code} {finding.severity}: {message}\n  {remedy}"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of what a command said: a finding with its remedy, or a line that is none."""

    text: str
    severity: Severity | None = None


def blocks(lines: Iterable[str]) -> Iterator[Block]:
    r"""The findings among lines that a command said, each whole, and the other lines one by one.

    >>> said = ["a.yaml:3: F001 error: it is missing", "  add it", "1 error in 2 files"]
    >>> [(block.severity, block.text.count("\n")) for block in blocks(said)]
    [(<Severity.ERROR: 'error'>, 1), (None, 0)]
    """
    waiting: Block | None = None
    for line in lines:
        found = _FINDING.match(line)
        if waiting and waiting.severity and line.startswith("  "):
            waiting = Block(f"{waiting.text}\n{line}", waiting.severity)
            continue
        if waiting:
            yield waiting
        waiting = Block(line, Severity(found[1]) if found else None)
    if waiting:
        yield waiting


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
        "findings": [finding_fields(finding) for finding in sorted(findings)],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def finding_fields(finding: Finding) -> dict[str, str | int]:
    """A finding as it stands in JSON."""
    return {
        "file": printable(finding.place.file),
        "line": finding.place.line,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": printable(finding.message),
        "remedy": printable(finding.remedy),
    }
