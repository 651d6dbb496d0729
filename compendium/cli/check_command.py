"""`compendium check`: report findings on the sources, for people or for programs."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.checks import check_reading, check_translations
from compendium.cli.options import RESULT, present_translations_option, sources_option
from compendium.errors import ExitCode
from compendium.files import write_text
from compendium.findings import Severity
from compendium.reading import read_sources
from compendium.reporting import count, finding_json, finding_lines, summary


@click.command()
@sources_option
@present_translations_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The format in which findings are printed.",
)
@click.option(
    "--json",
    "json_file",
    type=RESULT,
    help="Also write the findings to this file, as JSON.",
)
@click.option("--all", "show_all", is_flag=True, help="List every warning, even many of one code.")
@click.option("--records-only", is_flag=True, help="Do not check the translations.")
@click.option("--strict", is_flag=True, help="Exit with code 1 on warnings, too.")
def check(
    sources: Path,
    translations: Path,
    form: str,
    json_file: Path | None,
    *,
    show_all: bool,
    records_only: bool,
    strict: bool,
) -> int:
    """Check sources and translations; report each fault with file and line.

    Translations are checked only if all sources can be read, because they are compared with them.
    """
    reading = read_sources(sources)
    findings, files = check_reading(reading), reading.count
    if reading.is_whole and not records_only:
        checked = check_translations(translations, reading.corpus)
        findings, files = (*findings, *checked.findings), files + checked.count
    as_json = finding_json(findings, files)
    if form == "json":
        click.echo(as_json, nl=False)
    else:
        if findings:
            click.echo(finding_lines(findings, grouped=not show_all))
        click.echo(summary(findings, files))
    if json_file is not None:
        write_text(json_file, as_json)
    failed = count(findings, Severity.ERROR) or (strict and findings)
    return ExitCode.FINDINGS if failed else ExitCode.OK
