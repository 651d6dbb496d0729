"""The walk-through of adding a meeting does what the page for editors says."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

_BLOCK = re.compile(r"^```(sh|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.acceptance
def test_the_walk_through_runs(root: Path, environment: dict[str, str], tmp_path: Path) -> None:
    """Its commands run one after the other in a copy, and say each line that the page shows."""
    for name in ("sources", "translations/fr", "translations/ru"):
        shutil.copytree(root / name, tmp_path / name)
    page = (root / "docs/editors.md").read_text(encoding="utf-8")
    walk = page.partition("## Adding a meeting\n")[2].partition("\n## ")[0]
    blocks = _BLOCK.findall(walk)
    assert [kind for kind, _ in blocks].count("text") >= 4
    said = ""
    for kind, block in blocks:
        if kind == "sh":
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", block],
                cwd=tmp_path,
                env=environment,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                check=False,
            )
            said = done.stdout
            stopped = "-- stopped: " in said
            assert done.returncode == (1 if stopped else 0), said + done.stderr
        else:
            for line in block.splitlines():
                assert line in said, f"{line}\nis not in:\n{said}"
