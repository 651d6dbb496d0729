"""`compendium html`: a composed document in, one self-contained page out."""

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
from compendium.rendering.editions import screen_html
from compendium.settings import load_settings


@click.command()
@document_option
@templates_option
@config_option
@output_option
def html(document: Path, templates: Path, config: Path, output: Path) -> None:
    """Write an edition as one HTML page that needs nothing beside itself."""
    write_text(output, screen_html(document, templates, load_settings(config)))
