"""`compendium sample`: print a random sample of texts of a language with their sources."""

from __future__ import annotations

import math
from pathlib import Path

import click

from compendium.cli.options import (
    language_of_translation,
    language_option,
    present_translations_option,
    sources_option,
)
from compendium.errors import ExitCode
from compendium.languages.language import load_language
from compendium.printable import escaped
from compendium.reading import read_sources
from compendium.texts.sample import draw_sample, population
from compendium.texts.text_units import text_units
from compendium.texts.textset import read_entries


def _number(_: click.Context, __: click.Parameter, share: float) -> float:
    """Refuse NaN, which the range check of click accepts."""
    if math.isnan(share):
        raise click.BadParameter(f"{share} is not in the range 0<x<=1.")
    return share


@click.command()
@sources_option
@present_translations_option
@language_option
@click.option(
    "--share",
    type=click.FloatRange(0, 1, min_open=True),
    callback=_number,
    default=0.05,
    show_default=True,
    help="The share of the texts to print.",
)
@click.option(
    "--seed", type=int, required=True, help="The seed of the random choice, a whole number."
)
def sample(sources: Path, translations: Path, language_code: str, share: float, seed: int) -> int:
    """Print a random sample of texts, source and translation, for a blind review.

    The same records, share and seed select the same texts in every language.
    """
    corpus = read_sources(sources).corpus
    language_of_translation(language_code, corpus)
    units = text_units(corpus, load_language(corpus.language))
    entries = read_entries(translations / language_code, units)
    drawn = draw_sample(units, share, seed)
    click.echo(f"{language_code}: {len(drawn)} of {len(population(units))} texts, seed {seed}")
    for unit in drawn:
        entry = entries.get(unit.key)
        translation = entry.msgstr if entry is not None and entry.msgstr else "(not translated)"
        click.echo(escaped(f"\n{unit.key}\n  {unit.text}\n  {translation}"))
    return ExitCode.OK
