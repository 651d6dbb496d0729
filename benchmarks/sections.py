"""Writes the file of results: each program replaces its own part and keeps the others."""

from __future__ import annotations

from pathlib import Path

RESULTS = Path(__file__).resolve().with_name("RESULTS.md")
_MARK = "\n## Importing many documents\n"


def write_build(text: str) -> None:
    """Write the part about the build, which comes first."""
    _, mark, importing = _parts()
    RESULTS.write_text(f"{text.rstrip()}\n{mark}{importing}", encoding="utf-8")


def write_importing(text: str) -> None:
    """Write the part about imports, below its heading."""
    build, _, _ = _parts()
    RESULTS.write_text(f"{build.rstrip()}\n{_MARK}\n{text.strip()}\n", encoding="utf-8")


def _parts() -> tuple[str, str, str]:
    return RESULTS.read_text(encoding="utf-8").partition(_MARK)
