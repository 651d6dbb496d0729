"""What several folders of tests share: this project, built once in a run of the tests."""

from __future__ import annotations

import fcntl
import os
import shutil
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from support.inspection.built import BUILT
from support.project_copy import build_in, copy_project, set_to

if TYPE_CHECKING:
    from support.inspection.browser import Browser

# Programs that the tests interrupt must not inherit that interrupts are ignored, as they are in
# what a shell runs in the background.
signal.signal(signal.SIGINT, signal.default_int_handler)

ROOT = Path(__file__).parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--update`, for tests that compare what is found with what was kept."""
    parser.addoption("--update", action="store_true", help="keep anew what is found")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs whole editions of this corpus, or veraPDF, as a test of acceptance."""
    for item in items:
        if {"built", "built_once", "vera"} & set(getattr(item, "fixturenames", ())):
            item.add_marker(pytest.mark.acceptance)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine, started once in each process."""
    from support.inspection.browser import running_browser  # noqa: PLC0415 - most tests need none

    with running_browser() as running:
        yield running


@pytest.fixture(scope="session")
def environment() -> dict[str, str]:
    """An environment in which the programs of this Python are found first."""
    return os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}"}


@pytest.fixture(scope="session")
def built(
    tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str], worker_id: str
) -> Path:
    """A copy of the project in which everything was built; for reading only.

    The processes of a run share it: the first builds, the others wait.
    """
    shared = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        shared = shared.parent
    folder = shared / "built"
    with (shared / "built.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        said = shared / "built.txt"
        if not said.exists():
            copy_project(ROOT, folder)
            set_to(folder, languages=f"[{', '.join(BUILT)}]")
            said.write_text(build_in(folder, environment), encoding="utf-8")
    if said.read_text(encoding="utf-8"):
        pytest.fail(f"the project does not build:\n{said.read_text(encoding='utf-8')}")
    return folder


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """A copy of the built project to change, with everything in it up to date."""
    folder = tmp_path / "project"
    shutil.copytree(built, folder, symlinks=True)
    return folder
