"""Builds that are killed, and two at once: nothing is lost, and nobody has to clear up."""

from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from support.miniature_project import lay_out

pytestmark = pytest.mark.acceptance
# What is there when a build is killed, and how long after that.
MOMENTS = [
    (".snakemake/locks/0.input.lock", 0.0),
    ("output/logs/fr/compendium.prepare.log", 0.3),
    ("output/logs/fr/compendium.pdf.log", 1.0),
    ("output/editions/fr/compendium.pdf", 0.0),
]


@pytest.fixture(scope="module")
def environment(environment: dict[str, str]) -> dict[str, str]:
    """With a date: these folders are no repository, and a build would say so first."""
    return environment | {"SOURCE_DATE_EPOCH": "1700000000"}


def started(project: Path, environment: dict[str, str], *command: str) -> subprocess.Popen[str]:
    """Begin a build in a process group of its own."""
    return subprocess.Popen(
        command or ["setup/build.sh"],
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def ended(build: subprocess.Popen[str]) -> str:
    """What a build said, when it is through and has succeeded."""
    said, _ = build.communicate(timeout=300)
    assert build.returncode == 0, said
    return said


def wait_for(path: Path, *, seconds: float = 120) -> None:
    """Wait until a file is there."""
    end = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < end, f"there is no {path}"
        time.sleep(0.01)


def contents(project: Path) -> dict[str, str]:
    """The checksum of every edition, and what else lies beside."""
    folder = project / "output/editions"
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def clean(
    root: Path, tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]
) -> dict[str, str]:
    """The editions of a build that nobody disturbed."""
    folder = tmp_path_factory.mktemp("clean")
    lay_out(root, folder)
    ended(started(folder, environment))
    return contents(folder)


@pytest.mark.parametrize(("file", "after"), MOMENTS)
def test_after_a_kill_the_next_build_goes_on(
    unbuilt: Path, environment: dict[str, str], clean: dict[str, str], file: str, after: float
) -> None:
    """A build killed with all its processes is told by the next one, which makes the same files."""
    build = started(unbuilt, environment)
    wait_for(unbuilt / file)
    time.sleep(after)
    os.killpg(build.pid, signal.SIGKILL)
    build.communicate()
    said = ended(started(unbuilt, environment))
    assert said.startswith("an earlier build was killed: ")
    assert contents(unbuilt) == clean
    assert ended(started(unbuilt, environment)).startswith("nothing to do: ")


BUILD, PLAIN = ["setup/build.sh"], ["snakemake"]


@pytest.mark.parametrize(
    ("first", "second"), [(BUILD, BUILD), (BUILD, PLAIN), (PLAIN, BUILD)], ids=str
)
def test_of_two_builds_the_second_ends(
    unbuilt: Path,
    environment: dict[str, str],
    clean: dict[str, str],
    first: list[str],
    second: list[str],
) -> None:
    """A second build in the folder ends without harm; begun by make editions it names the first."""
    build = started(unbuilt, environment, *first)
    wait_for(unbuilt / "output/logs/fr/compendium.prepare.log")
    number = (unbuilt / ".snakemake/build.lock").read_text(encoding="utf-8").strip()
    again = started(unbuilt, environment, *second)
    said, _ = again.communicate(timeout=120)
    assert again.returncode == 1
    if second == ["setup/build.sh"]:
        assert re.match(rf"error: process {number} builds in this folder\n", said)
    ended(build)
    assert contents(unbuilt) == clean
