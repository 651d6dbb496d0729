"""A new meeting: from the report on the table to records, catalogues and the report of changes."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from compendium.adding.translators import hand_over
from compendium.adding.way import Way
from compendium.importing.identity import EditorInput
from compendium.importing.known_sources import Sources
from compendium.model.gatherings import Meeting
from compendium.reading import read_sources
from support.importing_project import Run, Said, contents, run_in

REPORT = "sources/published/CTOC-COP-WG.4-2019-6_report.txt"
RECORD = "sources/wg4/09-2019.yaml"
FACTS = ("--symbol", "CTOC/COP/WG.4/2019/6", "--ordinal", "9")
FRENCH = """\
Rapport du Groupe de travail
CTOC/COP/WG.4/2019/6
I. Introduction
II. Recommandations
Recommandation 1
Les États parties devraient chercher à coopérer de manière efficace avec les prestataires de \
services d’aide aux victimes et envisager de renforcer la protection des témoins, dans le cadre \
d’une stratégie multidisciplinaire de lutte contre la traite des personnes.
Recommandation 2
Les États parties devraient envisager d’élaborer des outils pour la conception et l’application \
de mécanismes nationaux de coordination ou d’orientation.
Recommandation 3
Les États parties devraient, dans le respect de leur droit et de leur plein gré, échanger leurs \
meilleures pratiques sur les rôles et les responsabilités des organisations de la société civile \
et des organisations non gouvernementales, telles que les organisations locales et religieuses, \
dans les mécanismes d’orientation, pour appuyer les politiques, notamment en promouvant une \
approche centrée sur les victimes et tenant compte des traumatismes, eu égard à l’âge et au \
genre des victimes de la traite des personnes ou d’autres membres vulnérables de la société.
III. Résumé des délibérations
"""
BringBack = Callable[..., Said]


def ninth(folder: Path) -> Meeting:
    """The ninth meeting as recorded."""
    corpus = read_sources(folder / "sources").corpus
    return next(meeting for meeting in corpus.meetings if meeting.key == "wg4.9")


def texts(meeting: Meeting) -> list[tuple[int, int | None, str]]:
    """The numbers and texts of its paragraphs."""
    return [(one.number, one.report, one.text) for one in meeting.paragraphs]


def test_the_record_comes_back(root: Path, finished_once: tuple[Path, Said]) -> None:
    """Without a doubt left, one run brings back all recommendations, numbers and facts."""
    folder, said = finished_once
    assert said.code == 0, said.out + said.err
    ours, theirs = ninth(root), ninth(folder)
    assert texts(theirs) == texts(ours)
    assert len(theirs.paragraphs) == 39
    assert (theirs.dates, theirs.place, theirs.report) == (ours.dates, ours.place, ours.report)
    assert all(1 <= len(one.topics) <= 3 for one in theirs.paragraphs)
    assert "# suggested" not in (folder / RECORD).read_text(encoding="utf-8")


def test_catalogues_and_files_for_translators_are_made(finished_once: tuple[Path, Said]) -> None:
    """Each language gets its catalogue of the meeting, and its files with all texts missing."""
    folder, said = finished_once
    for language in ("fr", "ru"):
        catalogue = folder / f"translations/{language}/wg4/09-2019.po"
        assert catalogue.read_text(encoding="utf-8").count('msgctxt "wg4.9.') == 39
        assert f"{language}: 39 texts to translate" in said.out
        for ending in ("docx", "xlf", "tmx"):
            assert (folder / f"output/handover/{language}.{ending}").stat().st_size


def test_files_of_an_earlier_run_do_not_stay(root: Path, tmp_path: Path) -> None:
    """Where no text is missing any more, nothing is left to hand over; other files stay."""
    shutil.copytree(root / "tests/example", tmp_path, dirs_exist_ok=True)
    handed = tmp_path / "output" / "handover"
    handed.mkdir(parents=True)
    for name in ("fr.docx", "fr.xlf", "fr.tmx", "fr-notes.txt", "es.docx"):
        (handed / name).write_text("of an earlier run", encoding="utf-8")
    folders = (tmp_path / "sources", tmp_path / "translations", tmp_path / "output")
    way = Way(*folders, languages=(), editor_input=EditorInput(), as_recorded=False, accept=None)
    assert [one.lacking for one in hand_over(way, Sources(tmp_path / "sources"), ["fr"])] == [0]
    assert sorted(path.name for path in handed.iterdir()) == ["es.docx", "fr-notes.txt"]


def test_the_changes_are_reported(finished_once: tuple[Path, Said]) -> None:
    """The last step says what is new, and writes it as page, Markdown and data."""
    folder, said = finished_once
    assert "IX. Ninth meeting, 9 to 11 September 2019: 39 units. IX.1–39." in said.out
    for ending in ("html", "md", "json"):
        page = folder / f"output/reports/changes.{ending}"
        assert "CTOC/COP/WG.4/2019/6" in page.read_text(encoding="utf-8")


def test_it_stops_for_doubts_of_the_import(without_ninth: Path, bring_back: BringBack) -> None:
    """A new draft in doubt ends the first run with the doubts; no later step is begun."""
    said = bring_back("--accept", 3)
    assert said.code == 1
    assert {"I001", "I002"} <= set(re.findall(r": (I\d{3}) warning", said.err))
    assert "stopped: wg4.9 is a new draft with 2 doubts" in said.out
    assert "2 of 7" not in said.out
    assert (without_ninth / RECORD).exists()


def test_it_stops_for_topics_and_goes_on(without_ninth: Path, bring_back: BringBack) -> None:
    """It stops with suggestions beside the texts, and goes on with what an editor decided."""
    stopped = bring_back(*FACTS)
    assert stopped.code == 1
    assert "stopped: 39 paragraphs have no topics" in stopped.out
    assert "4 of 7" not in stopped.out
    record = without_ninth / RECORD
    text = record.read_text(encoding="utf-8")
    assert text.count("# suggested: topics: [") == 39
    first = text.replace("    report: 1\n", "    report: 1\n    topics: []\n", 1)
    head, _, rest = first.rpartition("    # suggested: ")
    record.write_text(f"{head}    {rest}", encoding="utf-8")
    chosen = ninth(without_ninth).paragraphs[-1].topics
    gone_on = bring_back(*FACTS, "--accept", 2, "--languages", "fr")
    assert gone_on.code == 0, gone_on.out + gone_on.err
    paragraphs = ninth(without_ninth).paragraphs
    assert [len(one.topics) for one in paragraphs] == [0, *[2] * 37, 5]
    assert paragraphs[-1].topics == chosen
    made = {path.parts[-3] for path in without_ninth.glob("translations/*/wg4/09-2019.po")}
    assert made == {"fr"}


def test_a_second_run_changes_nothing(finished: Path) -> None:
    """When all is done, the same command leaves every source and catalogue as it is."""
    before = contents(finished / "sources") | contents(finished / "translations")
    assert run_in(finished, "new-meeting", "--no-build", *FACTS, REPORT).code == 0
    assert contents(finished / "sources") | contents(finished / "translations") == before


def test_a_difference_from_the_document_stops_it(finished: Path) -> None:
    """A record that differs from its document stops the way, unless the editor stands by it."""
    record = finished / RECORD
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("witness protection", "witness care", 1), encoding="utf-8")
    said = run_in(finished, "new-meeting", "--no-build", *FACTS, REPORT)
    assert said.code == 1
    assert "wg4.9.1\n" in said.out
    assert "stopped: " in said.out
    assert "2 of 7" not in said.out
    gone_on = run_in(finished, "new-meeting", "--no-build", *FACTS, "--as-recorded", REPORT)
    assert gone_on.code == 0
    assert "witness care" in record.read_text(encoding="utf-8")


def test_a_fault_in_the_records_stops_it(without_ninth: Path, bring_back: BringBack) -> None:
    """A record that cannot be read stops the way at its file and line, before anything else."""
    broken = without_ninth / "sources/wg4/08-2018.yaml"
    text = broken.read_text(encoding="utf-8")
    broken.write_text(text.replace("\nordinal: 8\n", "\nordinal: eight\n"), encoding="utf-8")
    said = bring_back(*FACTS)
    assert said.code == 1
    assert "sources/wg4/08-2018.yaml:3: " in said.out
    assert not (without_ninth / RECORD).exists()


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("list.txt", "12 34 56\n78 90\n", "is not recognized"),
        ("none.txt", "", "the file is empty"),
    ],
)
def test_what_is_no_report_is_refused(
    without_ninth: Path, run: Run, name: str, content: str, words: str
) -> None:
    """A file without a language or without text is refused, and the sources stay as they were."""
    (without_ninth / name).write_text(content, encoding="utf-8")
    before = contents(without_ninth / "sources")
    said = run("new-meeting", "--no-build", name)
    assert said.code == 3
    assert words in said.err
    assert contents(without_ninth / "sources") == before


def test_the_official_text_of_another_language_is_taken(finished: Path) -> None:
    """A document in French gives official texts; one beside a gap, and the rest, stay open."""
    (finished / "rapport.txt").write_text(FRENCH, encoding="utf-8")
    documents = ("rapport.txt", REPORT)
    said = run_in(finished, "new-meeting", "--no-build", *FACTS, "--as-recorded", *documents)
    assert said.code == 0, said.out + said.err
    assert said.out.index("import sources/published") < said.out.index("import rapport.txt")
    catalogue = (finished / "translations/fr/wg4/09-2019.po").read_text(encoding="utf-8")
    assert catalogue.count("# state: official CTOC/COP/WG.4/2019/6") == 2
    assert "fr: 37 texts to translate" in said.out


def test_without_the_workflow_it_says_where_to_run(finished: Path) -> None:
    """Building outside the project's folder is refused with what to do."""
    said = run_in(finished, "new-meeting", *FACTS, REPORT)
    assert said.code == 3
    assert "setup/build.sh: no such file" in said.err


