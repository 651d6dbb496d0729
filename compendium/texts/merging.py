"""Updates the catalogues of languages with the records, and moves texts to their catalogues."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from compendium.files import write_all
from compendium.findings import Finding
from compendium.texts.catalogue import catalogue_content, read_catalogue
from compendium.texts.doubled import doubled_in, waiting
from compendium.texts.homing import bring_home
from compendium.texts.merge import merge_catalogue
from compendium.texts.text_units import TextUnit


@dataclass(slots=True)
class Merged:
    """The outcome: the files that change, the texts that moved, the files with doubled keys.

    `moved` says in words which texts came from which catalogue; `doubtful` are the files in which
    an obsolete entry has another translation than the one that counts.
    """

    changed: dict[Path, bytes] = field(default_factory=dict)
    moved: list[str] = field(default_factory=list)
    doubtful: list[Path] = field(default_factory=list)

    @property
    def report(self) -> list[str]:
        """What was done, line by line."""
        return [*self.moved, *(f"{path}: updated" for path in self.changed)]

    @property
    def doubled(self) -> list[Finding]:
        """The doubled keys, as they stand in the files now."""
        return doubled_in(self.doubtful)


def merge_languages(
    units: Collection[TextUnit], translations: Path, languages: Iterable[str]
) -> Merged:
    """Bring the catalogues of some languages up to date, by key, and write all that change.

    Args:
        units: every text of the records.
        translations: the folder with a folder of catalogues for each language.
        languages: their codes.

    Raises:
        InputError: if a catalogue has faults.
        OutputError: if one cannot be written; then all stay as they were.
    """
    merged = Merged()
    for language in languages:
        _merge(merged, translations / language, language, units)
    write_all(merged.changed)
    return merged


def _merge(merged: Merged, folder: Path, language: str, units: Collection[TextUnit]) -> None:
    by_name: dict[str, list[TextUnit]] = {}
    for unit in units:
        by_name.setdefault(unit.catalogue, []).append(unit)
    catalogues = {name: read_catalogue(folder / f"{name}.po") for name in _present(folder)}
    before = {name: str(catalogue) for name, catalogue in catalogues.items()}
    home = {unit.key: unit.catalogue for unit in units}
    merged.moved += [
        f"{folder}/{target}.po: {count} texts came from {name}.po"
        for (name, target), count in bring_home(catalogues, home, language).items()
    ]
    for name in sorted(by_name.keys() | catalogues.keys()):
        path, old = folder / f"{name}.po", catalogues.get(name)
        new = merge_catalogue(old, by_name.get(name, ()), name=name, language=language)
        if before.get(name) != str(new):
            merged.changed[path] = catalogue_content(new, path)
        if waiting(new):
            merged.doubtful.append(path)


def _present(folder: Path) -> list[str]:
    """All catalogues that exist, even if their gathering is gone."""
    paths = sorted(folder.rglob("*.po"))
    return [path.relative_to(folder).with_suffix("").as_posix() for path in paths]
