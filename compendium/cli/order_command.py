"""`compendium order`: propose the order of topics in a language by ICU collation."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.options import (
    language_of_translation,
    language_option,
    present_translations_option,
    records_option,
)
from compendium.cli.saying import say_line
from compendium.errors import InputError
from compendium.languages.language import load_language
from compendium.reading.records import load_records
from compendium.texts.order import ORDER_FILE, hand_made, propose_order, read_order, write_order
from compendium.texts.text_units import text_units
from compendium.texts.textset import Languages, localise, read_entries


@click.command()
@records_option
@present_translations_option
@language_option
@click.option(
    "--again", is_flag=True, help="Propose a new order even if a reviser reviewed the present one."
)
def order(records: Path, translations: Path, language_code: str, *, again: bool) -> None:
    """Propose the order of topics in a language, from their translated headings."""
    corpus = load_records(records)
    language = language_of_translation(language_code, corpus)
    source = load_language(corpus.language)
    path = translations / language_code / ORDER_FILE
    before = read_order(path) if path.exists() else None
    if before is not None and not again and before.state == "reviewed":
        raise InputError(
            f"{path}: the order is reviewed", remedy="move lines in it, or use --again"
        )
    entries = read_entries(translations / language_code, text_units(corpus, source))
    text_set = localise(corpus, entries, Languages(corpus.language, language_code))
    headings = [(topic.key, topic.heading) for topic in text_set.corpus.topics]
    missing = [key for key, _ in headings if not text_set.is_translated(f"topic.{key}")]
    if missing:
        raise InputError(
            f"{len(missing)} headings have no translation, first {missing[0]}",
            remedy=f"translate them in {translations / language_code}/topics.po",
        )
    proposed = propose_order(headings, language)
    if before is not None and not again and (reason := hand_made(path, before, proposed)):
        raise InputError(
            f"{path}: {reason}",
            remedy="write `state: reviewed` to keep it, or use --again to propose a new order",
        )
    former = before.former if before is not None else {}
    write_order(proposed.model_copy(update={"former": former}), language, path)
    say_line(f"{path}: {len(headings)} topics, proposed")
