"""`compendium compose`: read a text set and the index, write one Pandoc document."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.document_steps import changes_option, write_document
from compendium.cli.options import (
    FILE,
    config_option,
    edition_option,
    output_option,
    texts_option,
)
from compendium.texts.textset import load_text_set


@click.command()
@texts_option
@click.option("--index", "index_file", type=FILE, required=True, help="The output of `index`.")
@edition_option
@changes_option
@config_option
@output_option
def compose(
    texts: Path,
    index_file: Path,
    edition_key: str,
    changes_file: Path | None,
    config: Path,
    output: Path,
) -> None:
    """Compose an edition in one language as a Pandoc document (JSON)."""
    text_set = load_text_set(texts)
    write_document(
        text_set, index_file, edition_key, output, changes_file=changes_file, config=config
    )
