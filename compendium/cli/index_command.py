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
    text_set = load_text_set(texts)
    edition = find_edition(text_set.corpus, edition_key)
    text_set = text_set.for_edition(edition)
    entries = make_index(text_set.corpus, edition, load_language(text_set.language))
    save_handoff(entries, output, entries.model_dump_json(indent=1) + "\n")
