"""`compendium prepare` does what `localise`, `index` and `compose` do one after the other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support.commands import run

Capture = pytest.CaptureFixture[str]
FILES = ("texts.json", "index.json", "document.json")


@pytest.fixture
def project(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example, its settings and its records."""
    shutil.copytree(root / "tests/example", tmp_path, dirs_exist_ok=True)
    (tmp_path / "config").mkdir(exist_ok=True)
    shutil.copy(root / "config/config.yaml", tmp_path / "config")
    monkeypatch.chdir(tmp_path)
    assert run("collect", "--output", "records.json") == 0
    return tmp_path


def _prepare(language: str, folder: str, *more: str, edition: str = "compendium") -> object:
    texts, index, document = (f"{folder}/{name}" for name in FILES)
    outputs = ("--output-texts", texts, "--output-index", index, "--output", document)
    what = ("--records", "records.json", "--language", language, "--edition", edition)
    return run("prepare", *what, *outputs, *more)


def _one_by_one(language: str, folder: str, edition: str = "compendium") -> list[object]:
    texts, index, document = (f"{folder}/{name}" for name in FILES)
    of_edition = ("--texts", texts, "--edition", edition)
    codes = [
        run("localise", "--records", "records.json", "--language", language, "--output", texts)
    ]
    if codes == [0]:
        codes.append(run("index", *of_edition, "--output", index))
    if codes == [0, 0]:
        codes.append(run("compose", *of_edition, "--index", index, "--output", document))
    return codes


def _content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.glob("*")}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_same_files_and_words(project: Path, language: str, capsys: Capture) -> None:
    """All three files have the same bytes, and the same is printed."""
    capsys.readouterr()
    assert _one_by_one(language, "one") == [0, 0, 0]
    printed = capsys.readouterr()
    assert _prepare(language, "both") == 0
    assert capsys.readouterr() == printed
    assert sorted(_content(project / "both")) == sorted(FILES)
    assert _content(project / "both") == _content(project / "one")


def test_the_same_fault_in_a_catalogue(project: Path, capsys: Capture) -> None:
    """A catalogue with an error ends both with the same findings and code; nothing is written."""
    catalogue = project / "translations/fr/topics.po"
    text = catalogue.read_text(encoding="utf-8")
    catalogue.write_text(f"{text}\n{text[text.index('msgctxt') :]}", encoding="utf-8")
    capsys.readouterr()
    assert _one_by_one("fr", "one") == [1]
    printed = capsys.readouterr()
    assert "error" in printed.err
    assert _prepare("fr", "both") == 1
    assert capsys.readouterr() == printed
    assert _content(project / "both") == {}


def test_the_same_refusal_of_an_edition(project: Path, capsys: Capture) -> None:
    """An edition that there is not ends both with the same message and code, after the texts."""
    capsys.readouterr()
    assert _one_by_one("en", "one", "nothing") == [0, 3]
    printed = capsys.readouterr()
    assert _prepare("en", "both", edition="nothing") == 3
    assert capsys.readouterr() == printed
    assert _content(project / "both") == _content(project / "one")


def test_a_state_that_is_required(project: Path, capsys: Capture) -> None:
    """Texts below the state that is required are listed, and nothing is written."""
    assert _prepare("fr", "both", "--require", "official") == 1
    assert "texts are not official:" in capsys.readouterr().err
    assert _content(project / "both") == {}
