"""`compendium units`: read the records, write the templates of the catalogues."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from pathlib import Path

import click

from compendium.cli.options import FOLDER, records_option
from compendium.languages.language import load_language
from compendium.reading.records import load_records
from compendium.texts.catalogue import make_template, write_catalogue
from compendium.texts.text_units import text_units


@click.command()
@records_option
@click.option(
    "--output",
    type=FOLDER,
    default=Path("translations/templates"),
    show_default=True,
    help="The folder to write the templates to.",
)
def units(records: Path, output: Path) -> None:
    """Write the templates (POT) of all catalogues from the texts of the records."""
    corpus = load_records(records)
    texts = text_units(corpus, load_language(corpus.language))
    in_files = sorted(texts, key=attrgetter("catalogue"))
    for name, members in groupby(in_files, key=attrgetter("catalogue")):
        write_catalogue(make_template(name, members), output / f"{name}.pot")
    click.echo(f"{len(texts)} texts in {len({unit.catalogue for unit in texts})} templates")
