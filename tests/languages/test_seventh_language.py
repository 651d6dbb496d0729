"""A language of its own: German is added by data alone, and gets its edition and its checks."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

GERMAN = Path(__file__).parent / "german"


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """The example with German catalogues, and what rendering needs."""
    shutil.copytree(root / "tests" / "example" / "sources", tmp_path / "sources")
    shutil.copytree(GERMAN / "translations", tmp_path / "translations" / "de")
    shutil.copytree(root / "templates", tmp_path / "templates")
    shutil.copytree(root / "config", tmp_path / "config")
    return tmp_path


def _run(
    folder: Path, environment: dict[str, str], command: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "compendium", *command.split()],
        cwd=folder,
        env=environment | {"COMPENDIUM_LANGUAGES": str(GERMAN)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_edition(folder: Path, environment: dict[str, str]) -> None:
    """Dates, headings, references and texts are German; a text without translation is English."""
    for command in (
        "collect --output records.json",
        "localise --records records.json --language de --output texts.json",
        "index --texts texts.json --edition compendium --output index.json",
        "compose --texts texts.json --index index.json --edition compendium --output document.json",
        "html --document document.json --output edition.html",
    ):
        done = _run(folder, environment, command)
        assert done.returncode == 0, done.stdout + done.stderr
    page = (folder / "edition.html").read_text(encoding="utf-8")
    opened = re.search(r"<html\b[^>]*>", page)
    assert opened is not None
    assert 'lang="de"' in opened[0].split()
    for words in (
        "Erste Sitzung",
        "3. bis 5.\N{NO-BREAK SPACE}Mai 2011",
        "Beschluss 4/1",
        "Wärter, Ausbildung",
        "„jede dritte Nacht“",
    ):
        assert words in page, f"{words!r} is not in the edition"
    assert 'lang="en"' in page.partition("<body")[2], "English texts are not marked"


def test_checks(folder: Path, environment: dict[str, str]) -> None:
    """The checks of translations know German by its data, and find what is planted."""
    catalogue = folder / "translations" / "de" / "lk" / "01-2011.po"
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(
        text.replace("Ziff. 12", "Ziff. 21").replace("Nacht“", "Nacht”"), encoding="utf-8"
    )
    said = _run(folder, environment, "check").stdout
    assert "N003 error: lk.1.3: the source has 12; it has 21 instead" in said
    assert "Y002 error: lk.1.3: a quotation mark of another language" in said
    assert "2 errors" not in said.splitlines()[0]


def test_unknown_folder(folder: Path, environment: dict[str, str]) -> None:
    """A folder of languages that is not there is named in one line."""
    done = subprocess.run(
        [sys.executable, "-m", "compendium", "check"],
        cwd=folder,
        env=environment | {"COMPENDIUM_LANGUAGES": "nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 3
    assert done.stderr.startswith("error: nowhere: no such folder\n")
