"""The example with its records, for tests that run commands on it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from support.commands import run


@pytest.fixture
def project(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example with its records, the current folder."""
    shutil.copytree(root / "tests" / "example", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    assert run("collect", "--output", "records.json") == 0
    return tmp_path
