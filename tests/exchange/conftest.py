"""The translator's desk, made ready for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from support.translator_desk import LANGUAGES, ROOT, Desk, call, fill


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Records and full catalogues of the example; for copying only."""
    folder = tmp_path_factory.mktemp("desk")
    records, translations = folder / "records.json", folder / "translations"
    example = ROOT / "tests/example/sources"
    assert call("collect", "--sources", str(example), "--output", str(records)) == 0
    places = ["--records", str(records), "--translations", str(translations)]
    assert call("merge", *places, *LANGUAGES) == 0
    for language in LANGUAGES:
        fill(translations / language, language)
    return folder


@pytest.fixture
def desk(prepared: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[Desk]:
    """A desk of its own for a test."""
    shutil.copytree(prepared / "translations", tmp_path / "translations")

    def capture() -> str:
        said = capsys.readouterr()
        return said.out + said.err

    yield Desk(tmp_path, capture, prepared / "records.json")
    left = [path.name for path in tmp_path.rglob(".*")]
    assert not left, "temporary files were left behind"
