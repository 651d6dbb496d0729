"""Damaged files of every kind, some of those that `make fuzz` has read by the thousand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CASES = 300


def test_damaged_files() -> None:
    """Each of 300 damaged files is read or refused with one message, without harm, in time.

    Nothing is written after a refusal or outside the folder, what is written can be read again,
    and no case takes more than 5 seconds or 400 megabytes.
    """
    done = subprocess.run(
        [sys.executable, "-m", "fuzzing", "--cases", str(CASES), "--seed", "2026"],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    said = done.stdout.splitlines()[-1].split()
    assert said[0] == "all"
    assert int(said[1]) >= CASES
