"""`compendium pdf`: read a composed document, write its PDF files."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import click

from compendium.cli.options import (
    FILE,
    config_option,
    document_option,
    output_option,
    templates_option,
)
from compendium.errors import InputError
from compendium.files import write_all, write_text
from compendium.reading.one_file import load_settings
from compendium.rendering.attachments import attached_files
from compendium.rendering.composed_document import ComposedDocument
from compendium.rendering.dates import edition_date
from compendium.rendering.deliveries import Deliveries, inner_pages, write_cover
from compendium.rendering.edition_forms import (
    Sheet,
    cover_html,
    print_html,
)
from compendium.rendering.inks import Profile
from compendium.rendering.press import Condition
from compendium.rendering.weasyprint import lay_out
from compendium.settings import Press

# The size of a pixel of CSS, in millimetres.
PIXEL = 25.4 / 96


@dataclass(frozen=True, slots=True)
class _Targets:
    """The files to write; None means a delivery that is not requested."""

    screen: Path
    press: Path | None
    cover: Path | None
    archive: Path | None
    attached: tuple[Path, ...]


@click.command()
@document_option
@templates_option
@config_option
@click.option("--html", "html_file", type=FILE, help="Also write the HTML page that is laid out.")
@click.option("--press", type=FILE, help="Also write the inner pages for printing (PDF/X-4).")
@click.option("--cover", type=FILE, help="Also write the cover sheet for printing (PDF/X-4).")
@click.option("--archive", type=FILE, help="Also write a PDF for long-term archiving (PDF/A-3a).")
@click.option(
    "--attach", multiple=True, type=FILE, help="A file to attach to the archive PDF (repeatable)."
)
@output_option
def pdf(
    document: Path,
    templates: Path,
    config: Path,
    html_file: Path | None,
    press: Path | None,
    cover: Path | None,
    archive: Path | None,
    attach: tuple[Path, ...],
    output: Path,
) -> None:
    """Write an edition as tagged PDF for the screen and, on request, for press and archive."""
    if attach and archive is None:
        raise click.UsageError("--attach needs --archive: it adds files to the PDF for the archive")
    settings = load_settings(config)
    composed = ComposedDocument(document)
    page = print_html(composed, templates, settings)
    if html_file is not None:
        write_text(html_file, page)
    targets = _Targets(output, press, cover, archive, attach)
    condition = _condition(config, settings.press) if press or cover else None

    def write(laid_out: Any) -> tuple[dict[Path, bytes], Sheet | None]:
        sheet = _sheet(laid_out, settings.press) if cover and settings.press else None
        return _write(laid_out, composed, targets, condition), sheet

    layout = partial(lay_out, base=templates, progress=partial(_tell, output))
    files, sheet = layout(page, write=write)
    if cover is not None and sheet is not None and condition is not None:
        both_sides = cover_html(composed, templates, settings, sheet)
        files[cover] = layout(both_sides, write=partial(write_cover, condition=condition))
    write_all(files)
    if sys.stderr.isatty():
        click.echo(err=True)


def _write(
    laid_out: Any, document: ComposedDocument, targets: _Targets, condition: Condition | None
) -> dict[Path, bytes]:
    """Write every delivery of one layout."""
    made = Deliveries(laid_out, right_to_left=document.is_right_to_left)
    files = {targets.screen: made.screen()}
    if targets.archive is not None:
        date = edition_date()
        attached = attached_files(targets.attached, document.edition, date)
        files[targets.archive] = made.archive(attached, date=date)
    if targets.press is not None and condition is not None:
        files[targets.press] = made.press(condition)
    return files


def _condition(config: Path, press: Press | None) -> Condition:
    if press is None:
        raise InputError(
            f"{config}: no setting `press`", remedy="add it; docs/builders.md explains it"
        )
    return Condition(Profile(press.profile), press.condition)


def _sheet(laid_out: Any, press: Press) -> Sheet:
    """The cover sheet of a book; the width of its spine follows from the number of leaves."""
    first = laid_out.pages[0]
    leaves = (len(inner_pages(laid_out)) + 1) // 2
    return Sheet(first.width * PIXEL, first.height * PIXEL, round(leaves * press.leaf, 1))


def _tell(output: Path, step: str) -> None:
    """Print the step on one line of the terminal; a log gets the steps, not every page."""
    if sys.stderr.isatty():
        click.echo(f"\r\033[K{output}: {step}", nl=False, err=True)
    elif "Page" not in step:
        click.echo(f"{output}: {step}", err=True)
