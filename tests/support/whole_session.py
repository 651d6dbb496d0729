"""A whole session of the General Assembly in six languages, which lies beside the project."""

from __future__ import annotations

import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest

from support.importing_project import ROOT

ARCHIVE = ROOT.parent / "shared" / "reference" / "ga" / "akn-78.tar.xz"
FOLDERS = {"ar": "Arabic", "es": "Spanish", "fr": "French", "ru": "Russian", "zh": "Chinese"}

needs_session = [
    pytest.mark.acceptance,
    pytest.mark.skipif(not ARCHIVE.is_file(), reason=f"the session is not in {ARCHIVE}"),
]


def unpack(folder: Path, wanted: Callable[[str], bool] = lambda _: True) -> None:
    """Unpack the files whose names are wanted, with the filter of Python where it has one."""
    with tarfile.open(ARCHIVE) as archive:
        members = [one for one in archive if wanted(one.name)]
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # from 3.11.4 on
        archive.extractall(folder, members)  # noqa: S202 - by that filter
