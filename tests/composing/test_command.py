"""`compendium compose` takes what belongs together, and says what does not."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from support.commands import run

TEXTS, INDEX, SETTINGS = "texts.json", "index.json", "config.yaml"
_EDITION = ("--edition", "compendium")


@pytest.fixture
def made(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the text set and the index of the English example, and settings."""
    shutil.copytree(root / "tests/example", tmp_path, dirs_exist_ok=True)
    shutil.copy(root / "config/config.yaml", tmp_path / SETTINGS)
    monkeypatch.chdir(tmp_path)
    for command in (
        ("collect", "--output", "records.json"),
        ("localise", "--records", "records.json", "--language", "en", "--output", TEXTS),
        ("index", "--texts", TEXTS, *_EDITION, "--output", INDEX),
    ):
        assert run(*command) == 0
    return tmp_path


def _compose() -> object:
    files = ("--texts", TEXTS, "--index", INDEX, "--config", SETTINGS, "--output", "made.json")
    return run("compose", *_EDITION, *files)


@pytest.mark.parametrize(("field", "name"), [("language", "en"), ("edition", "compendium")])
def test_index_of_another(
    made: Path, field: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """An index of another language or edition than the text set's is refused."""
    index = made / INDEX
    text = index.read_text(encoding="utf-8")
    index.write_text(text.replace(f'"{field}": "{name}"', f'"{field}": "xx"'), encoding="utf-8")
    assert _compose() == 3
    assert "error: index.json: the index of " in capsys.readouterr().err
    assert not (made / "made.json").exists()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("no additional cost.", "no cost.[^7]", "the mark [^7] has no note"),
        ('"body":"lk","heading"', '"body":"xx","heading"', "gatherings of xx"),
        ('"source_language":"en"', '"source_language":"fr"', "has no state for "),
    ],
)
def test_what_does_not_hold_together(
    made: Path, old: str, new: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Texts that can be read and do not hold together end in one message, and in no document."""
    texts = made / TEXTS
    text = texts.read_text(encoding="utf-8").replace("first {lk} m", "first {xx} m")
    assert old in text
    texts.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert _compose() == 3
    assert said in capsys.readouterr().err
    assert not (made / "made.json").exists()


@pytest.mark.parametrize("text", ["", "[", '{"blocks": [7]}', "[" * 50_000])
def test_a_document_that_is_none(
    made: Path, root: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is no composed document is refused by its name, not as a fault of Pandoc."""
    (made / "made.json").write_text(text, encoding="utf-8")
    files = ("--document", "made.json", "--config", SETTINGS, "--output", "page.html")
    assert run("html", *files, "--templates", str(root / "templates")) == 3
    said = capsys.readouterr().err
    assert said.startswith("error: made.json: ")
    assert "compendium compose" in said


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("https://x/{symbl}", "{symbl} is unknown"),
        ("https://x/{symbol}{", "{ is unknown"),
        ("https://x/", "{symbol} is missing"),
    ],
)
def test_address_that_cannot_be_filled_in(
    made: Path, pattern: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A pattern of addresses with something else to fill in is refused, and what it is told."""
    settings = made / SETTINGS
    text = settings.read_text(encoding="utf-8")
    address = "https://undocs.org/{language}/{symbol}"
    assert address in text
    settings.write_text(text.replace(address, f'"{pattern}"'), encoding="utf-8")
    assert _compose() == 3
    told = f"'document_address' is not as it must be: {said}"
    assert re.search(rf"config\.yaml:[0-9]+: {re.escape(told)}", capsys.readouterr().err)


def test_braces_in_a_text(made: Path) -> None:
    """A placeholder that nothing fills in is printed as it stands; the check names it before."""
    texts = made / TEXTS
    text = texts.read_text(encoding="utf-8").replace("first {lk} meetings", "first {lk} {lkx} {")
    texts.write_text(text, encoding="utf-8")
    assert _compose() == 0
    assert "first three {lkx} {" in (made / "made.json").read_text(encoding="utf-8")
