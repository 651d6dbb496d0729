"""A copy of this project without its ninth meeting, and the report that brings it back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from importing_project import Run, run_in

REPORT = "sources/published/CTOC-COP-WG.4-2019-6_report.txt"
RECORD = "sources/wg4/09-2019.yaml"


@pytest.fixture
def without_ninth(root: Path, tmp_path: Path) -> Path:
    """The sources and translations of the project, the ninth meeting taken away."""
    for name in ("sources", "translations"):
        shutil.copytree(root / name, tmp_path / name)
    (tmp_path / RECORD).unlink()
    for catalogue in tmp_path.glob("translations/*/wg4/09-2019.po"):
        catalogue.unlink()
    return tmp_path


@pytest.fixture
def run(without_ninth: Path) -> Run:
    """Run the program there."""
    return lambda *arguments: run_in(without_ninth, *arguments)


@pytest.fixture
def bring_back(run: Run) -> Callable[..., object]:
    """Run `new-meeting` with the report and some options, without building."""
    return lambda *options: run("new-meeting", "--no-build", *options, REPORT)
