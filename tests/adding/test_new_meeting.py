"""A new meeting: from the report on the table to records, catalogues and the report of changes."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from importing_project import Run, Said, contents

from compendium.model.gatherings import Meeting
from compendium.reading import read_sources

REPORT = "sources/published/CTOC-COP-WG.4-2019-6_report.txt"
RECORD = "sources/wg4/09-2019.yaml"
FACTS = ("--symbol", "CTOC/COP/WG.4/2019/6", "--ordinal", "9")
BringBack = Callable[..., Said]


def ninth(folder: Path) -> Meeting:
    """The ninth meeting as recorded."""
    corpus = read_sources(folder / "sources").corpus
    assert corpus is not None
    return next(meeting for meeting in corpus.meetings if meeting.key == "wg4.9")


def texts(meeting: Meeting) -> list[tuple[int, int | None, str]]:
    """The numbers and texts of its paragraphs."""
    return [(one.number, one.report, one.text) for one in meeting.paragraphs]


def test_the_record_comes_back(root: Path, without_ninth: Path, bring_back: BringBack) -> None:
    """Without a doubt left, one run brings back all recommendations, numbers and facts."""
    said = bring_back(*FACTS, "--accept", 3)
    assert said.code == 0, said.out + said.err
    ours, theirs = ninth(root), ninth(without_ninth)
    assert texts(theirs) == texts(ours)
    assert (theirs.dates, theirs.place, theirs.report) == (ours.dates, ours.place, ours.report)
    assert all(1 <= len(one.topics) <= 3 for one in theirs.paragraphs)
    assert "# suggested" not in (without_ninth / RECORD).read_text(encoding="utf-8")


def test_catalogues_and_files_for_translators_are_made(
    without_ninth: Path, bring_back: BringBack
) -> None:
    """Each language gets its catalogue of the meeting, and its files with all texts missing."""
    said = bring_back(*FACTS, "--accept", 3)
    for language in ("ar", "es", "fr", "ru", "zh"):
        catalogue = without_ninth / f"translations/{language}/wg4/09-2019.po"
        assert catalogue.read_text(encoding="utf-8").count('msgctxt "wg4.9.') == 39
        assert f"{language}: 39 texts to translate" in said.out
        for ending in ("docx", "xlf", "tmx"):
            assert (without_ninth / f"output/handover/{language}.{ending}").stat().st_size


def test_one_language_can_be_chosen(without_ninth: Path, bring_back: BringBack) -> None:
    """With --languages the catalogues of the others stay as they are."""
    assert bring_back(*FACTS, "--accept", 1, "--languages", "fr").code == 0
    made = {path.parts[-3] for path in without_ninth.glob("translations/*/wg4/09-2019.po")}
    assert made == {"fr"}


def test_the_changes_are_reported(without_ninth: Path, bring_back: BringBack) -> None:
    """The last step says what is new, and writes it as page, Markdown and data."""
    said = bring_back(*FACTS, "--accept", 3)
    assert "IX. Ninth meeting, 9 to 11 September 2019: 39 units. IX.1–39." in said.out
    for ending in ("html", "md", "json"):
        page = without_ninth / f"output/reports/changes.{ending}"
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
    """Without topics it stops with suggestions beside the texts; assigned, it goes on."""
    stopped = bring_back(*FACTS)
    assert stopped.code == 1
    assert "stopped: 39 paragraphs have no topics" in stopped.out
    record = without_ninth / RECORD
    text = record.read_text(encoding="utf-8")
    assert text.count("# suggested: topics: [") == 39
    first, _, rest = text.partition("    # suggested: ")
    record.write_text(f"{first}    {rest}", encoding="utf-8")
    assert "stopped: 38 paragraphs have no topics" in bring_back(*FACTS).out
    every = record.read_text(encoding="utf-8").replace("# suggested: ", "")
    record.write_text(every, encoding="utf-8")
    gone_on = bring_back(*FACTS)
    assert gone_on.code == 0
    assert record.read_text(encoding="utf-8") == every


def test_an_editors_choice_is_kept(without_ninth: Path, bring_back: BringBack) -> None:
    """Accepting suggestions changes no paragraph on which an editor decided."""
    bring_back(*FACTS)
    record = without_ninth / RECORD
    text = record.read_text(encoding="utf-8")
    decided = text.replace("    report: 1\n", "    report: 1\n    topics: []\n", 1)
    record.write_text(decided, encoding="utf-8")
    assert bring_back(*FACTS, "--accept", 2).code == 0
    first, second = ninth(without_ninth).paragraphs[:2]
    assert (len(first.topics), len(second.topics)) == (0, 2)


def test_a_second_run_changes_nothing(without_ninth: Path, bring_back: BringBack) -> None:
    """When all is done, the same command leaves every source and catalogue as it is."""
    bring_back(*FACTS, "--accept", 3)
    before = contents(without_ninth / "sources") | contents(without_ninth / "translations")
    assert bring_back(*FACTS, "--accept", 3).code == 0
    after = contents(without_ninth / "sources") | contents(without_ninth / "translations")
    assert after == before


def test_a_difference_from_the_document_stops_it(
    without_ninth: Path, bring_back: BringBack
) -> None:
    """A record that differs from its document stops the way, unless the editor stands by it."""
    bring_back(*FACTS, "--accept", 3)
    record = without_ninth / RECORD
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("witness protection", "witness care", 1), encoding="utf-8")
    said = bring_back(*FACTS)
    assert said.code == 1
    assert "wg4.9.1" in said.out
    assert "stopped: " in said.out
    assert "2 of 7" not in said.out
    assert bring_back(*FACTS, "--as-recorded").code == 0
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
        ("none.txt", "", "it holds no text"),
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


def test_the_official_text_of_another_language_is_taken(without_ninth: Path, run: Run) -> None:
    """Documents in any order: the record first, then the text in French, set as official."""
    french = without_ninth / "rapport.txt"
    french.write_text(
        "Groupe de travail sur la traite des personnes\n"
        "CTOC/COP/WG.4/2019/6\n"
        "II. Recommandations\n"
        "Recommandation 1\n"
        "Les États parties devraient chercher à coopérer de manière efficace avec les prestataires "
        "de services d’aide aux victimes.\n"
        "Recommandation 2\n"
        "Les États parties devraient envisager d’élaborer des outils pour la conception de "
        "mécanismes nationaux.\n"
        "III. Résumé des délibérations\n",
        encoding="utf-8",
    )
    said = run("new-meeting", "--no-build", *FACTS, "--accept", 3, "fr:rapport.txt", REPORT)
    catalogue = without_ninth / "translations/fr/wg4/09-2019.po"
    assert catalogue.exists(), said.out + said.err
    assert catalogue.read_text(encoding="utf-8").count("# state: official CTOC/COP/WG.4/2019/6") == 2
    done = run("new-meeting", "--no-build", *FACTS, "--as-recorded", "fr:rapport.txt", REPORT)
    assert done.code == 0, done.out + done.err
    assert "fr: 37 texts to translate" in done.out


def test_without_the_workflow_it_says_where_to_run(without_ninth: Path, run: Run) -> None:
    """Building outside the project's folder is refused with what to do; what was done stays."""
    said = run("new-meeting", *FACTS, "--accept", 3, REPORT)
    assert said.code == 3
    assert "setup/build.sh: no such file" in said.err
    assert (without_ninth / "translations/fr/wg4/09-2019.po").exists()


def test_the_way_ends_with_a_built_edition(root: Path, without_ninth: Path, run: Run) -> None:
    """In the project's folder the workflow runs as a step, here for one language and edition."""
    for name in ("setup", "rules", "config", "profiles", "templates", "compendium"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(root / name, without_ninth / name, ignore=ignored)
    shutil.copy2(root / "Snakefile", without_ninth)
    settings = without_ninth / "config/config.yaml"
    text = settings.read_text(encoding="utf-8")
    text = re.sub(r"^editions: .*$", "editions: [index-2019]", text, flags=re.MULTILINE)
    text = re.sub(r"^deliveries: .*$", "deliveries: [screen]", text, flags=re.MULTILINE)
    settings.write_text(text, encoding="utf-8")
    said = run("new-meeting", *FACTS, "--accept", 3, "--languages", "en", REPORT)
    assert "7 of 7" in said.out or "failed" in said.err, said.out + said.err
    assert list(without_ninth.glob("output/editions/en/index-2019.*"))
