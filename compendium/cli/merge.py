"""`compendium merge`: the catalogues of the languages brought up to date with the records."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.options import (
    language_of_translation,
    languages_argument,
    records_option,
    translations_option,
)
from compendium.languages.language import load_language
from compendium.reading.records import load_records
from compendium.reporting import finding_lines
from compendium.texts.merging import merge_languages
from compendium.texts.units import text_units


@click.command()
@records_option
@translations_option
@languages_argument
def merge(records: Path, translations: Path, languages: tuple[str, ...]) -> None:
    """Bring the catalogues of some languages up to date with the records, by key.

    A changed source keeps its translation as fuzzy and loses its state, a removed one becomes
    obsolete; where the catalogue of a text has another name than before, its translation follows.
    """
    corpus = load_records(records)
    for language in languages:
        language_of_translation(language, corpus)
    units = text_units(corpus, load_language(corpus.language))
    merged = merge_languages(units, translations, languages)
    for line in merged.told:
        click.echo(line)
    if merged.doubtful:
        click.echo(finding_lines(merged.doubled), err=True)
