"""The workflow makes the example, whatever names its folder and its files have."""

from __future__ import annotations

import fcntl
import shutil
from collections import Counter
from pathlib import Path

import pytest

from support.planning import (
    IN_EACH_LANGUAGE,
    SPINE,
    Environment,
    build,
    change,
    in_each_language,
    plan,
    snakemake,
)
from support.project_copy import build_in, copy_project, set_to

ODD = 'it\'s "the" $HOME & so on; (a copy)'
EMBLEM = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
LAST = "sources/lk/03-2014.yaml"


@pytest.fixture(scope="session")
def example(
    root: Path,
    tmp_path_factory: pytest.TempPathFactory,
    environment: Environment,
    worker_id: str,
) -> Path:
    """A project of the example in two languages, built, with odd names; for reading only."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    folder, said = shared / ODD / "example", shared / "workflow.txt"
    with (shared / "workflow.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not said.exists():
            lay_out(root, folder)
            said.write_text(build_in(folder, environment), encoding="utf-8")
    if said.read_text(encoding="utf-8"):
        pytest.fail(f"the example does not build:\n{said.read_text(encoding='utf-8')}")
    return folder


def lay_out(root: Path, folder: Path) -> None:
    """Lay out a project of the example, with odd names wherever the program lets people choose."""
    copy_project(root, folder)
    (folder / "sources/schema").rename(folder / "schema")
    for part in ("sources", "translations"):
        shutil.rmtree(folder / part)
        shutil.copytree(root / "tests/example" / part, folder / part)
    (folder / "schema").rename(folder / "sources/schema")
    emblem, profile = f"config/{ODD}.svg", f"config/{ODD}.icc"
    (folder / emblem).write_text(EMBLEM, encoding="utf-8")
    (folder / "config/icc/ISOcoated_v2_300_bas.icc").rename(folder / profile)
    (folder / f"compendium/{ODD}.txt").write_text("part of the program\n", encoding="utf-8")
    (folder / f"templates/{ODD}.css").write_text("", encoding="utf-8")
    published = folder / "sources/published"
    name = "CL-CONF-LK-2013-3_record.txt"
    (published / name).rename(published / "The record of 2013.txt")
    change(published / "documents.yaml", name, "The record of 2013.txt")
    quoted = {place: "'" + place.replace("'", "''") + "'" for place in (emblem, profile)}
    set_to(
        folder,
        languages="[en, fr]",
        editions="[compendium]",
        emblem=quoted[emblem],
        profile=quoted[profile],
    )


@pytest.fixture
def copied(example: Path, tmp_path: Path) -> Path:
    """A copy of the built example to change, with everything in it up to date."""
    folder = tmp_path / ODD
    shutil.copytree(example, folder, symlinks=True)
    return folder


def test_odd_names_are_built(example: Path) -> None:
    """Spaces, quotation marks and signs of the shell in names hinder no step."""
    for language in ("en", "fr"):
        made = {path.name for path in (example / "output/editions" / language).iterdir()}
        assert made == {
            f"compendium.{ending}"
            for ending in ("html", "pdf", "press.pdf", "cover.pdf", "archive.pdf")
        }
    fingerprints = (example / "output/work/package.sha256").read_text(encoding="utf-8")
    assert f"  compendium/{ODD}.txt\n" in fingerprints


def test_nothing_is_built_twice(example: Path, environment: Environment) -> None:
    """After a build, a dry run says that there is nothing to do."""
    done = snakemake(example, environment, "-n")
    assert "Nothing to be done" in done.stdout + done.stderr


def test_a_changed_word_reaches_what_holds_it(copied: Path, environment: Environment) -> None:
    """A changed word concerns the edition in each language, and no document that lacks it."""
    change(copied / LAST, " the ", " THE ")
    planned = plan(copied, environment)
    assert planned.documents == set()
    assert planned.rules == Counter(collect=1) + in_each_language(copied, *IN_EACH_LANGUAGE)


def test_a_changed_translation_reaches_its_language(copied: Path, environment: Environment) -> None:
    """A changed catalogue makes the edition again in its language alone."""
    with (copied / "translations/fr/topics.po").open("a", encoding="utf-8") as file:
        file.write("\n# one more line\n")
    planned = plan(copied, environment)
    assert planned.languages == {"fr"}
    assert planned.rules == in_each_language(copied, *IN_EACH_LANGUAGE, languages=1)


def test_a_changed_program_reaches_everything(copied: Path, environment: Environment) -> None:
    """A change of the program, which stands behind every command, makes everything again."""
    with (copied / f"compendium/{ODD}.txt").open("a", encoding="utf-8") as file:
        file.write("another part\n")
    assert set(plan(copied, environment).rules) == SPINE | {"collate"}


def test_a_changed_setting_reaches_the_steps_that_use_it(
    copied: Path, environment: Environment
) -> None:
    """A changed colour lays the editions out again, from what was composed before."""
    set_to(copied, accent='"#123456"')
    assert plan(copied, environment).rules == in_each_language(copied, "html", "pdf")


def test_a_fault_in_the_records_stops_the_build(copied: Path, environment: Environment) -> None:
    """The first thing said is what the command said: the file and the line of the fault."""
    change(copied / LAST, "\nordinal: 3\n", "\nordinal: three\n")
    done = build(copied, environment)
    assert done.returncode != 0
    assert done.stdout.index("03-2014.yaml:3:") < done.stdout.index("-- failed: check")
