"""`compendium prepare`: localise, index and compose an edition in one language, in one run."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.document_steps import changes_option, write_document, write_index
from compendium.cli.options import (
    RESULT,
    config_option,
    edition_option,
    language_option,
    output_option,
    present_translations_option,
    records_option,
)
from compendium.cli.texts_step import require_option, write_texts
from compendium.errors import ExitCode
from compendium.texts.textset import load_text_set


@click.command()
@records_option
@present_translations_option
@language_option
@require_option
@edition_option
@changes_option
@config_option
@click.option(
    "--output-texts", type=RESULT, required=True, help="The file for the output of `localise`."
)
@click.option(
    "--output-index", type=RESULT, required=True, help="The file for the output of `index`."
)
@output_option
def prepare(
    records: Path,
    translations: Path,
    language_code: str,
    require: str | None,
    edition_key: str,
    changes_file: Path | None,
    config: Path,
    output_texts: Path,
    output_index: Path,
    output: Path,
) -> int:
    """Localise, index and compose an edition in one language.

    This writes what `localise`, `index` and `compose` write one after the other, in less time. If
    one of these steps fails, what the steps before it wrote is kept.
    """
    if not write_texts(records, translations, language_code, output_texts, require=require):
        return ExitCode.FINDINGS
    text_set = load_text_set(output_texts)
    write_index(text_set, edition_key, output_index)
    write_document(
        text_set, output_index, edition_key, output, changes_file=changes_file, config=config
    )
    return ExitCode.OK
