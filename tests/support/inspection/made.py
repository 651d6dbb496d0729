"""A compendium that was made, to be looked at: the example, or that of this project."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from compendium.reading.one_file import load_settings
from support.inspection.built import BUILT, EDITIONS

EDITION = "compendium"


@dataclass(frozen=True)
class Made:
    """Where its files are, and how much of it there is at least.

    `folder` holds settings and templates, `records` and `work` what the editions in `editions`
    were made from.
    """

    folder: Path
    editions: Path
    records: Path
    work: str
    units: int
    notes: int

    def index(self, language: str) -> Path:
        """The thematic index in a language."""
        return self.folder / self.work.format(language=language, name="index")

    def texts(self, language: str) -> Path:
        """The texts in a language."""
        return self.folder / self.work.format(language=language, name="texts")

    @property
    def accent(self) -> str:
        """The colour of its headings."""
        return load_settings(self.folder / "config/config.yaml").accent

    @property
    def document_address(self) -> str:
        """The pattern of the official address of a document."""
        return load_settings(self.folder / "config/config.yaml").document_address


def of_the_project(built: Path) -> Made:
    """The compendium of this project."""
    return Made(
        built,
        built / "output/editions",
        built / f"output/work/{EDITION}.records.json",
        f"output/work/{{language}}/{EDITION}.{{name}}.json",
        units=600,
        notes=20,
    )


def of_the_example(editions: Path) -> Made:
    """The compendium of the example."""
    folder = editions.parent
    return Made(
        folder, editions, folder / "records.json", "{language}.{name}.json", units=20, notes=1
    )


EXAMPLE = pytest.param("example", id="example")
PROJECT = pytest.param("project", id="project", marks=pytest.mark.acceptance)
# Which compendium, and in which language.
LANGUAGES = [
    pytest.param(*one.values, language, id=f"{one.id}-{language}", marks=one.marks)
    for one in (EXAMPLE, PROJECT)
    for language in BUILT
]
# Which compendium, and which of its pages.
PAGES = [
    pytest.param(
        *one.values,
        f"{language}/{edition}.html",
        id=f"{language}-{edition}-{one.id}",
        marks=one.marks,
    )
    for one, editions in ((EXAMPLE, (EDITION,)), (PROJECT, EDITIONS))
    for language in BUILT
    for edition in editions
]
