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


@pytest.mark.parametrize("sign", ["\x0b", "\x1b[31m", "\x85"])
def test_a_control_character_is_refused(capsys: pytest.CaptureFixture[str], sign: str) -> None:
    """A name with a control character is refused before anything is written or shown raw."""
    before = sorted(Path().rglob("*"))
    code, said = run(capsys, "collect", "--output", f"{sign}.json")
    assert code == 2
    assert "it contains a control character" in said
    assert sign not in said
    assert sorted(Path().rglob("*")) == before


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


FALSE = "a\nerror: all is lost\n  what to do: send money"


@pytest.mark.parametrize(
    "arguments",
    [
        ("check", "--sources", FALSE),
        ("import", FALSE),
        ("import", "report.txt", "--symbol", FALSE),
        ("import", "report.txt", "--body", FALSE),
        ("import", "report.txt", "--ordinal", FALSE),
        ("import", "sources", FALSE),
        ("collate", "--document", FALSE),
        ("stats", f"--{FALSE}"),
        ("stats", FALSE),
        (FALSE,),
        ("localise", "--records", FALSE, "--language", FALSE, "--output", "o.json"),
        ("new-meeting", FALSE),
    ],
)
def test_no_argument_says_what_the_program_does_not(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    """The end of a line within an argument is shown as one, and begins no line of a message."""
    with pytest.raises(SystemExit):
        main(arguments)
    said = capsys.readouterr()
    lines = [*said.out.splitlines(), *said.err.splitlines()]
    assert lines
    assert not [one for one in lines if one.startswith(("error: all", "  what to do: send"))]


def test_a_file_with_the_end_of_a_line_in_its_name(capsys: pytest.CaptureFixture[str]) -> None:
    """A finding about such a file stands in two lines like any other."""
    Path("sources/lk/a\nerror: b.yaml").write_text("ordinal: x\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["check"])
    said = capsys.readouterr()
    assert "sources/lk/a\\nerror: b.yaml:1: " in said.out
    assert "\nerror: b" not in said.out + said.err


@pytest.mark.parametrize(
    "command",
    [
        "handover --records r.json --language fr --output {}",
        "new-meeting report.txt --output {}",
        "schema --output {}",
        "check --sources {}",
        "stats --sources {}",
    ],
)
def test_what_is_no_folder_is_named(capsys: pytest.CaptureFixture[str], command: str) -> None:
    """A device in the place of a folder is told as one, before any work is done."""
    code, said = run(capsys, *command.format("/dev/null").split())
    assert code == 2
    assert "'/dev/null' is not a folder" in said
