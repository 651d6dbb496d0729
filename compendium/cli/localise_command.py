"""`compendium localise`: read records and catalogues, write the text set of one language."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.options import (
    language_option,
    output_option,
    present_translations_option,
    records_option,
)
from compendium.cli.texts_step import require_option, write_texts
from compendium.errors import ExitCode


@click.command()
@records_option
@present_translations_option
@language_option
@require_option
@click.option("--gaps", is_flag=True, help="List the texts that are missing or fuzzy.")
@output_option
def localise(
    records: Path,
    translations: Path,
    language_code: str,
    require: str | None,
    gaps: bool,  # noqa: FBT001 - a flag of the command
    output: Path,
) -> int:
    """Write all texts of a language to one JSON file.

    A text whose translation is missing or fuzzy stays in the source language.
    """
    is_written = write_texts(
        records, translations, language_code, output, require=require, gaps=gaps
    )
    return ExitCode.OK if is_written else ExitCode.FINDINGS
