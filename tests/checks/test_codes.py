"""Each code has a folder: a few files laid over the example, and what `check` says of them.

`removed.txt` names what is taken away from the example. `pytest tests/checks --update` writes
`expected.txt` anew; read the difference before committing it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from compendium.cli.main import main

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
EXAMPLE = HERE.parent / "example"
CODE = re.compile(r"\b[CFNOPRSTWY][0-9]{3}\b")
DOCUMENTATION = (ROOT / "docs" / "codes.md").read_text(encoding="utf-8")
FOLDERS = sorted(path for path in HERE.iterdir() if CODE.fullmatch(path.name))


def _lay_out(case: Path, folder: Path) -> None:
    """Copy the example, take away what the case removes, lay its files over the rest.

    The translations are copied for the codes of translations alone: a case of the others may
    change a source, whose translations would then be out of date.
    """
    parts = ["sources", "translations"] if case.name[0] in "CNOPWY" else ["sources"]
    for part in parts:
        shutil.copytree(EXAMPLE / part, folder / part)
    removed = case / "removed.txt"
    for name in removed.read_text().split() if removed.exists() else ():
        gone = folder / name
        shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    for part in parts:
        if (case / part).exists():
            shutil.copytree(case / part, folder / part, dirs_exist_ok=True)


def _check(capsys: pytest.CaptureFixture[str], *options: str) -> tuple[str, object]:
    with pytest.raises(SystemExit) as stop:
        main(["check", *options])
    return capsys.readouterr().out, stop.value.code


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_case(
    case: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    pytestconfig: pytest.Config,
) -> None:
    """The faults of a case are found, all of them, at their lines, and nothing else is."""
    _lay_out(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    found, status = _check(capsys, "--all")
    if pytestconfig.getoption("--update", default=False):
        (case / "expected.txt").write_text(found, encoding="utf-8")
    assert found == (case / "expected.txt").read_text(encoding="utf-8")
    assert f" {case.name} " in found
    assert status == (1 if " error: " in found else 0)
    assert _check(capsys, "--strict")[1] == 1


def test_example_is_free_of_findings(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The example that every case starts from has no finding, not even a warning."""
    monkeypatch.chdir(EXAMPLE)
    assert _check(capsys, "--strict") == ("0 errors, 0 warnings in 25 files\n", 0)


def test_codes_are_documented_and_tested() -> None:
    """The codes in the program, in docs/codes.md and among the folders here are the same."""
    program = {
        code
        for path in (ROOT / "compendium").rglob("*.py")
        for code in re.findall(r'"([CFNOPRSTWY][0-9]{3})"', path.read_text(encoding="utf-8"))
    }
    documented = re.findall(r"^### ([CFNOPRSTWY][0-9]{3}) ", DOCUMENTATION, re.MULTILINE)
    assert sorted(program) == documented
    assert program == {case.name for case in FOLDERS}


@pytest.mark.parametrize(("letter", "folder"), [("I", "importing"), ("H", "exchange")])
def test_other_codes_are_tried(letter: str, folder: str) -> None:
    """What importing and taking back say is tried, code by code, in tests of their own."""
    tests = [*HERE.parent.rglob("test_*.py"), *HERE.parent.rglob("*.md")]
    program = _codes(letter, (ROOT / "compendium" / folder).glob("*.py"))
    assert program
    assert program - _codes(letter, (path for path in tests if path.parent != HERE)) == set()


def _codes(letter: str, files: Iterable[Path]) -> set[str]:
    texts = (path.read_text(encoding="utf-8") for path in files)
    return {code for text in texts for code in re.findall(rf"\b{letter}[0-9]{{3}}\b", text)}


@pytest.mark.parametrize("case", FOLDERS, ids=lambda case: case.name)
def test_severity_is_documented(case: Path) -> None:
    """The table of docs/codes.md gives the severity with which the finding is printed."""
    row = re.search(rf"^\| \[{case.name}\].* \| (\w+) \|$", DOCUMENTATION, re.MULTILINE)
    printed = re.search(rf" {case.name} (\w+):", (case / "expected.txt").read_text("utf-8"))
    assert row is not None
    assert printed is not None
    assert row[1] == printed[1]
