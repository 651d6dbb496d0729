"""`compendium handover`: read records and catalogues, write files for a translator."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from compendium.cli.options import (
    FOLDER,
    language_of_translation,
    language_option,
    present_translations_option,
    records_option,
)
from compendium.exchange.handover import FORMS, Choice, write_files
from compendium.exchange.rows import make_rows
from compendium.languages.language import load_language
from compendium.reading.records import load_records
from compendium.texts.states import State
from compendium.texts.text_units import text_units
from compendium.texts.textset import read_entries


def several(words: Iterable[str]) -> Callable[..., tuple[str, ...]]:
    """Make a parser for an option whose value is some of these words, separated by commas."""
    allowed = tuple(words)

    def parse(_ctx: click.Context, _param: click.Parameter, value: str) -> tuple[str, ...]:
        chosen = tuple(word.strip() for word in value.split(",") if word.strip())
        for word in chosen:
            if word not in allowed:
                raise click.BadParameter(f"{word!r} is none of {', '.join(allowed)}")
        return chosen

    return parse


@click.command()
@records_option
@present_translations_option
@language_option
@click.option(
    "--only",
    callback=several(State),
    default="",
    metavar="STATE,...",
    help="Write only texts in these states to the Word and XLIFF files.",
)
@click.option(
    "--catalogue",
    "catalogues",
    metavar="NAME",
    multiple=True,
    help="Write only texts of this catalogue, such as topics (repeatable).",
)
@click.option(
    "--format",
    "forms",
    callback=several(FORMS),
    default=",".join(FORMS),
    show_default=True,
    metavar="FORM,...",
    help="The formats to write.",
)
@click.option("--output", type=FOLDER, required=True, help="The folder to write the files to.")
def handover(
    records: Path,
    translations: Path,
    language_code: str,
    only: tuple[str, ...],
    catalogues: tuple[str, ...],
    forms: tuple[str, ...],
    output: Path,
) -> None:
    """Write files for a translator: bilingual Word, XLIFF 2.0 and TMX 1.4.

    The TMX file is the translation memory: it contains every translated text, whatever you select.
    """
    corpus = load_records(records)
    source, target = load_language(corpus.language), language_of_translation(language_code, corpus)
    units = text_units(corpus, source)
    rows = make_rows(units, read_entries(translations / language_code, units))
    choice = Choice(frozenset(map(State, only)), frozenset(catalogues), forms)
    click.echo("\n".join(write_files(rows, source, target, output, choice)))
