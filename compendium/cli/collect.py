"""`compendium collect`: sources in, records.json out."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.options import output_option, sources_option
from compendium.errors import ExitCode
from compendium.files import write_text
from compendium.reading import read_sources
from compendium.reading.records import dump_records
from compendium.reporting import finding_lines, summary


@click.command()
@sources_option
@click.option(
    "--errata",
    "with_errata",
    is_flag=True,
    help="Hold the errata as well, to keep the state that an edition is published from.",
)
@output_option
def collect(sources: Path, output: Path, *, with_errata: bool) -> int:
    """Collect all sources into one file of records (JSON), if they obey their schema."""
    reading = read_sources(sources)
    if reading.findings:
        click.echo(finding_lines(reading.findings), err=True)
    if reading.corpus is None:
        click.echo(summary(reading.findings, reading.count), err=True)
        return ExitCode.FINDINGS
    errata = reading.errata if with_errata else None
    write_text(output, dump_records(reading.corpus.model_copy(update={"errata": errata})))
    return ExitCode.OK
