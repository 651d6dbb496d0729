"""`compendium stats`: count what the records contain."""

from __future__ import annotations

import json
from pathlib import Path

import click

from compendium.cli.options import sources_option
from compendium.errors import ExitCode
from compendium.reading import read_sources
from compendium.statistics import count_corpus, statistics_table


@click.command()
@sources_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="The format in which the counts are printed.",
)
def stats(sources: Path, form: str) -> int:
    """Count units by level, notes, topics and assignments, for each part and gathering."""
    counts = count_corpus(read_sources(sources).corpus)
    if form == "json":
        click.echo(json.dumps(counts.as_dict(), ensure_ascii=False, indent=1))
    else:
        click.echo(statistics_table(counts))
    return ExitCode.OK
