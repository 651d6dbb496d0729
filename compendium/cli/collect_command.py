"""`compendium collect`: read the sources, write records.json."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.options import output_option, sources_option
from compendium.errors import ExitCode
from compendium.handoffs import save_handoff
from compendium.reading import read_sources
from compendium.reading.records import dump_records, find_edition
from compendium.reporting import finding_lines


@click.command()
@sources_option
@click.option(
    "--edition", "edition_key", metavar="KEY", help="Collect only what this edition can contain."
)
@click.option(
    "--published",
    metavar="KEY",
    help="Collect what this edition is made from, for later use with `changes --since`: its "
    "records, the topics and the errata, without edition definitions.",
)
@output_option
def collect(sources: Path, edition_key: str | None, published: str | None, output: Path) -> int:
    """Write all records to one JSON file, provided that the sources are valid."""
    reading = read_sources(sources)
    corpus = reading.corpus
    if reading.findings:
        click.echo(finding_lines(reading.findings), err=True)
    if edition_key is not None:
        corpus = corpus.of_edition(find_edition(corpus, edition_key))
    if published is not None:
        earlier = corpus.as_of(find_edition(corpus, published).as_of)
        corpus = earlier.model_copy(update={"editions": (), "errata": reading.errata})
    save_handoff(corpus, output, dump_records(corpus))
    return ExitCode.OK
