"""A composed document is read once, whatever is made of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from compendium.cli.main import main
from compendium.errors import InputError
from compendium.rendering import composed_document
from compendium.rendering.composed_document import ComposedDocument

PDF = ("--press", "press.pdf", "--cover", "cover.pdf", "--archive", "archive.pdf")


def run(*arguments: str) -> None:
    """Run a command of the program in this process."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 0, arguments


@pytest.fixture
def composed(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The composed document of the example, in the current folder with all that a PDF needs."""
    shutil.copytree(root / "tests/example", tmp_path, dirs_exist_ok=True)
    for folder in ("templates", "config"):
        shutil.copytree(root / folder, tmp_path / folder, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1750000000")
    run("collect", "--output", "records.json")
    run("localise", "--records", "records.json", "--language", "en", "--output", "texts.json")
    edition = ("--texts", "texts.json", "--edition", "compendium")
    run("index", *edition, "--output", "index.json")
    run("compose", *edition, "--index", "index.json", "--output", "document.json")
    return tmp_path / "document.json"


@pytest.mark.acceptance
# WeasyPrint leaves the file of its colour profile for PDF/A open.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.usefixtures("composed")
def test_every_pdf_is_of_one_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """Screen, press, cover and archive are made of one reading of the document."""
    read, times = composed_document.read_text, []

    def counted(path: Path) -> str:
        times.append(path)
        return read(path)

    monkeypatch.setattr(composed_document, "read_text", counted)
    run("pdf", "--document", "document.json", *PDF, "--output", "screen.pdf")
    assert times == [Path("document.json")]


def test_what_is_no_document_is_refused(tmp_path: Path) -> None:
    """A file without the metadata of a document is named, with what makes one."""
    (tmp_path / "other.json").write_text('{"pandoc": 1}', encoding="utf-8")
    with pytest.raises(InputError, match=r"other\.json: not a composed document") as refused:
        ComposedDocument(tmp_path / "other.json")
    assert "compendium compose" in refused.value.remedy
