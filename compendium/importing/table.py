"""The table of outcomes: the outcome of many documents, as a page and as data."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape

from compendium.findings import Severity
from compendium.importing.import_outcomes import Row, counted, summary
from compendium.printable import escaped
from compendium.reporting import count, finding_fields

_STYLE = """
body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; padding: 0 1rem }
table { border-collapse: collapse } td, th { padding: 0.2rem 0.8rem; text-align: start }
td { border-top: 1px solid #ccc; vertical-align: top } tr.failed { background: #ffe9e7 }
pre { font: inherit; margin: 0; white-space: pre-wrap } .count { text-align: end }
"""
_FAILED = ' class="failed"'


def table_page(rows: Sequence[Row]) -> str:
    """The table as a page: the number of documents for each outcome, then each document."""
    counts = "\n".join(
        f'<tr><th scope="row">{escape(became)}</th><td class="count">{number}</td></tr>'
        for became, number in counted(rows).items()
    )
    heads = "".join(
        f'<th scope="col">{head}</th>'
        for head in ("File", "Language", "Symbol", "What became of it", "Doubts")
    )
    lines = "\n".join(map(_line, rows))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Documents imported'
        f"</title><style>{_STYLE}</style></head><body>\n<h1>Documents imported</h1>\n"
        f"<p>{escape(summary(rows))}</p>\n<table>\n{counts}\n</table>\n<h2>The documents</h2>\n"
        f"<table><thead><tr>{heads}</tr></thead><tbody>\n{lines}\n</tbody></table></body></html>\n"
    )


def _line(row: Row) -> str:
    cells = "".join(
        f"<td>{escape(escaped(cell))}</td>" for cell in (str(row.path), row.language, row.symbol)
    )
    outcome = escape(escaped("\n".join(_said(row))))
    return (
        f"<tr{_FAILED if row.failed else ''}>{cells}"
        f"<td><strong>{escape(row.became)}</strong><pre>{outcome}</pre></td>"
        f"<td>{_doubts(row)}</td></tr>"
    )


def _doubts(row: Row) -> str:
    if not row.findings:
        return ""
    errors = count(row.findings, Severity.ERROR)
    shown = f"{len(row.findings)} doubts" + (f", {errors} of them errors" if errors else "")
    items = "\n".join(f"<li>{escape(escaped(line))}</li>" for line in _findings(row))
    return f"<details><summary>{shown}</summary><ul>{items}</ul></details>"


def _said(row: Row) -> Iterator[str]:
    yield from row.report
    if row.refusal is not None:
        yield row.refusal.message
        yield row.refusal.remedy


def _findings(row: Row) -> Iterator[str]:
    for finding in row.findings:
        yield f"{finding.place}: {finding.code} {finding.severity}: {finding.message}"


def table_json(rows: Iterable[Row]) -> str:
    """The table as data."""
    rows = tuple(rows)
    content = {
        "counts": {became.value: number for became, number in counted(rows).items()},
        "documents": [
            {
                "file": escaped(str(row.path)),
                "language": row.language,
                "symbol": row.symbol,
                "became": row.became.value,
                "failed": row.failed,
                "told": list(row.report),
                "error": row.refusal.message if row.refusal else "",
                "remedy": row.refusal.remedy if row.refusal else "",
                "findings": [finding_fields(finding) for finding in row.findings],
            }
            for row in rows
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


# The ending of a file: the function that makes its content.
FORMS: dict[str, Callable[[Sequence[Row]], str]] = {".html": table_page, ".json": table_json}
