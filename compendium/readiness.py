"""Checks that a build can begin: its settings, the files they name, what the workflow reads."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from compendium.errors import InputError
from compendium.files import is_file
from compendium.findings import Finding, Place
from compendium.languages.language import known_languages
from compendium.model.editions import Edition
from compendium.model.published import PublishedDocuments
from compendium.reading.folder import EDITIONS, PUBLISHED, shown, yaml_files
from compendium.reading.one_file import load_one, read_one
from compendium.reading.source_file import SourceFile
from compendium.rendering.emblem import emblem_address
from compendium.rendering.inks import Profile
from compendium.settings import BuildSettings, Delivery


def obstacles(config: Path, sources: Path) -> list[Finding]:
    """Find everything that would stop a build before its first step, each at its line."""
    file, findings = read_one(config, BuildSettings)
    if file is not None:
        findings += _languages(file)
        findings += _editions(file, sources / EDITIONS)
        findings += _files(file)
    documents = sources / PUBLISHED
    if documents.exists():
        findings += read_one(documents, PublishedDocuments)[1]
    return sorted(findings)


def languages_to_build(config: Path) -> tuple[str, ...]:
    """The languages in the settings, which must be free of obstacles."""
    return load_one(config, BuildSettings).languages


def _languages(file: SourceFile[BuildSettings]) -> Iterator[Finding]:
    for number, code in enumerate(file.value.languages):
        if code not in known_languages():
            yield Finding(
                file.place("languages", number),
                "F008",
                f"'languages' names {code}, but there is no data for it",
                f"use one of {', '.join(known_languages())}",
            )


def _editions(file: SourceFile[BuildSettings], folder: Path) -> Iterator[Finding]:
    defined = ", ".join(path.stem for path in yaml_files(folder))
    for number, key in enumerate(file.value.editions):
        path = folder / f"{key}.yaml"
        if is_file(path):
            yield from read_one(path, Edition)[1]
        else:
            yield Finding(
                file.place("editions", number),
                "F001",
                f"'editions' names {key}, but there is no {shown(path)}",
                f"add that definition, or use one of {defined}" if defined else "add it",
            )


def _files(file: SourceFile[BuildSettings]) -> Iterator[Finding]:
    """Find faults in the files that the settings name."""
    settings = file.value
    if settings.emblem is not None:
        yield from _fault(file.place("emblem"), emblem_address, settings.emblem)
    if settings.press is not None and Delivery.PRESS in settings.deliveries:
        yield from _fault(file.place("press", "profile"), Profile, settings.press.profile)


def _fault(place: Place, use: Callable[[Path], object], path: Path) -> Iterator[Finding]:
    try:
        use(path)
    except InputError as fault:
        code = "F008" if is_file(path) else "F001"
        yield Finding(place, code, fault.message, fault.remedy)
