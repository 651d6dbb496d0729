"""`compendium check`: findings on the sources, for people or for programs."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.checks import check_everything
from compendium.cli.options import FILE, sources_option
from compendium.errors import ExitCode
from compendium.files import write_text
from compendium.findings import Severity
from compendium.reading import read_sources
from compendium.reporting import count, finding_json, finding_lines, summary


@click.command()
@sources_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option(
    "--json",
    "json_file",
    type=FILE,
    help="A file that takes the findings as JSON besides.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
def check(sources: Path, form: str, json_file: Path | None, *, strict: bool) -> int:
    """Check the sources: schema, structure, references and text, every fault at its line."""
    reading = read_sources(sources)
    findings = check_everything(reading)
    as_json = finding_json(findings, reading.count)
    if form == "json":
        click.echo(as_json, nl=False)
    else:
        if findings:
            click.echo(finding_lines(findings))
        click.echo(summary(findings, reading.count))
    if json_file is not None:
        write_text(json_file, as_json)
    failed = count(findings, Severity.ERROR) or (strict and findings)
    return ExitCode.FINDINGS if failed else ExitCode.OK
