"""`compendium preview`: show an edition in a browser while its sources are edited."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.options import (
    config_option,
    present_translations_option,
    sources_option,
    templates_option,
)
from compendium.previewing.edition_steps import Project

_HIGHEST_PORT = 65535


@click.command()
@click.option(
    "--language",
    metavar="CODE",
    help="The code of the language to show.  [default: that of the records]",
)
@click.option(
    "--edition",
    metavar="KEY",
    help="The key of the edition to show.  [default: the first one in the settings]",
)
@click.option(
    "--port",
    type=click.IntRange(0, _HIGHEST_PORT),
    default=0,
    help="The port to listen on.  [default: a free one]",
)
@sources_option
@present_translations_option
@templates_option
@config_option
def preview(
    language: str | None,
    edition: str | None,
    port: int,
    sources: Path,
    translations: Path,
    templates: Path,
    config: Path,
) -> None:
    """Show an edition in a browser of this machine, and each change as soon as it is saved.

    The page scrolls to the changed paragraph and marks it. Beside it are the findings with file and
    line, and a picture of the page of the book. While the sources have errors, the last page
    without errors stays. Nothing is written to output/. Ctrl-C ends the preview.
    """
    from compendium.previewing.preview_session import (  # noqa: PLC0415 - what others do not need
        run_preview,
    )

    run_preview(Project(sources, translations, templates, config, language, edition), port, _tell)


def _tell(address: str) -> None:
    click.echo(f"open {address} in a browser; Ctrl-C ends the preview")
