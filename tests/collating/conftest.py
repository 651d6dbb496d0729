"""The real sources, read once for all, and copies of them to spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from compendium.collating.collation import collate
from compendium.collating.explanation import Collation
from compendium.model.corpus import Corpus
from compendium.reading import Reading, read_sources

SOURCES = Path(__file__).parents[2] / "sources"

Collate = Callable[..., Collation]


@pytest.fixture(scope="session")
def real() -> Reading:
    """The sources of the project as they stand."""
    return read_sources(SOURCES)


@pytest.fixture(scope="session")
def corpus(real: Reading) -> Corpus:
    """The records of the project."""
    return real.corpus


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the real sources that a test may spoil."""
    return Path(shutil.copytree(SOURCES, tmp_path / "sources", copy_function=_writable_copy))


@pytest.fixture
def collate_copy(copy: Path) -> Collate:
    """Collate the copied records with one document, or with all."""

    def run(only: str | None = None) -> Collation:
        reading = read_sources(copy)
        return collate(
            reading.corpus, reading.errata, reading.documents, copy / "published", only=only
        )

    return run


def _writable_copy(source: str, target: str) -> str:
    shutil.copyfile(source, target)  # without the mode: published texts are read-only
    return target
