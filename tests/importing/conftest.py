"""A copy of the project for each test that imports into it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support.importing_project import ROOT, Run, run_in


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A folder with a copy of the sources and translations of this project."""
    shutil.copytree(ROOT / "sources", tmp_path / "sources")
    shutil.copytree(ROOT / "translations", tmp_path / "translations")
    return tmp_path


@pytest.fixture
def run(project: Path) -> Run:
    """Run the program in that folder."""
    return lambda *arguments: run_in(project, *arguments)
