"""The workflow on the miniature compendium."""

from __future__ import annotations

import fcntl
import shutil
import subprocess
from pathlib import Path

import pytest

from support.miniature_project import lay_out, long_ago


@pytest.fixture(scope="session")
def page_built(
    root: Path,
    tmp_path_factory: pytest.TempPathFactory,
    environment: dict[str, str],
    worker_id: str,
) -> Path:
    """The miniature project with its page built; for reading only, shared by the processes."""
    shared = tmp_path_factory.getbasetemp()
    shared = shared if worker_id == "master" else shared.parent
    folder = shared / "small"
    with (shared / "small.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            folder.mkdir()
            lay_out(root, folder)
            long_ago(folder)
            command = ["snakemake", "output/editions/fr/compendium.html"]
            done = subprocess.run(
                command, cwd=folder, env=environment, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.fixture
def small(page_built: Path, tmp_path: Path) -> Path:
    """A copy of that project to change."""
    folder = tmp_path / "small"
    shutil.copytree(page_built, folder, symlinks=True)
    return folder


@pytest.fixture
def unbuilt(root: Path, tmp_path: Path) -> Path:
    """The miniature project, of which nothing is built."""
    folder = tmp_path / "unbuilt"
    folder.mkdir()
    lay_out(root, folder)
    return folder
