"""The same sources make the same bytes, wherever and whenever they are built."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from support.example_editions import LANGUAGES, delivery, make_example

ACCEPTANCE = pytest.mark.acceptance
DELIVERIES = ("page", "screen", "press", "cover", "archive")
# What must not matter: the time zone, the order of sets, the name of the machine and of the user.
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "HOSTNAME": "x", "USER": "y"}


@pytest.mark.parametrize("languages", [("ar",), pytest.param(LANGUAGES, marks=ACCEPTANCE)])
def test_the_example_is_the_same(
    editions: Path, root: Path, tmp_path: Path, languages: tuple[str, ...]
) -> None:
    """Every file of the example is the same when it is made again in another folder."""
    again = make_example(root, tmp_path / "another" / "folder", languages, ELSEWHERE)
    made = sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert len(made) == len(languages) * len(DELIVERIES)
    different = [
        str(path) for path in made if (editions / path).read_bytes() != (again / path).read_bytes()
    ]
    assert different == []


def test_a_paper_is_the_same(built: Path, tmp_path: Path, environment: dict[str, str]) -> None:
    """Every file of a real edition is the same when the workflow makes it in another folder."""
    folder = tmp_path / "again"
    shutil.copytree(built, folder, ignore=shutil.ignore_patterns("output", ".snakemake"))
    files = [
        delivery(Path("output/editions"), "ar", name, "record-2019")
        for name in ("page", "screen", "archive")
    ]
    wanted = [str(file.path) for file in files]
    done = subprocess.run(
        ["snakemake", "--cores", "2", *wanted],
        cwd=folder,
        env=environment | ELSEWHERE,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    for path in wanted:
        assert (folder / path).read_bytes() == (built / path).read_bytes(), path
