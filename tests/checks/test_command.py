"""The forms in which `compendium check` gives its findings."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from compendium.cli.main import main

EXAMPLE = Path(__file__).parent.parent / "example" / "sources"


def _check(*options: str | Path) -> object:
    with pytest.raises(SystemExit) as stop:
        main(["check", *map(str, options)])
    return stop.value.code


@pytest.fixture
def warned(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example with one doubtful paragraph, beside the current folder."""
    for path in EXAMPLE.rglob("*.*"):
        copy = tmp_path / "sources" / path.relative_to(EXAMPLE)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    meeting = tmp_path / "sources" / "lk" / "02-2013.yaml"
    meeting.write_text(meeting.read_text().replace("Leave ashore.", "Leave ashore"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


FINDING = {
    "file": "sources/lk/02-2013.yaml",
    "line": 28,
    "code": "T009",
    "severity": "warning",
    "message": "the text ends without . ; : or ,: Leave ashore",
    "remedy": "check whether its end is missing; else end it as adopted",
}


def test_many_warnings_of_a_code_are_one(warned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Of many warnings of one code the first stands for all, with their number; errors are last."""
    meeting = warned / "sources" / "lk" / "01-2011.yaml"
    text = meeting.read_text(encoding="utf-8")
    assert text.count(";\n") + text.count(".\n") > 4
    meeting.write_text(text.replace(";\n", "\n").replace(".\n", "\n"), encoding="utf-8")
    topics = warned / "sources" / "topics.yaml"
    topics.write_text(f"{topics.read_text(encoding='utf-8')}unknown: 1\n", encoding="utf-8")
    assert _check() == 1
    said = capsys.readouterr().out.splitlines()
    assert _check("--all") == 1
    everything = capsys.readouterr().out.splitlines()
    warnings = [line for line in everything if " T009 warning: " in line]
    more = f"  and {len(warnings) - 1} more of T009 (--all lists them)"
    assert said == [*everything[:2], more, *everything[-3:]]
    assert len(everything) == 2 * len(warnings) + 3
    assert " F005 error: " in said[-3]
    assert said[-1].startswith(f"1 error, {len(warnings)} warnings")


@pytest.mark.usefixtures("warned")
def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    """`--format json` prints the findings and their counts as JSON, and nothing else."""
    assert _check("--format", "json") == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed == {"files": 10, "errors": 0, "warnings": 1, "findings": [FINDING]}


def test_json_file(warned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--json FILE` writes the same besides the printed lines, whatever the outcome."""
    report = warned / "reports" / "check.json"
    assert _check("--json", report, "--strict") == 1
    assert json.loads(report.read_text(encoding="utf-8"))["findings"] == [FINDING]
    assert capsys.readouterr().out == (
        f"{FINDING['file']}:28: T009 warning: {FINDING['message']}\n"
        f"  {FINDING['remedy']}\n"
        "0 errors, 1 warning in 10 files\n"
    )


def test_a_reader_that_stops_reading(warned: Path) -> None:
    """Output cut off by `head` is no fault to talk about."""
    done = subprocess.run(
        ["/bin/sh", "-c", '"$0" -m compendium check | true; sleep 0.1', sys.executable],
        cwd=warned,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
