"""`compendium merge`: update the catalogues with the texts of the records."""

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
from compendium.texts.text_units import text_units


@click.command()
@records_option
@translations_option
@languages_argument
def merge(records: Path, translations: Path, languages: tuple[str, ...]) -> None:
    """Update the catalogues of some languages with the texts of the records, by key.

    If a source text changed, its translation becomes fuzzy and loses its state. If a text was
    removed, its entry becomes obsolete. If a catalogue has a new name, its translations move to it.
    """
    corpus = load_records(records)
    for language in languages:
        language_of_translation(language, corpus)
    units = text_units(corpus, load_language(corpus.language))
    merged = merge_languages(units, translations, languages)
    for line in merged.report:
        click.echo(line)
    if merged.doubtful:
        click.echo(finding_lines(merged.doubled), err=True)
