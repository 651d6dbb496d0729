"""No message shows control characters, web pages of libraries, or lines without end."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError

from compendium.cli.main import main
from compendium.errors import ExitCode
from compendium.findings import Finding, Place
from compendium.model.value import Value
from compendium.printable import printable
from compendium.reporting import finding_json, finding_lines

RED = "\x1b[31mred\x07"


class _Number(Value):
    number: int


def said_by(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[object, str]:
    """Exit code and error output of the program."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    return stop.value.code, capsys.readouterr().err


@pytest.mark.parametrize("sign", ["\x1b", "\r", "\x85", "\u2028", "\u202e", "\ud800", "\ufeff"])
def test_no_sign_acts_on_the_terminal(sign: str) -> None:
    """What would move the cursor, colour, turn round or break the line stands as an escape."""
    shown = printable(f"a{sign}b")
    assert shown.startswith("a\\")
    assert shown.isprintable()


def test_letters_stay() -> None:
    """Letters of every script, marks of direction among them, are shown as they are."""
    text = "é \u200fفريق\u200f 建议 “Рек”"
    assert printable(text) == text


def test_a_page_of_a_library_is_not_named() -> None:
    """What pydantic adds to its complaints is left out."""
    with pytest.raises(ValidationError) as raised:
        _Number.model_validate({"number": "x"})
    assert "https" in str(raised.value)
    assert "https" not in printable(str(raised.value))


def test_a_message_has_an_end() -> None:
    """Neither many lines nor a long one fill the screen."""
    assert printable("line\n" * 1000).endswith("\n... and 992 lines more")
    assert len(printable(f"{'x' * 900}\n" * 9)) < 2100
    assert len(printable("x" * 100_000)) < 1010


def test_findings_are_shown_so() -> None:
    """A finding quotes what a file holds, for people and for programs."""
    finding = Finding(Place(f"{RED}.yaml"), "F001", f"{RED} \ud800", RED)
    for shown in (finding_lines([finding]), finding_json([finding], 1)):
        assert shown.replace("\n", "").isprintable()


def test_an_argument_that_is_no_text(capsys: pytest.CaptureFixture[str]) -> None:
    """A byte that is not UTF-8 in an argument is told before anything is done."""
    code, said = said_by(capsys, "check", "\udcff.yaml")
    assert code == ExitCode.USAGE
    assert "this is not UTF-8" in said
    assert said.isascii()


def test_an_empty_argument(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is empty is refused; it would be the folder in which the program runs."""
    code, said = said_by(capsys, "import", "")
    assert code == ExitCode.USAGE
    assert "An argument is empty" in said


def test_a_name_that_is_too_long(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that no file can have is told as what it is, and not whole."""
    code, said = said_by(capsys, "collect", "--sources", "x" * 5000, "--output", "records.json")
    assert code == ExitCode.INPUT
    assert "xxx...: no file can have so long a name" in said
    assert len(said) < 200


def test_arguments_are_quoted_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A message that repeats what was given repeats no control characters."""
    for arguments in ([f"--{RED}"], [RED], ["import", str(tmp_path / RED)], ["fetch", RED]):
        code, said = said_by(capsys, *arguments)
        assert code in {ExitCode.USAGE, ExitCode.INPUT}
        assert said.replace("\n", "").isprintable()
