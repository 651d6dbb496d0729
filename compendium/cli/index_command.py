"""`compendium index`: read a text set, write the entries of the thematic index."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.options import edition_option, output_option, texts_option
from compendium.handoffs import save_handoff
from compendium.indexing.entries import make_index
from compendium.languages.language import load_language
from compendium.reading.records import find_edition
from compendium.texts.textset import load_text_set


@click.command()
@texts_option
@edition_option
@output_option
def index(texts: Path, edition_key: str, output: Path) -> None:
    """Make the entries of the thematic index from the topics assigned in the records."""
    found = load_text_set(texts)
    edition = find_edition(found.corpus, edition_key)
    found = found.for_edition(edition)
    made = make_index(found.corpus, edition, load_language(found.language))
    save_handoff(made, output, made.model_dump_json(indent=1) + "\n")
