"""A copy of this project without its ninth meeting, and the report that brings it back."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from support.importing_project import Run, Said, run_in

REPORT = "sources/published/CTOC-COP-WG.4-2019-6_report.txt"
RECORD = "sources/wg4/09-2019.yaml"


FACTS = ("--symbol", "CTOC/COP/WG.4/2019/6", "--ordinal", "9")


def take_ninth_away(root: Path, folder: Path) -> Path:
    """Copy the sources and two translations of the project, but nothing of the ninth meeting."""
    shutil.copytree(root / "sources", folder / "sources")
    for language in ("fr", "ru"):
        name = f"translations/{language}"
        shutil.copytree(root / name, folder / name)
        (folder / name / "wg4/09-2019.po").unlink()
    (folder / RECORD).unlink()
    return folder


@pytest.fixture
def without_ninth(root: Path, tmp_path: Path) -> Path:
    """A project without its ninth meeting."""
    return take_ninth_away(root, tmp_path)


@pytest.fixture(scope="session")
def finished_once(root: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Said]:
    """The ninth meeting brought back in one run, and what was said; for reading only."""
    folder = take_ninth_away(root, tmp_path_factory.mktemp("finished"))
    return folder, run_in(folder, "new-meeting", "--no-build", *FACTS, "--accept", 3, REPORT)


@pytest.fixture
def finished(finished_once: tuple[Path, Said], tmp_path: Path) -> Path:
    """A copy of that, to change."""
    return shutil.copytree(finished_once[0], tmp_path / "finished")


@pytest.fixture
def run(without_ninth: Path) -> Run:
    """Run the program there."""
    return lambda *arguments: run_in(without_ninth, *arguments)


@pytest.fixture
def bring_back(run: Run) -> Callable[..., object]:
    """Run `new-meeting` with the report and some options, without building."""
    return lambda *options: run("new-meeting", "--no-build", *options, REPORT)


@pytest.fixture(scope="session")
def built_once(
    root: Path, finished_once: tuple[Path, Said], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Said]:
    """The way walked to its end, one paper built in English, and what was said."""
    folder = tmp_path_factory.mktemp("built") / "project"
    shutil.copytree(finished_once[0], folder)
    for name in ("setup", "rules", "config", "profiles", "templates", "compendium"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(root / name, folder / name, ignore=ignored)
    shutil.copy2(root / "Snakefile", folder)
    settings = folder / "config/config.yaml"
    text = settings.read_text(encoding="utf-8")
    for name, value in {
        "editions": "record-2019",
        "deliveries": "screen",
        "languages": "en",
    }.items():
        text = re.sub(rf"^{name}: .*$", f"{name}: [{value}]", text, flags=re.MULTILINE)
    settings.write_text(text, encoding="utf-8")
    shutil.copy2(root / RECORD, folder / RECORD)  # with the topics that its editors assigned
    return folder, run_in(folder, "new-meeting", *FACTS, REPORT)
