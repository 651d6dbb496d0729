"""`compendium ready`: check that a build can begin, before the workflow starts."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.options import config_option, sources_option
from compendium.cli.saying import say
from compendium.equipment import optional_shortfalls, shortfalls
from compendium.errors import ExitCode
from compendium.languages.language import load_language
from compendium.readiness import languages_to_build, obstacles
from compendium.reporting import finding_lines


@click.command()
@config_option
@sources_option
@click.option(
    "--output",
    "outputs",
    type=click.Path(path_type=Path),
    multiple=True,
    default=[Path("output")],
    show_default=True,
    help="A folder that the build writes to (repeatable).",
)
@click.argument("languages", nargs=-1)
def ready(
    config: Path, sources: Path, outputs: tuple[Path, ...], languages: tuple[str, ...]
) -> ExitCode:
    """Check that a build can begin: the settings, the files they name, and the machine.

    LANGUAGES replace the languages of the settings.
    """
    for code in languages:
        load_language(code)
    findings = obstacles(config, sources)
    if findings:
        click.echo(finding_lines(findings), err=True)
        return ExitCode.FINDINGS
    required = list(shortfalls(languages or languages_to_build(config), outputs))
    for shortfall in required:
        say(shortfall)
    if required:
        return required[0].exit_code
    for shortfall in optional_shortfalls():
        say(shortfall, kind="warning")
    return ExitCode.OK
