"""What an import costs does not grow with what is recorded elsewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.reading import nodes
from compendium.reading.parsed_text import Nodes
from support.importing_project import BODIES, run_in

RESOLUTION = """\
A/RES/{session}/{number}

Resolution adopted by the General Assembly on 16 December 2020

{session}/{number}. Keeping of coastal lights

The General Assembly,

Urges States to keep their coastal lights.
"""


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is parsed as YAML while the test runs."""
    texts: list[str] = []
    real = nodes._whole

    def counted(text: str, file: str) -> Nodes:
        texts.append(text)
        return real(text, file)

    monkeypatch.setattr(nodes, "_whole", counted)
    nodes._piece.cache_clear()
    nodes._latest.clear()
    return texts


def _import(folder: Path, session: int, number: int) -> None:
    """Import a resolution of a session."""
    file = folder / f"A-RES-{session}-{number}.txt"
    file.write_text(RESOLUTION.format(session=session, number=number), encoding="utf-8")
    options = ("--place", "New York", "--ordinal", session, "--first", f"20{session - 55}-12-16")
    said = run_in(folder, "import", file.name, *options)
    assert said.code == 0, said.err


def test_no_record_is_parsed_twice(tmp_path: Path, parsed: list[str]) -> None:
    """In a row of imports each record is parsed once; of other sessions none but the heads."""
    sources = tmp_path / "sources"
    (sources / "ga").mkdir(parents=True)
    (sources / "bodies.yaml").write_text(BODIES, encoding="utf-8")
    for number in range(1, 6):
        _import(tmp_path, 75, number)
    texts = [text for text in parsed if "Urges" in text]
    assert len(texts) == len(set(texts)) == 5
    nodes._piece.cache_clear()
    nodes._latest.clear()
    parsed.clear()
    _import(tmp_path, 76, 1)
    assert len([text for text in parsed if "Urges" in text]) == 1
