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
_SHOWN_EACH = 3  # warnings of one code; if there are more, only the first is shown


def finding_lines(findings: Iterable[Finding], *, grouped: bool = False) -> str:
    """Show each finding in two lines, message and remedy; sorted by file and line, errors last.

    Args:
        findings: the findings to show.
        grouped: whether to show only the first of many warnings with one code, and their number.

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
    shown_codes: set[str] = set()
    for finding in warnings:
        many = grouped and counts[finding.code] > _SHOWN_EACH
        if not (many and finding.code in shown_codes):
            lines.append(_two_lines(finding))
        if many and finding.code not in shown_codes:
            more = counts[finding.code] - 1
            lines.append(f"  and {more} more of {finding.code} (--all lists them)")
        shown_codes.add(finding.code)
    return "\n".join([*lines, *map(_two_lines, errors)])


def _two_lines(finding: Finding) -> str:
    place, message, remedy = map(in_one_line, (str(finding.place), finding.message, finding.remedy))
    return f"{place}: {finding.code} {finding.severity}: {message}\n  {remedy}"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a command's output: a finding with its remedy, or a single other line."""

    text: str
    severity: Severity | None = None


def blocks(lines: Iterable[str]) -> Iterator[Block]:
    r"""Split the output of a command into findings, each with its remedy, and single other lines.

    >>> output = ["a.yaml:3: F001 error: it is missing", "  add it", "1 error in 2 files"]
    >>> [(block.severity, block.text.count("\n")) for block in blocks(output)]
    [(<Severity.ERROR: 'error'>, 1), (None, 0)]
    """
    block: Block | None = None
    for line in lines:
        match = _FINDING.match(line)
        if block and block.severity and line.startswith("  "):
            block = Block(f"{block.text}\n{line}", block.severity)
            continue
        if block:
            yield block
        block = Block(line, Severity(match[1]) if match else None)
    if block:
        yield block


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
    """The number of findings with a severity."""
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
    """A finding as fields of JSON."""
    return {
        "file": printable(finding.place.file),
        "line": finding.place.line,
        "code": finding.code,
        "severity": finding.severity.value,
        "message": printable(finding.message),
        "remedy": printable(finding.remedy),
    }
