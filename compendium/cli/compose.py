"""`compendium compose`: records and index in, one Pandoc document out."""

from __future__ import annotations

import json
from pathlib import Path

import click

from compendium.cli.options import (
    FILE,
    config_option,
    edition_option,
    language_option,
    output_option,
    records_option,
)
from compendium.composing.document import compose_document
from compendium.composing.texts import Setting
from compendium.files import write_text
from compendium.indexing.entries import load_index
from compendium.languages.language import load_language
from compendium.reading.records import find_edition, load_records
from compendium.settings import load_settings


@click.command()
@records_option
@click.option("--index", "index_file", type=FILE, required=True, help="What `index` wrote.")
@edition_option
@language_option
@config_option
@output_option
def compose(
    records: Path,
    index_file: Path,
    edition_key: str,
    language_code: str,
    config: Path,
    output: Path,
) -> None:
    """Compose an edition in one language as a Pandoc document (JSON)."""
    corpus = load_records(records)
    setting = Setting(load_language(language_code), load_settings(config).document_address)
    edition = find_edition(corpus, edition_key)
    document = compose_document(corpus, edition, load_index(index_file), setting)
    write_text(output, json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n")
