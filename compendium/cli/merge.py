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
from compendium.files import write_all
from compendium.languages.language import load_language
from compendium.reading.records import load_records
from compendium.reporting import finding_lines
from compendium.texts.catalogue import catalogue_content, read_catalogue
from compendium.texts.doubled import doubled_in, waiting
from compendium.texts.merge import merge_catalogue
from compendium.texts.units import TextUnit, text_units


@click.command()
@records_option
@translations_option
@languages_argument
def merge(records: Path, translations: Path, languages: tuple[str, ...]) -> None:
    """Bring the catalogues of some languages up to date with the records, by key.

    A changed source keeps its translation as fuzzy and loses its state, a removed one becomes
    obsolete.
    """
    corpus = load_records(records)
    found = text_units(corpus, load_language(corpus.language))
    for language in languages:
        language_of_translation(language, corpus)
    by_name: dict[str, list[TextUnit]] = {}
    for unit in found:
        by_name.setdefault(unit.catalogue, []).append(unit)
    changed: dict[Path, bytes] = {}
    doubtful: list[Path] = []
    for language in languages:
        folder = translations / language
        for name in sorted(by_name.keys() | _present(folder)):
            path = folder / f"{name}.po"
            old = read_catalogue(path) if path.exists() else None
            merged = merge_catalogue(old, by_name.get(name, ()), name=name, language=language)
            if old is None or str(old) != str(merged):
                changed[path] = catalogue_content(merged, path)
            if waiting(merged):
                doubtful.append(path)
    write_all(changed)
    for path in changed:
        click.echo(f"{path}: brought up to date")
    if doubtful:
        click.echo(finding_lines(doubled_in(doubtful)), err=True)


def _present(folder: Path) -> set[str]:
    """The catalogues there are, one whose gathering is gone among them."""
    return {path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.po")}
