"""The project with the miniature compendium in it: one edition, one language, built in seconds."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

PARTS = ("Snakefile", "rules", "profiles", "setup", "compendium", "templates")
SMALL = {
    "languages": "[fr]",
    "editions": "[compendium]",
    "deliveries": "[screen]",
    "emblem": "emblem.svg",
}
EMBLEM = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle r="4"/></svg>\n'


def lay_out(root: Path, folder: Path) -> None:
    """Lay out a project of the miniature that is small to build."""
    for name in PARTS:
        part = root / name
        if part.is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(part, folder / name, ignore=ignored)
        else:
            shutil.copy2(part, folder / name)
    for name in ("sources", "translations"):
        shutil.copytree(root / "tests/example" / name, folder / name)
    shutil.copytree(root / "sources/schema", folder / "sources/schema")
    (folder / "emblem.svg").write_text(EMBLEM, encoding="utf-8")
    (folder / "config").mkdir()
    settings = (root / "config/config.yaml").read_text(encoding="utf-8")
    settings = re.sub(r"^press:\n(?:  .*\n)+", "", settings, flags=re.MULTILINE)
    for name, value in SMALL.items():
        settings, count = re.subn(
            rf"^{name}: .*$", f"{name}: {value}", settings, flags=re.MULTILINE
        )
        assert count == 1
    (folder / "config/config.yaml").write_text(settings, encoding="utf-8")


def long_ago(folder: Path) -> None:
    """Give every file below a folder a date before all builds."""
    for path in folder.rglob("*"):
        os.utime(path, (10**9, 10**9), follow_symlinks=False)
