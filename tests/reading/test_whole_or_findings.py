"""A reading gives a whole corpus, or the findings that say why there is none."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from compendium.cli.main import main
from compendium.errors import FindingsError
from compendium.reading import read_sources

EXAMPLE = Path(__file__).parents[1] / "example"
COMMANDS = {
    "stats": (),
    "suggest": (),
    "collate": (),
    "changes": ("--since", "compendium"),
    "collect": ("--output", "records.json"),
    "sample": ("--language", "fr", "--seed", "1"),
}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk with the example, whose second meeting has a fault."""
    shutil.copytree(EXAMPLE / "sources", tmp_path / "sources")
    shutil.copytree(EXAMPLE / "translations", tmp_path / "translations")
    file = tmp_path / "sources/lk/02-2013.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("ordinal:", "ordinals:"), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_names_the_faults(
    desk: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command that needs all sources names each fault at its line, and ends with 1."""
    with pytest.raises(SystemExit) as ended:
        main([command, *COMMANDS[command]])
    printed = capsys.readouterr()
    assert ended.value.code == 1
    assert printed.out == ""
    assert "sources/lk/02-2013.yaml:3: F005 error: " in printed.err
    assert printed.err.splitlines()[-1].endswith(" in 10 files")
    assert not (desk / "records.json").exists()


def test_sources_that_were_only_begun(desk: Path) -> None:
    """Without topics there is no whole corpus; what is there may be asked for as begun."""
    shutil.copytree(EXAMPLE / "sources", desk / "begun")
    (desk / "begun/topics.yaml").unlink()
    reading = read_sources(desk / "begun")
    assert [one.key for one in reading.begun.meetings] == ["lk.1", "lk.2", "lk.3"]
    with pytest.raises(FindingsError) as raised:
        _ = reading.corpus
    assert [one.code for one in raised.value.findings] == ["F001"]


def test_files_come_with_their_kind(desk: Path) -> None:
    """A fault in one file takes away the corpus, and leaves the files without faults."""
    reading = read_sources(desk / "sources")
    assert [file.value.key for file in reading.gatherings] == ["conf.4", "conf.5", "lk.1", "lk.3"]
    with pytest.raises(FindingsError):
        _ = reading.begun
