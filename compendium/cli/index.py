"""`compendium index`: records in, the entries of the thematic index out."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.options import (
    edition_option,
    language_option,
    output_option,
    records_option,
)
from compendium.files import write_text
from compendium.indexing.entries import make_index
from compendium.languages.language import load_language
from compendium.reading.records import find_edition, load_records


@click.command()
@records_option
@edition_option
@language_option
@output_option
def index(records: Path, edition_key: str, language_code: str, output: Path) -> None:
    """Make the entries of the thematic index from the topics assigned in the records."""
    corpus = load_records(records)
    made = make_index(corpus, find_edition(corpus, edition_key), load_language(language_code))
    write_text(output, made.model_dump_json(indent=1) + "\n")
