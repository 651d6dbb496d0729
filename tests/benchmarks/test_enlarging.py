"""The larger projects by which growth is measured."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from enlarging import enlarge

from compendium.checks import check_language, check_reading, check_translations
from compendium.findings import Severity
from compendium.reading import Reading, read_sources

EXAMPLE = Path(__file__).parents[1] / "example"
AS_OF = "as_of: {lk: 2, conf: 4}"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example at three times its size."""
    folder = tmp_path_factory.mktemp("enlarged") / "project"
    shutil.copytree(EXAMPLE, folder)
    edition = folder / "sources/editions/compendium.yaml"
    edition.write_text(f"{edition.read_text(encoding='utf-8')}{AS_OF}\n", encoding="utf-8")
    enlarge(folder, 3)
    return folder


@pytest.fixture(scope="module")
def reading(project: Path) -> Reading:
    """The sources of that project, read."""
    return read_sources(project / "sources")


def test_units_are_repeated(reading: Reading) -> None:
    """An enlarged project has so many times the units, each with a key of its own."""
    before = [unit.key for unit in read_sources(EXAMPLE / "sources").corpus.units()]
    after = [unit.key for unit in reading.corpus.units()]
    assert len(set(after)) == len(after) == 3 * len(before)
    assert set(before) < set(after)


def test_the_larger_project_has_no_faults(project: Path, reading: Reading) -> None:
    """An enlarged project passes the checks of its sources and translations."""
    findings = check_reading(reading)
    checked = check_translations(project / "translations", reading.corpus)
    assert [f for f in (*findings, *checked.findings) if f.severity is Severity.ERROR] == []


def test_translations_are_repeated(project: Path, reading: Reading) -> None:
    """An enlarged project has so many times the translations of its records."""
    before, after = (
        [
            key
            for key in check_language(folder / "translations", corpus, "fr").entries
            if key.startswith(("lk.", "conf."))
        ]
        for folder, corpus in (
            (EXAMPLE, read_sources(EXAMPLE / "sources").corpus),
            (project, reading.corpus),
        )
    )
    assert len(after) == 3 * len(before) > 0


def test_editions_are_widened(reading: Reading) -> None:
    """An edition that ends at a certain gathering ends that many gatherings later."""
    assert reading.corpus.edition("compendium").as_of == {"lk": 2 + 2 * 3, "conf": 4 + 2 * 5}
