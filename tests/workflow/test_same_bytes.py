"""A script shows that two commits make the same files, and names those that differ."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

GIT = ("git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org")


@pytest.fixture
def commits(tmp_path: Path, root: Path) -> tuple[str, str]:
    """Two commits of a folder with the script, whose outputs were made before and are the same."""
    (tmp_path / "setup").mkdir()
    shutil.copy(root / "setup/same-bytes.sh", tmp_path / "setup")
    subprocess.run([*GIT, "init", "--quiet"], cwd=tmp_path, check=True)
    made = []
    for message in ("before", "after"):
        commit = [*GIT, "commit", "--quiet", "--allow-empty", "--message", message]
        subprocess.run(commit, cwd=tmp_path, check=True)
        named = subprocess.run(
            [*GIT, "rev-parse", "HEAD"], cwd=tmp_path, check=True, capture_output=True, text=True
        )
        made.append(named.stdout.strip())
        for part in ("commands/fr", "editions-none"):
            (tmp_path / "kept" / made[-1] / part).mkdir(parents=True)
        (tmp_path / "kept" / made[-1] / "commands/fr/compendium.json").write_text("{}\n")
    return made[0], made[1]


def same_bytes(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """What the script says of the outputs that are kept."""
    command = [folder / "setup/same-bytes.sh", "--keep", folder / "kept", *arguments, "none"]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_equal_files_are_the_same(tmp_path: Path, commits: tuple[str, str]) -> None:
    """Where no file differs, the exit code is 0 and the files are counted."""
    done = same_bytes(tmp_path, *commits)
    assert (done.returncode, done.stdout) == (0, "the same: 1 files\n"), done.stderr


def test_a_file_that_differs_is_named(tmp_path: Path, commits: tuple[str, str]) -> None:
    """One byte that differs in one file is an error that names the file."""
    file = tmp_path / "kept" / commits[1] / "commands/fr/compendium.json"
    file.write_text("{ }\n", encoding="utf-8")
    done = same_bytes(tmp_path, *commits)
    assert done.returncode == 1
    assert f"{file} differ" in done.stdout


def test_a_file_that_is_missing_is_named(tmp_path: Path, commits: tuple[str, str]) -> None:
    """A file that one commit alone makes is an error that names it."""
    (tmp_path / "kept" / commits[0] / "commands/more.json").write_text("{}\n", encoding="utf-8")
    done = same_bytes(tmp_path, *commits)
    assert done.returncode == 1
    assert "more.json" in done.stdout


@pytest.mark.parametrize("place", [0, 1])
def test_an_unknown_commit_is_refused(tmp_path: Path, commits: tuple[str, str], place: int) -> None:
    """A name that Git does not know is no commit, whichever it is."""
    named = [*commits]
    named[place] = "nowhere"
    done = same_bytes(tmp_path, *named)
    assert done.returncode == 2
    assert "there is no commit nowhere" in done.stderr
