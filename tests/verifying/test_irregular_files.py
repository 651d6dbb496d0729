"""What lies among finished editions and is no file is told, and never waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from compendium.verifying.finished_files import finished_files
from compendium.verifying.verification import failures, verify


@pytest.mark.parametrize("name", ["compendium.pdf", "compendium.html", "compendium.press.pdf"])
def test_a_pipe_is_not_waited_for(name: str, tmp_path: Path) -> None:
    """A pipe with the name of a finished file is a fault of its own."""
    (tmp_path / "fr").mkdir()
    os.mkfifo(tmp_path / "fr" / name)
    found = failures(verify(finished_files(tmp_path), processes=1))
    assert [(path.name, what) for path, _, what in found] == [(name, "is not a regular file")]


def test_a_page_that_is_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """A PDF beside such a page is looked at for itself."""
    (tmp_path / "fr").mkdir()
    os.mkfifo(tmp_path / "fr/compendium.html")
    (tmp_path / "fr/compendium.pdf").write_bytes(b"%PDF-1.7\n")
    found = failures(verify(finished_files(tmp_path), processes=1))
    assert [path.name for path, _, _ in found if path.suffix == ".html"] == ["compendium.html"]
    assert any(path.suffix == ".pdf" for path, _, _ in found)
