"""The example as a project whose files are edited while something watches them."""

from __future__ import annotations

import shutil
from pathlib import Path

from compendium.previewing.edition_steps import Project

SETTINGS = """\
languages: [en, fr, ar]
editions: [compendium]
document_address: https://undocs.org/{language}/{symbol}
accent: "#1f5c86"
"""


class Desk:
    """A project whose files are edited, and restored."""

    def __init__(self, root: Path, folder: Path, language: str | None = None) -> None:
        for name in ("sources", "translations"):
            shutil.copytree(root / "tests/example" / name, folder / name)
        shutil.copytree(root / "templates", folder / "templates")
        (folder / "config").mkdir()
        (folder / "config/config.yaml").write_text(SETTINGS, encoding="utf-8")
        self.folder = folder
        self.project = Project(
            *(folder / name for name in ("sources", "translations", "templates")),
            folder / "config/config.yaml",
            language,
        )
        self._before: dict[Path, str] = {}

    def edit(self, name: str, old: str, new: str) -> None:
        """Replace words of a file, as a text editor does: another file takes its name."""
        path = self.folder / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        self._before.setdefault(path, text)
        self._save(path, text.replace(old, new, 1))

    def undo(self) -> None:
        """Restore every file."""
        for path, text in self._before.items():
            self._save(path, text)
        self._before.clear()

    def _save(self, path: Path, text: str) -> None:
        beside = path.with_name(f".{path.name}.part")
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
