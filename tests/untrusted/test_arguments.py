"""Arguments that nobody means: each is one message, and no work of a person is written over."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from compendium.cli.main import main

EXAMPLE = Path(__file__).parents[1] / "example"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[object, str]:
    """Exit code and error output of the program."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    return stop.value.code, capsys.readouterr().err


@pytest.fixture(autouse=True)
def _in_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every case works on a copy of the example."""
    shutil.copytree(EXAMPLE, tmp_path, dirs_exist_ok=True)
    Path(tmp_path / "report.txt").write_text("CL/CONF/LK/2015/2\n\nReport\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize(
    ("file", "command"),
    [
        ("sources/topics.yaml", "check --json {}"),
        ("sources/lk/01-2011.yaml", "collect --output {}"),
        ("translations/fr/topics.po", "changes --since HEAD --output {}"),
        ("translations/terms.csv", "collate --output {}"),
        ("translations/fr/topics.po", "localise --records r.json --language fr --output {}"),
        ("translations/fr/topics-order.yaml", "import report.txt --account {}"),
        ("report.txt", "import report.txt --account {}"),
        ("report.txt", "import report.txt --account sources/../{} --dry-run"),
    ],
)
def test_no_result_is_written_over_the_work_of_a_person(
    capsys: pytest.CaptureFixture[str], file: str, command: str
) -> None:
    """Records, catalogues, terms and the document itself are no place for what a command finds."""
    before = Path(file).read_bytes()
    code, said = run(capsys, *command.format(file).split())
    assert code in {2, 3}
    assert said.lower().count("error:") == 1
    assert file in said
    assert Path(file).read_bytes() == before


def test_a_share_that_is_no_number(capsys: pytest.CaptureFixture[str]) -> None:
    """A share of `nan` is refused as any other outside its range."""
    code, said = run(capsys, "sample", "--language", "fr", "--seed", "1", "--share", "nan")
    assert code == 2
    assert "nan is not in the range" in said


def test_a_folder_that_was_removed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the folder that one is in has gone, the message is about that folder."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(FileNotFoundError):
        Path.cwd()
    code, said = run(capsys, "check")
    assert code == 4
    assert "the folder that you are in: No such file" in said
    assert "what to do" in said
