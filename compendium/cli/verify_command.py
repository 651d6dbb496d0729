"""`compendium verify`: check finished editions, write a report of their faults."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from compendium.cli.options import FOLDER, RESULT
from compendium.errors import ExitCode
from compendium.files import write_all
from compendium.model.bounds import PROCESSES
from compendium.printable import escaped
from compendium.verifying.finished_files import finished_files
from compendium.verifying.report import report_html, report_json, report_lines
from compendium.verifying.verapdf import find_verapdf
from compendium.verifying.verification import failures
from compendium.verifying.verification import verify as verify_files


@click.command()
@click.option(
    "--editions",
    type=FOLDER,
    default=Path("output/editions"),
    show_default=True,
    help="The folder of editions, with one folder for each language.",
)
@click.option(
    "--verapdf",
    type=FOLDER,
    default=Path(".cache/verapdf"),
    show_default=True,
    help="The folder of veraPDF. Without it, or without Java, its checks are skipped.",
)
@click.option(
    "--processes",
    type=click.IntRange(1, PROCESSES),
    default=2,
    show_default=True,
    help="The number of files to check at a time.",
)
@click.option(
    "--language",
    "languages",
    metavar="CODE",
    multiple=True,
    help="A language to verify (repeatable).  [default: all]",
)
@click.option(
    "--output", type=RESULT, help="Write the report to this file, as HTML, and as JSON beside it."
)
def verify(
    editions: Path, verapdf: Path, processes: int, languages: tuple[str, ...], output: Path | None
) -> ExitCode:
    """Check finished editions with programs that took no part in making them."""
    verified = verify_files(
        finished_files(editions, languages),
        vera=find_verapdf(verapdf),
        processes=processes,
        progress=partial(click.echo, err=True),
    )
    if output is not None:
        page, data = report_html(verified), report_json(verified)
        write_all({output: page.encode(), output.with_suffix(".json"): data.encode()})
    click.echo(escaped(report_lines(verified)))
    return ExitCode.FINDINGS if failures(verified) else ExitCode.OK
