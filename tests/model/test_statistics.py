"""The counts of the corpus are those of the records."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from compendium.cli.main import main
from compendium.reading import read_sources
from compendium.statistics import count_corpus

EXAMPLE = Path(__file__).parent.parent / "example" / "sources"


def _print(capsys: pytest.CaptureFixture[str], *options: str) -> str:
    with pytest.raises(SystemExit) as stop:
        main(["stats", "--sources", *options])
    assert stop.value.code == 0
    return capsys.readouterr().out


def test_example(capsys: pytest.CaptureFixture[str]) -> None:
    """The example, counted by hand."""
    counts = json.loads(_print(capsys, str(EXAMPLE), "--format", "json"))
    part_a, part_b = counts["parts"]
    assert (part_a["units"], part_b["units"], counts["units"]) == (17, 14, 31)
    assert counts["levels"] == {
        "preambular": 2,
        "paragraph": 12,
        "subparagraph": 10,
        "item": 7,
    }
    assert (counts["notes"], counts["topics"]) == (4, 7)
    assert (part_a["assignments"], part_b["assignments"], counts["assignments"]) == (15, 12, 27)
    assert counts["units_with_topics"] == 21
    assert [g["units"] for g in part_a["gatherings"]] == [12, 5, 0]


def test_an_assignment_counts() -> None:
    """The numbers come from the sources: one more assignment is one more."""
    before = read_sources(EXAMPLE).corpus
    meeting = before.meetings[1]
    first = meeting.paragraphs[0].model_copy(update={"topics": ("fog-signals", "reporting")})
    changed = meeting.model_copy(update={"paragraphs": (first, *meeting.paragraphs[1:])})
    after = before.model_copy(update={"meetings": (before.meetings[0], changed)})
    assert count_corpus(after).assignments == count_corpus(before).assignments + 1
