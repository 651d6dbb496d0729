"""What a run of the steps reads: each document once, the sources once until a step changes them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from compendium.adding.meeting_documents import import_document, read_documents
from compendium.adding.way import Way
from compendium.documents import formats
from compendium.importing import known_sources
from compendium.importing.identity import EditorInput
from compendium.importing.known_sources import Sources
from compendium.importing.run import Run
from compendium.reading import Reading
from support.importing_project import run_in

REPORT = "sources/published/CTOC-COP-WG.4-2019-6_report.txt"
FACTS = ("--symbol", "CTOC/COP/WG.4/2019/6", "--ordinal", "9")


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each document, and the folder of sources, is read while the test runs."""
    counts: Counter[str] = Counter()
    real_file, real_sources = formats.read_limited, known_sources.read_sources

    def file(path: Path) -> bytes:
        counts[str(path)] += 1
        return real_file(path)

    def whole(root: Path) -> Reading:
        counts["sources"] += 1
        return real_sources(root)

    monkeypatch.setattr(formats, "read_limited", file)
    monkeypatch.setattr(known_sources, "read_sources", whole)
    return counts


def test_a_run_that_changes_nothing_reads_everything_once(
    finished: Path, read: Counter[str]
) -> None:
    """Seven steps over what is done already read one report and the sources once."""
    assert run_in(finished, "new-meeting", "--no-build", *FACTS, REPORT).code == 0
    assert read == {REPORT: 1, "sources": 1}


@pytest.mark.acceptance
def test_sources_are_read_again_only_after_a_step_wrote_into_them(
    without_ninth: Path, read: Counter[str]
) -> None:
    """A new draft, suggestions and topics accepted: three steps write, each before one reading."""
    said = run_in(without_ninth, "new-meeting", "--no-build", *FACTS, "--accept", 3, REPORT)
    assert said.code == 0, said.out + said.err
    assert read == {REPORT: 1, "sources": 4}


def test_a_step_gives_what_a_person_must_decide(
    without_ninth: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a command line, the step says what it did and why the way should not go on."""
    monkeypatch.chdir(without_ninth)
    given = EditorInput(symbol=FACTS[1])
    folders = (Path("sources"), Path("translations"), Path("output"))
    way = Way(*folders, languages=(), editor_input=given, as_recorded=False, accept=None)
    run = Run(Sources(way.sources), way.translations)
    [document] = read_documents([REPORT], given, "en")
    first = import_document(way, document, run)
    assert first.done.failed is False
    assert first.decision.startswith("wg4.9 is a new draft with 1 doubt,")
    assert import_document(way, document, run).decision == ""
