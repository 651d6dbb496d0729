"""Import of many documents: report each as in a single import, and write a table of results."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from compendium.cli.imported import say_findings
from compendium.cli.options import RESULT
from compendium.cli.progress import Ticker
from compendium.cli.saying import say, say_line
from compendium.errors import ExitCode, InputError, UserError
from compendium.files import check_writable, is_same, write_text
from compendium.importing.folders import documents_in
from compendium.importing.import_outcomes import Became, Row, summary
from compendium.importing.many import ImportOptions, import_many
from compendium.importing.run import Run
from compendium.importing.table import FORMS

_MOST_NAMED = 5  # files in a message


def _reports(_: click.Context, __: click.Parameter, paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Check that each file for the table has a known ending."""
    for path in paths:
        if path.suffix.lower() not in FORMS:
            raise click.BadParameter(f"'{path}' does not end in {' or '.join(FORMS)}.")
    return paths


report_option = click.option(
    "--report",
    "reports",
    type=RESULT,
    multiple=True,
    callback=_reports,
    help="Write a table of the result of each document: .html or .json (repeatable).",
)
processes_option = click.option(
    "--processes",
    type=click.IntRange(min=1),
    default=1,
    show_default=True,
    help="The number of documents to read at a time.",
)


def import_several(
    files: Sequence[Path], run: Run, options: ImportOptions, reports: Sequence[Path]
) -> int:
    """Import documents and folders of them, and report the result of each.

    Raises:
        InputError: if there is none, --symbol is used, or a report would replace a document.
    """
    _check(files, options, reports)
    documents = documents_in(files, reports)
    for report in reports:
        check_writable(report.parent)  # before work that may take long
    ticker = Ticker("import")

    def progress(what: str, done: int, of: int) -> None:
        ticker.say(f"{done} of {of} {what}")

    rows = [Row(path, "", "", Became.NO_DOCUMENT) for path in documents.others]
    for written in import_many(documents.documents, run, replace(options, progress=progress)):
        for row in written.rows:
            _say_row(row)
        say_findings(written.findings)
        rows += written.rows
    if documents.others:
        say(_passed_over(documents.others), kind="warning")
    order = {p: place for place, p in enumerate((*documents.documents, *documents.others))}
    _report(sorted(rows, key=lambda row: order[row.path]), reports)
    return ExitCode.FINDINGS if any(row.failed for row in rows) else ExitCode.OK


def _check(files: Sequence[Path], options: ImportOptions, reports: Sequence[Path]) -> None:
    """Refuse options that do not fit several documents, before any is read.

    Raises:
        InputError: if --symbol is used, or a report would replace a document.
    """
    if options.editor_input.symbol is not None:
        raise InputError(
            "--symbol applies to one document, but there are several",
            remedy="omit it, or import that document alone",
        )
    for report in reports:
        if any(is_same(report, file) for file in files):
            raise InputError(f"{report}: this is a document", remedy="name another --report")


def _report(rows: Sequence[Row], reports: Sequence[Path]) -> None:
    """Write the tables of results, and print how many documents had which."""
    for report in reports:
        write_text(report, FORMS[report.suffix.lower()](rows))
        say_line(f"{report}: written")
    click.echo(summary(rows))


def _passed_over(others: Sequence[Path]) -> UserError:
    """The warning about files in folders whose names do not end like those of documents."""
    names = [*map(str, others[:_MOST_NAMED]), *(["…"] if len(others) > _MOST_NAMED else [])]
    return UserError(
        f"files were not read, because their names are not those of documents: {len(others)} "
        f"({', '.join(names)})",
        remedy="if some are documents, name them one by one",
    )


def _say_row(row: Row) -> None:
    say_findings(row.findings)
    if row.refusal is not None:
        say(UserError(row.refusal.message, remedy=row.refusal.remedy))
    say_line(f"{row.path}: {row.became}")
    for line in row.report:
        click.echo(line)
