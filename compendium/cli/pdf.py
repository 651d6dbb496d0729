"""`compendium pdf`: a composed document in, the book out."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from compendium.cli.options import (
    FILE,
    config_option,
    document_option,
    output_option,
    templates_option,
)
from compendium.files import write_bytes, write_text
from compendium.rendering.editions import print_html
from compendium.rendering.weasyprint import to_pdf
from compendium.settings import load_settings


@click.command()
@document_option
@templates_option
@config_option
@click.option("--html", "html_file", type=FILE, help="Keep the page that is laid out, too.")
@output_option
def pdf(
    document: Path, templates: Path, config: Path, html_file: Path | None, output: Path
) -> None:
    """Write an edition as a book (PDF): cover, contents, parts, thematic index."""
    settings = load_settings(config)
    page = print_html(document, templates, settings)
    if html_file is not None:
        write_text(html_file, page)
    write_bytes(output, to_pdf(page, base=templates, progress=_tell))
    if sys.stderr.isatty():
        click.echo(err=True)


def _tell(step: str) -> None:
    """Show the step on one line of the terminal; a log shows the steps, not every page."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{step}", nl=False, err=True)
    elif "Page" not in step:
        click.echo(step, err=True)