def test_an_interrupt_reaches_the_build(finished: Path, environment: dict[str, str]) -> None:
    """An interrupt of the command alone ends the build that it has begun, too."""
    workflow = finished / "setup/build.sh"
    workflow.parent.mkdir()
    words = """#!/bin/bash
trap 'kill $! 2> /dev/null; echo ended; exit 130' INT
sleep 60 &
echo begun
wait
"""
    workflow.write_text(words, encoding="utf-8")
    workflow.chmod(0o755)
    with subprocess.Popen(
        ["compendium", "new-meeting", *FACTS, REPORT],
        cwd=finished,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert "begun\n" in iter(running.stdout.readline, "")
        running.send_signal(signal.SIGINT)
        said = [line for line in running.communicate()[0].splitlines() if line]
    assert said == ["ended", "error: stopped; nothing was left half written"]
    assert running.returncode == 130


def test_the_way_ends_with_a_built_edition(built_once: tuple[Path, Said]) -> None:
    """In the project's folder the workflow runs as a step, here for one language and edition."""
    folder, said = built_once
    assert said.code == 0, said.out + said.err
    assert (folder / "output/editions/en/record-2019.pdf").read_bytes().startswith(b"%PDF-")
    assert "7 of 7" in said.out


def test_only_what_depends_on_a_new_meeting_is_made_again(
    built_once: tuple[Path, Said], environment: dict[str, str]
) -> None:
    """A fourteenth meeting concerns the editions that go on, and not a paper that ends before."""
    folder, _ = built_once
    assert planned(folder, environment) == Counter()
    last = (folder / "sources/wg4/13-2023.yaml").read_text(encoding="utf-8")
    new = last.replace("ordinal: 13", "ordinal: 14").replace("2023", "2024")
    (folder / "sources/wg4/14-2024.yaml").write_text(new, encoding="utf-8")
    assert planned(folder, environment) == Counter()
    change = ("--config", "editions=[record-2019,compendium]")
    rules = planned(folder, environment, *change)
    assert {"collect", "prepare", "html", "pdf"} <= set(rules)
    assert set(rules.values()) == {1}
    assert "collate" not in rules


def planned(folder: Path, environment: dict[str, str], *options: str) -> Counter[str]:
    """What a dry run of the workflow would do: how often each rule."""
    done = subprocess.run(
        ["snakemake", "-n", *options],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    rules = Counter(re.findall(r"^(?:local)?rule (\w+):$", done.stdout + done.stderr, re.MULTILINE))
    rules.pop("all", None)
    return rules
