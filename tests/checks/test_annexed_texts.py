"""The texts of annexes are checked as all others are, each fault at its line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from compendium.cli.main import main
from compendium.reading import read_sources
from compendium.texts.keys import map_texts

EXAMPLE = Path(__file__).parents[1] / "example/sources"
SESSION = "conf/05-2012.yaml"
ANNEXES = """\
    annexes:
      - number: 1
        heading: Annex I
        lines:
          - text: Rules  of lamps
            heading: true
          - text: "1. Lamps[^1] are lit:"
            notes: {1: At dusk}
          - text: (a) On the *coast;
      - number: 3
        heading: Annex III[^1]
        notes: {2: "A note."}
        lines:
          - text: Whoever keeps \u0430 lamp waits.
"""
KEY = "conf.5.annex"


@pytest.fixture
def annexed(tmp_path: Path) -> Path:
    """The example with annexes to a resolution, and faults in them."""
    shutil.copytree(EXAMPLE, tmp_path / "sources")
    file = tmp_path / "sources" / SESSION
    file.write_text(file.read_text(encoding="utf-8") + ANNEXES, encoding="utf-8")
    return tmp_path


def test_faults(
    annexed: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Doubled spaces, emphasis without end, letters of another script, marks and notes."""
    monkeypatch.chdir(annexed)
    with pytest.raises(SystemExit):
        main(["check", "--records-only"])
    first = len((EXAMPLE / SESSION).read_text(encoding="utf-8").splitlines())
    found = re.findall(rf"{SESSION}:(\d+): ([A-Z]\d+)", capsys.readouterr().out)
    assert sorted((int(line) - first, code) for line, code in found) == [
        (5, "T004"),
        (9, "T001"),
        (11, "R006"),
        (12, "R007"),
        (14, "T013"),
    ]


def test_keys(annexed: Path) -> None:
    """Every text of an annex has a key of its own, and keeps it whatever is before it."""
    reading = read_sources(annexed / "sources")
    held: dict[str, str] = {}

    def take(key: str, text: str) -> str:
        assert key not in held or key.startswith("place.")
        held[key] = text
        return text.upper()

    changed = map_texts(reading.corpus, take)
    assert [key for key in held if key.startswith(KEY)] == [
        *(f"{KEY}.1", f"{KEY}.1.1", f"{KEY}.1.2", f"{KEY}.1.2.note.1", f"{KEY}.1.3"),
        *(f"{KEY}.3", f"{KEY}.3.note.2", f"{KEY}.3.1"),
    ]
    assert changed.sessions[1].records[-1].annexes[0].lines[1].notes == {1: "AT DUSK"}
    lines = (annexed / "sources" / SESSION).read_text(encoding="utf-8").splitlines()
    assert "Whoever" in lines[reading.places[f"{KEY}.3.1"].line - 1]


def test_numbers_of_annexes_go_up(annexed: Path) -> None:
    """Two annexes with one number would share their keys."""
    file = annexed / "sources" / SESSION
    text = file.read_text(encoding="utf-8").replace(
        "number: 3\n        heading", "number: 1\n        heading"
    )
    file.write_text(text, encoding="utf-8")
    found = [finding.code for finding in read_sources(annexed / "sources").findings]
    assert found == ["F009"]
