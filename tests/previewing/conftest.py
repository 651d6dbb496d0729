"""A small project to edit, and its pages, made in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from compendium.previewing.page_making import PageMaker
from support.edited_project import Desk


@pytest.fixture
def desk(root: Path, tmp_path: Path) -> Desk:
    """A project of its own."""
    return Desk(root, tmp_path / "project")


@pytest.fixture
def maker(desk: Desk, tmp_path: Path) -> Iterator[PageMaker]:
    """What makes its pages."""
    with PageMaker(desk.project, tmp_path) as maker:
        yield maker
