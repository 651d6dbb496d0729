"""`compendium html`: read a composed document, write one self-contained page."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.options import (
    config_option,
    document_option,
    output_option,
    templates_option,
)
from compendium.files import write_text
from compendium.languages.language import load_language
from compendium.reading.one_file import load_settings
from compendium.rendering.composed_document import ComposedDocument
from compendium.rendering.edition_forms import screen_html


@click.command()
@document_option
@templates_option
@config_option
@click.option(
    "--other",
    "others",
    metavar="CODE",
    multiple=True,
    help="Another language of the edition, for links (repeatable).",
)
@output_option
def html(
    document: Path, templates: Path, config: Path, others: tuple[str, ...], output: Path
) -> None:
    """Write an edition as one HTML page that needs no other file."""
    languages = [load_language(code) for code in others]
    settings = load_settings(config)
    write_text(output, screen_html(ComposedDocument(document), templates, settings, languages))
