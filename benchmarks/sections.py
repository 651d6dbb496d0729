"""Writes the file of results: each program replaces its own part and keeps the others."""

from __future__ import annotations

from pathlib import Path

RESULTS = Path(__file__).resolve().with_name("RESULTS.md")
BUILD = ""
PREVIEW = "The preview"
GROWTH = "Growth"
IMPORTING = "Importing many documents"
# The parts of the file in order, by their headings; the first stands below the title.
_PARTS = (BUILD, PREVIEW, GROWTH, IMPORTING)


def write_part(heading: str, text: str) -> None:
    """Write one part of the file, below its heading."""
    parts = _split(RESULTS.read_text(encoding="utf-8"))
    parts[heading] = text.strip()
    RESULTS.write_text("\n".join(_written(parts)), encoding="utf-8")


def _split(text: str) -> dict[str, str]:
    parts = {BUILD: text}
    for heading in reversed(_PARTS[1:]):
        parts[BUILD], mark, part = parts[BUILD].partition(f"\n## {heading}\n")
        if mark:
            parts[heading] = part.strip()
    return parts


def _written(parts: dict[str, str]) -> list[str]:
    lines: list[str] = []
    for heading in _PARTS:
        if heading in parts:
            lines += ["", f"## {heading}", ""] if heading else []
            lines += [parts[heading].strip()]
    return [*lines, ""]
