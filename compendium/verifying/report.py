"""Writes the report of a verification: text for the terminal, JSON, and an HTML page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from compendium.verifying.check_outcomes import Outcome, Verified
from compendium.verifying.verification import failures


@dataclass(slots=True)
class Row:
    """The sums of one check over all files."""

    check: str
    files: int = 0
    looked_at: int = 0
    faults: int = 0
    skipped: int = 0
    why: str = ""


def summary_rows(verified: Sequence[Verified]) -> list[Row]:
    """One row for each check, in the order of the checks."""
    rows: dict[str, Row] = {}
    for file in verified:
        for outcome in file.outcomes:
            _add(rows.setdefault(outcome.check, Row(outcome.check)), outcome)
    return list(rows.values())


def _add(row: Row, outcome: Outcome) -> None:
    if outcome.skipped:
        row.skipped += 1
        row.why = outcome.skipped
        return
    row.files += 1
    row.looked_at += outcome.looked_at
    row.faults += len(outcome.faults)


def report_lines(verified: Sequence[Verified]) -> str:
    """A table of the checks, then every fault, then a line of summary."""
    lines = [f"{'check':<14} {'files':>5} {'looked at':>10} {'faults':>6}"]
    for row in summary_rows(verified):
        note = f"  {row.skipped} skipped: {row.why}" if row.skipped else ""
        lines.append(f"{row.check:<14} {row.files:>5} {row.looked_at:>10} {row.faults:>6}{note}")
    faults = failures(verified)
    lines += [f"{path}: {check}: {fault}" for path, check, fault in faults]
    count = len(faults)
    skipped = _skipped(verified)
    lines.append(
        f"verified {len(verified)} files: {count} fault{'' if count == 1 else 's'}"
        + (f"; left out, which is no fault: {skipped}" if skipped else "")
    )
    return "\n".join(lines)


def _skipped(verified: Sequence[Verified]) -> str:
    """The skipped checks, with reasons."""
    checks: dict[str, list[str]] = {}
    for row in summary_rows(verified):
        if row.skipped:
            checks.setdefault(row.why, []).append(row.check)
    return ", ".join(f"{' and '.join(skipped)} ({why})" for why, skipped in checks.items())


def report_json(verified: Sequence[Verified]) -> str:
    """Every outcome of every file, as JSON."""
    content = {
        "files": len(verified),
        "faults": len(failures(verified)),
        "outcomes": [
            {
                "file": file.file.as_posix(),
                "language": file.language,
                "delivery": file.delivery,
                "check": outcome.check,
                "looked_at": outcome.looked_at,
                "faults": list(outcome.faults),
                "skipped": outcome.skipped or None,
            }
            for file in verified
            for outcome in file.outcomes
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def report_html(verified: Sequence[Verified]) -> str:
    """A page with a table of the checks and a table of the files."""
    checks = [row.check for row in summary_rows(verified)]
    return _PAGE.format(
        summary=escape(report_lines(verified).splitlines()[-1]),
        checks="\n".join(
            f'<tr><th scope="row">{escape(row.check)}</th><td>{row.files}</td>'
            f"<td>{row.looked_at}</td><td>{row.faults}</td><td>{escape(row.why)}</td></tr>"
            for row in summary_rows(verified)
        ),
        heads="".join(f'<th scope="col">{escape(check)}</th>' for check in checks),
        files="\n".join(_file_row(file, checks) for file in verified),
        faults="\n".join(
            f"<li>{escape(path.as_posix())}: {escape(check)}: {escape(fault)}</li>"
            for path, check, fault in failures(verified)
        )
        or "<li>none</li>",
    )


def _file_row(file: Verified, checks: Sequence[str]) -> str:
    by_check = {outcome.check: outcome for outcome in file.outcomes}
    cells = "".join(f"<td>{_word(by_check.get(check))}</td>" for check in checks)
    return f'<tr><th scope="row">{escape(file.file.as_posix())}</th>{cells}</tr>'


def _word(outcome: Outcome | None) -> str:
    if outcome is None:
        return ""
    if outcome.skipped:
        return "skipped"
    return "passed" if outcome.passed else f"<strong>{len(outcome.faults)} faults</strong>"


_PAGE = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Verification of the editions</title>
<style>
body {{ font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; }}
table {{ border-collapse: collapse; }}
th, td {{ text-align: start; padding: 0.2rem 0.8rem; border-bottom: 1px solid #ccc; }}
div {{ overflow-x: auto; }}
strong {{ color: #a40000; }}
</style>
</head>
<body>
<main>
<h1>Verification of the editions</h1>
<p>{summary}</p>
<h2>Checks</h2>
<table>
<thead><tr><th scope="col">Check</th><th scope="col">Files</th><th scope="col">Looked at</th>
<th scope="col">Faults</th><th scope="col">Skipped</th></tr></thead>
<tbody>
{checks}
</tbody>
</table>
<h2>Faults</h2>
<ul>
{faults}
</ul>
<h2>Files</h2>
<div tabindex="0" role="region" aria-label="Files"><table>
<thead><tr><th scope="col">File</th>{heads}</tr></thead>
<tbody>
{files}
</tbody>
</table></div>
</main>
</body>
</html>
"""
