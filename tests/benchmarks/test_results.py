"""The file of results, which several programs write."""

from __future__ import annotations

from pathlib import Path

import pytest
import sections


def test_each_program_replaces_its_own_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A part of the results is replaced, and put in its place if it is new; the others stay."""
    results = tmp_path / "RESULTS.md"
    monkeypatch.setattr(sections, "RESULTS", results)
    results.write_text(
        "# Results\n\nold build\n\n## Importing many documents\n\nimports\n", encoding="utf-8"
    )
    sections.write_part(sections.GROWTH, "growth\n")
    sections.write_part(sections.BUILD, "# Results\n\nnew build\n\n")
    assert results.read_text(encoding="utf-8") == (
        "# Results\n\nnew build\n\n## Growth\n\ngrowth\n\n## Importing many documents\n\nimports\n"
    )
