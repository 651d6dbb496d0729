"""A build that says that there is nothing to do is right, whatever the dates of files say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

PAGE = "output/editions/fr/compendium.html"
LONG_AGO = 10**9
FRENCH = ["prepare", "html"]
ALL = ["collect", *FRENCH]
# What is changed: the file, and the steps that follow.
CHANGED = {
    "record": ("sources/lk/01-2011.yaml", ALL),
    "frame": ("sources/bodies.yaml", ALL),
    "catalogue": ("translations/fr/lk/01-2011.po", FRENCH),
    "terms": ("translations/terms.csv", FRENCH),
    "style": ("templates/styles/screen.css", ["html"]),
    "program": ("compendium/findings.py", ["package", *ALL]),
}


def planned(project: Path, environment: dict[str, str], *options: str) -> list[str]:
    """The steps that a build of the page would take."""
    done = subprocess.run(
        ["snakemake", "-n", PAGE, *options],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return sorted(re.findall(r"^(?:local)?rule (\w+):$", done.stdout + done.stderr, re.MULTILINE))


def edited(path: Path) -> None:
    """Add a line that says nothing."""
    path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param(kind, marks=[] if kind == "record" else [pytest.mark.acceptance])
        for kind in CHANGED
    ],
)
def test_a_change_with_an_older_date_is_built(
    small: Path, environment: dict[str, str], kind: str
) -> None:
    """A file that another one replaced is built, though it is older than what was made."""
    name, steps = CHANGED[kind]
    edited(small / name)
    os.utime(small / name, (LONG_AGO, LONG_AGO))
    assert planned(small, environment) == sorted(steps)


def _remove(project: Path) -> None:
    (project / "translations/fr/lk/02-2013.po").unlink()


def _add(project: Path) -> None:
    shutil.copy2(project / "templates/styles/screen.css", project / "templates/styles/x.css")


def _rename(project: Path) -> None:
    style = project / "templates/styles/screen.css"
    style.rename(style.with_name("x.css"))


@pytest.mark.acceptance
@pytest.mark.parametrize(
    ("act", "steps"), [(_remove, FRENCH), (_add, ["html"]), (_rename, ["html"])]
)
def test_files_that_come_and_go_are_seen(
    small: Path, environment: dict[str, str], act: Callable[[Path], None], steps: list[str]
) -> None:
    """A file that is gone, new or has another name is a change, whatever its date."""
    act(small)
    assert planned(small, environment) == sorted(steps)


def test_touched_files_are_not_built(small: Path, environment: dict[str, str]) -> None:
    """Files that are newer than what was made from them, but hold what they held, make nothing."""
    for name in ("sources", "translations", "templates", "compendium"):
        for path in (small / name).rglob("*"):
            os.utime(path)
    assert planned(small, environment) == []


@pytest.mark.acceptance
def test_a_clock_set_back_between_two_steps(small: Path, environment: dict[str, str]) -> None:
    """What is far behind a file counts, though the step between was made again with an old date."""
    edited(small / "sources/lk/01-2011.yaml")
    step = ["snakemake", "output/work/compendium.records.json"]
    subprocess.run(step, cwd=small, env=environment, capture_output=True, check=True)
    os.utime(small / step[1], (LONG_AGO, LONG_AGO))
    assert planned(small, environment) == sorted(FRENCH)


@pytest.mark.acceptance
def test_the_emblem_counts_by_what_it_holds(unbuilt: Path, environment: dict[str, str]) -> None:
    """An older picture of the same name makes the PDF again; then there is nothing to do."""
    build = ["setup/build.sh"]
    dated = environment | {"SOURCE_DATE_EPOCH": "1700000000"}  # the folder is no repository

    def said() -> str:
        done = subprocess.run(
            build, cwd=unbuilt, env=dated, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    said()
    edited(unbuilt / "emblem.svg")
    os.utime(unbuilt / "emblem.svg", (LONG_AGO, LONG_AGO))
    assert "-- begun: pdf fr/compendium" in said()
    assert said() == "nothing to do: all files are made from what is here\n"
    shutil.rmtree(unbuilt / ".snakemake")
    assert "-- begun: pdf fr/compendium" in said()
