"""A copy of this project in which a build can run."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

PARTS = ("Snakefile", "rules", "config", "profiles", "setup")
PARTS += ("sources", "translations", "compendium", "templates")


def copy_project(source: Path, target: Path) -> None:
    """Copy what the build needs of the project, with the times of its files."""
    target.mkdir(parents=True)
    for name in PARTS:
        part = source / name
        if part.is_dir():
            shutil.copytree(part, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif part.is_file():
            shutil.copy2(part, target / name)


def set_to(folder: Path, **settings: str) -> None:
    """Change settings of a copy, each of which stands on one line."""
    file = folder / "config/config.yaml"
    text = file.read_text(encoding="utf-8")
    for name, value in settings.items():
        text, count = re.subn(
            rf"^(  )?{name}: .*$",
            lambda found, to=f"{name}: {value}": (found[1] or "") + to,
            text,
            flags=re.MULTILINE,
        )
        assert count == 1, name
    file.write_text(text, encoding="utf-8")


def build_in(folder: Path, environment: Mapping[str, str]) -> str:
    """Build a copy, and give what was said if that failed."""
    done = subprocess.run(
        ["setup/build.sh"],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr if done.returncode else ""
