"""`compendium changes`: what is new in the records since an earlier state of them."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.changes.comparison import State, compare
from compendium.changes.earlier import earlier_state
from compendium.changes.forms import FORMS
from compendium.cli.options import RESULT, sources_option
from compendium.errors import ExitCode
from compendium.files import write_text
from compendium.languages.language import load_language
from compendium.reading import read_sources
from compendium.reporting import finding_lines, summary


@click.command()
@click.option(
    "--since",
    required=True,
    metavar="EDITION|FILE|COMMIT",
    help="An edition, a file of records that `collect` wrote, or a Git commit.",
)
@sources_option
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMS]),
    default="text",
    show_default=True,
    help="How the changes are written.",
)
@click.option("--output", type=RESULT, help="The file to write; the terminal where left out.")
def changes(since: str, sources: Path, form: str, output: Path | None) -> int:
    """Say what is new, what changed and what moved since an earlier state of the records.

    An edition stands for the records that its published_from names. Where it has none, its as_of
    tells which gatherings are new, and of all else it is said that it is not known. A file of
    records holds errata if it was collected with --published; a commit does.
    """
    reading = read_sources(sources)
    if reading.corpus is None:
        click.echo(finding_lines(reading.findings), err=True)
        click.echo(summary(reading.findings, reading.count), err=True)
        return ExitCode.FINDINGS
    before = earlier_state(since, reading, reading.corpus)
    after = State("now", reading.corpus, reading.errata, reading.documents)
    text = FORMS[form](compare(before, after, load_language(reading.corpus.language)))
    if output is None:
        click.echo(text, nl=False)
    else:
        write_text(output, text)
    return ExitCode.OK
