"""What `make editions` says: of the workflow's words those an editor needs, and each fault once."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest

INTERRUPTED = """\
Traceback (most recent call last):
  File "snakemake", line 3, in <module>
    from snakemake.cli import main

KeyboardInterrupt
"""
BUG = """\
Traceback (most recent call last):
  File "x.py", line 3, in <module>
ValueError: a fault of the workflow
"""
LOGS = "error: not every step succeeded; the messages above say why, output/logs/ keeps them\n"


@pytest.fixture
def workplace(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder where the program is ready and the workflow says what the test wants it to."""
    (tmp_path / "setup").mkdir()
    shutil.copy2(root / "setup/build.sh", tmp_path / "setup")
    for name in ("compendium", "snakemake"):
        program(tmp_path, name, "exit 0")
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    return tmp_path


def program(folder: Path, name: str, words: str) -> None:
    """Put a program of a few words of shell into a folder."""
    path = folder / name
    path.write_text(f"#!/bin/bash\n{words}\n", encoding="utf-8")
    path.chmod(0o755)


def workflow(folder: Path, said: str, code: int) -> None:
    """Let the workflow say something on its standard error and end with a code."""
    (folder / "said.txt").write_text(said, encoding="utf-8")
    program(folder, "snakemake", f"cat said.txt >&2\nexit {code}")


def build(folder: Path, *languages: str) -> subprocess.CompletedProcess[str]:
    """Build there; the errors of the script itself are apart from the words of the workflow."""
    command = ["setup/build.sh", *languages]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_a_build_that_cannot_begin_says_why_and_no_more(workplace: Path) -> None:
    """Where the program is not ready, the workflow is not started."""
    program(workplace, "compendium", "echo 'config.yaml:7: F008 error: x'; exit 1")
    program(workplace, "snakemake", "touch started")
    done = build(workplace)
    assert (done.returncode, done.stdout) == (1, "config.yaml:7: F008 error: x\n")
    assert done.stderr == ""
    assert not (workplace / "started").exists()


def test_languages_are_those_that_are_named(workplace: Path) -> None:
    """The languages go to the program that sees whether they are known, and to the workflow."""
    for name in ("compendium", "snakemake"):
        program(workplace, name, 'echo "$@"')
    ready, built = build(workplace, "en", "fr").stdout.splitlines()
    assert ready.split()[0] == "ready"
    assert ready.endswith(" en fr")
    assert built.startswith("--config languages=[en,fr] ")


def test_an_interrupt_is_one_line(workplace: Path) -> None:
    """Ctrl-C while the workflow is being loaded shows no inside of it, and is told as such."""
    workflow(workplace, INTERRUPTED, 130)
    done = build(workplace)
    assert done.stdout == ""
    assert done.stderr.startswith("stopped: ")
    assert done.stderr.count("\n") == 1
    assert done.returncode == 130


def test_a_fault_of_the_workflow_is_shown(workplace: Path) -> None:
    """What nobody foresaw is shown whole, for somebody has to mend it."""
    workflow(workplace, f"Using profile x\n{BUG}", 1)
    done = build(workplace)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", BUG + LOGS)


def test_whoever_runs_a_command_learns_that_it_was_stopped(root: Path) -> None:
    """The line that tells how long a target took tells a stopped one from a failed one."""
    done = subprocess.run(
        [root / "setup/timed.sh", "editions", "bash", "-c", "exit 130"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 130
    assert re.fullmatch(r"== editions: stopped after \d+ s\n", done.stderr)


def test_the_second_build_in_a_folder_is_refused(workplace: Path) -> None:
    """While a build runs, another one names its process and ends, without beginning anything."""
    program(workplace, "snakemake", "echo x >> started; exec sleep 60")
    with subprocess.Popen(["setup/build.sh"], cwd=workplace, stdout=subprocess.DEVNULL) as first:
        wait_for(workplace / "started")
        second = build(workplace)
        (number,) = re.findall(r"error: process (\d+) builds in this folder\n", second.stderr)
        os.kill(int(number), signal.SIGKILL)
        first.wait()
    assert f"what to do: wait until it has ended, or end it: kill {number}" in second.stderr
    assert (second.returncode, second.stdout) == (1, "")
    assert (workplace / "started").read_text(encoding="utf-8") == "x\n"


def test_what_a_killed_build_left_is_cleared_away(workplace: Path) -> None:
    """The lock of a build that is no more is removed, with half files, and that is said."""
    lock, half = workplace / ".snakemake/locks/0.input.lock", workplace / "output/.a.pdf.x1y2z3_w"
    for path in (lock, half):
        path.parent.mkdir(parents=True)
        path.touch()
    program(workplace, "snakemake", 'echo "$@"')
    done = build(workplace)
    assert done.returncode == 0
    assert done.stdout.splitlines() == [
        "an earlier build was killed: what it finished is kept, the rest is made again",
        "--unlock --quiet all",
        "--logger compendium",
    ]
    assert not half.exists()


def wait_for(path: Path, *, seconds: float = 60) -> None:
    """Wait until a file is there."""
    end = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < end, f"there is no {path}"
        time.sleep(0.02)
