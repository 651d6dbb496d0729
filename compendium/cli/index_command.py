"""`compendium index`: read a text set, write the entries of the thematic index."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.document_steps import write_index
from compendium.cli.options import edition_option, output_option, texts_option
from compendium.texts.textset import load_text_set


@click.command()
@texts_option
@edition_option
@output_option
def index(texts: Path, edition_key: str, output: Path) -> None:
    """Make the entries of the thematic index from the topics assigned in the records."""
    write_index(load_text_set(texts), edition_key, output)
