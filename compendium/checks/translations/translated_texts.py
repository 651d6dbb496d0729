"""The translations into one language: every translated text beside its source, with its place."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path

from compendium.findings import Finding, Place
from compendium.languages.language import Language, known_languages, load_language
from compendium.texts.catalogue import state_of
from compendium.texts.catalogue_files import CatalogueFile, read_catalogue_file
from compendium.texts.states import State, is_translated
from compendium.texts.text_units import TextUnit

TEMPLATES = "templates"


@dataclass(frozen=True, slots=True)
class Translation:
    """One text and its translation, which is shown in editions.

    `place` is that of the translation, `official` says that a document stands behind it.
    """

    key: str
    source: str
    text: str
    place: Place
    official: bool = False


@dataclass(frozen=True, slots=True)
class Translations:
    """What there is in one language: its folder, its catalogues, and the faults of reading them."""

    language: Language
    folder: Path
    files: tuple[CatalogueFile, ...]
    findings: tuple[Finding, ...]

    def translated(self, units: Mapping[str, TextUnit]) -> tuple[Translation, ...]:
        """The texts that editions show, those whose source is the present one."""
        found: dict[str, Translation] = {}
        for file in self.files:
            for entry in file.entries:
                unit = units.get(entry.msgctxt or "")
                if unit is None or unit.text != entry.msgid or unit.catalogue != file.name:
                    continue
                state, _ = state_of(entry)
                if is_translated(state):
                    found[unit.key] = Translation(
                        unit.key,
                        unit.text,
                        entry.msgstr,
                        file.place(entry),
                        state is State.OFFICIAL,
                    )
        return tuple(found.values())


def read_translations(root: Path, source: str) -> tuple[tuple[Translations, ...], list[Finding]]:
    """Read the translations into every language that has a folder below a root.

    Args:
        root: the folder of translations; where it is absent there are none.
        source: the code of the language of the records, which needs no translation.

    Returns:
        the translations, and what is wrong with the folder itself (C011).
    """
    read: list[Translations] = []
    stray: list[Finding] = []
    folders = sorted(path for path in root.iterdir() if path.is_dir()) if root.is_dir() else []
    for folder in folders:
        if folder.name in {source, TEMPLATES} or folder.name.startswith("."):
            continue
        if folder.name not in known_languages():
            stray.append(
                Finding(
                    Place(folder.as_posix()),
                    "C011",
                    f"there is no data for a language {folder.name}",
                    f"name the folder by one of {', '.join(known_languages())}",
                )
            )
            continue
        read.append(read_language(folder))
    return tuple(read), stray


def read_language(folder: Path, only: Container[str] | None = None) -> Translations:
    """Read the catalogues in the folder of a language, or only those of some names."""
    files: list[CatalogueFile] = []
    findings: list[Finding] = []
    for path in sorted(folder.rglob("*.po")):
        name = path.relative_to(folder).with_suffix("").as_posix()
        if only is not None and name not in only:
            continue
        catalogue = read_catalogue_file(path, name)
        if isinstance(catalogue, Finding):
            findings.append(catalogue)
        else:
            files.append(catalogue)
    return Translations(load_language(folder.name), folder, tuple(files), tuple(findings))
