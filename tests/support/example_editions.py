"""The example compendium, built once in six languages and all deliveries, to be verified."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from compendium.verifying.finished_files import Finished
from compendium.verifying.verapdf import VeraPDF, find_verapdf

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
EDITION = "compendium"
# All commands in one process: starting Python for each takes longer than most of them.
MAKE = """
import sys
from compendium.cli.main import program

LANGUAGES = sys.argv[1].split()

def run(*arguments):
    assert not program.main(args=list(arguments), standalone_mode=False)

run("collect", "--output", "records.json")
for language in sys.argv[2:]:
    texts, index, document = (f"{language}.{name}.json" for name in ("texts", "index", "document"))
    stem = f"editions/{language}/compendium"
    run("localise", "--records", "records.json", "--language", language, "--output", texts)
    run("index", "--texts", texts, "--edition", "compendium", "--output", index)
    edition = ("--edition", "compendium")
    run("compose", "--texts", texts, "--index", index, *edition, "--output", document)
    others = [part for other in LANGUAGES if other != language for part in ("--other", other)]
    run("html", "--document", document, *others, "--output", f"{stem}.html")
    run(
        "pdf", "--document", document, "--output", f"{stem}.pdf", "--press", f"{stem}.press.pdf",
        "--cover", f"{stem}.cover.pdf", "--archive", f"{stem}.archive.pdf",
        "--attach", "records.json", "--attach", index,
    )
"""


def make_example(
    root: Path, folder: Path, languages: Sequence[str], environment: dict[str, str] | None = None
) -> Path:
    """Make the example in a folder with all it is made from, and give the folder of editions."""
    for name, part in {
        "sources": "tests/example/sources",
        "translations": "tests/example/translations",
        "templates": "templates",
        "config": "config",
    }.items():
        shutil.copytree(root / part, folder / name)
    done = subprocess.run(
        [sys.executable, "-c", MAKE, " ".join(LANGUAGES), *languages],
        cwd=folder,
        env=os.environ | {"SOURCE_DATE_EPOCH": "1750000000"} | (environment or {}),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "editions"


@pytest.fixture(scope="session")
def editions(root: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The example in six languages; the first process that asks makes it, for all."""
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    with (shared / "example.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "example").exists():
            make_example(root, shared / "example.part", LANGUAGES)
            (shared / "example.part").rename(shared / "example")
    return shared / "example/editions"


def delivery(editions: Path, language: str, name: str, edition: str = EDITION) -> Finished:
    """One of the files of an edition."""
    ending = {"screen": ".pdf", "page": ".html"}.get(name, f".{name}.pdf")
    return Finished(editions / language / f"{edition}{ending}", language, name)


@pytest.fixture(scope="session")
def vera(root: Path) -> VeraPDF:
    """The validator of the standards."""
    found = find_verapdf(root / ".cache/verapdf")
    if found is None:
        pytest.skip("veraPDF cannot be had: Java or .cache/verapdf is missing; run `make test`")
    return found
