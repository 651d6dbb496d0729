"""`compendium merge`: the catalogues of the languages brought up to date with the records."""

from __future__ import annotations

from collections.abc import Collection
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
from compendium.texts.homing import bring_home
from compendium.texts.merge import merge_catalogue
from compendium.texts.units import TextUnit, text_units


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
    found = text_units(corpus, load_language(corpus.language))
    for language in languages:
        language_of_translation(language, corpus)
    told: list[str] = []
    doubtful: list[Path] = []
    changed: dict[Path, bytes] = {}
    for language in languages:
        merging = _Merging(translations / language, language, found)
        told += merging.moved
        doubtful += merging.doubtful
        changed |= merging.changed
    write_all(changed)
    for line in (*told, *(f"{path}: brought up to date" for path in changed)):
        click.echo(line)
    if doubtful:
        click.echo(finding_lines(doubled_in(doubtful)), err=True)


class _Merging:
    """The catalogues of one language: what changes, where keys are doubled, what was moved."""

    def __init__(self, folder: Path, language: str, units: Collection[TextUnit]) -> None:
        by_name: dict[str, list[TextUnit]] = {}
        for unit in units:
            by_name.setdefault(unit.catalogue, []).append(unit)
        catalogues = {name: read_catalogue(folder / f"{name}.po") for name in _present(folder)}
        before = {name: str(catalogue) for name, catalogue in catalogues.items()}
        home = {unit.key: unit.catalogue for unit in units}
        self.moved = [
            f"{folder}/{target}.po: {count} texts came from {name}.po"
            for (name, target), count in bring_home(catalogues, home, language).items()
        ]
        self.changed: dict[Path, bytes] = {}
        self.doubtful: list[Path] = []
        for name in sorted(by_name.keys() | catalogues.keys()):
            path, old = folder / f"{name}.po", catalogues.get(name)
            merged = merge_catalogue(old, by_name.get(name, ()), name=name, language=language)
            if before.get(name) != str(merged):
                self.changed[path] = catalogue_content(merged, path)
            if waiting(merged):
                self.doubtful.append(path)


def _present(folder: Path) -> list[str]:
    """The catalogues there are, one whose gathering is gone among them."""
    paths = sorted(folder.rglob("*.po"))
    return [path.relative_to(folder).with_suffix("").as_posix() for path in paths]
