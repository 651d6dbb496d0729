"""The workflow builds what has to be built, and nothing else."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

import pytest

from support.planning import (
    IN_EACH_LANGUAGE,
    SPINE,
    Environment,
    build,
    change,
    documents_that_cover,
    editions_that_hold,
    in_each_language,
    plan,
    setting,
    snakemake,
)


def test_every_edition_is_made(built: Path) -> None:
    """A build leaves an HTML page and a PDF for every edition and language of the settings."""
    for language in setting(built, "languages"):
        for edition in setting(built, "editions"):
            made = built / "output/editions" / language / edition
            assert made.with_suffix(".html").read_text(encoding="utf-8").endswith("</html>\n")
            assert made.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")


def test_nothing_is_built_twice(project: Path, environment: Environment) -> None:
    """After a build, a dry run says that there is nothing to do."""
    done = snakemake(project, environment, "-n")
    assert "Nothing to be done" in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("file", "editions"),
    [("wg4/13-2023.yaml", 1), ("wg4/08-2018.yaml", 3), ("cop/10-2020.yaml", 1)],
)
def test_a_changed_word_reaches_what_holds_it(
    project: Path, environment: Environment, file: str, editions: int
) -> None:
    """A word changed in one gathering concerns the editions and the documents that cover it."""
    change(project / "sources" / file, " the ", " THE ")
    body, name = file.split("/")
    planned = plan(project, environment)
    assert planned.documents == documents_that_cover(project, body, int(name[:2]))
    assert planned.editions == editions_that_hold(project, body, int(name[:2]))
    assert len(planned.editions) == editions
    once = Counter({"collect": editions, "collate": len(planned.documents)})
    assert planned.rules == once + in_each_language(
        project, *IN_EACH_LANGUAGE, editions=planned.editions
    )


def test_a_new_meeting_makes_no_older_edition_again(
    project: Path, environment: Environment
) -> None:
    """A meeting with its translations concerns the editions that go on, and no document."""
    for path in [project / "sources/wg4/13-2023.yaml", *project.glob("translations/*/wg4/13-*.po")]:
        shutil.copy(path, path.with_stem("14-2024"))
    planned = plan(project, environment)
    assert planned.editions == editions_that_hold(project, "wg4", 14) == {"compendium"}
    assert planned.documents == set()
    assert planned.rules == Counter(collect=1) + in_each_language(
        project, *IN_EACH_LANGUAGE, editions=planned.editions
    )


def test_an_erratum_makes_no_edition_again(project: Path, environment: Environment) -> None:
    """A changed erratum concerns the comparisons alone."""
    with (project / "sources/errata.yaml").open("a", encoding="utf-8") as errata:
        errata.write("# one more line\n")
    assert set(plan(project, environment).rules) == {"collate"}


def test_an_edition_that_tells_what_changed_is_compared(
    project: Path, environment: Environment
) -> None:
    """Where an edition tells of changes since it was published, they are found once, for it."""
    told = "key: compendium\npublished_from: HEAD\nnew_since: {}\n"
    change(project / "sources/editions/compendium.yaml", "key: compendium\n", told)
    assert plan(project, environment).rules["changes"] == 1


def test_a_changed_style_reaches_the_rendering(project: Path, environment: Environment) -> None:
    """A changed style makes the editions again, from what was composed before."""
    change(project / "templates/styles/book.css", "{", "{ /* a remark */")
    assert plan(project, environment).rules == in_each_language(project, "html", "pdf")


@pytest.mark.parametrize(
    ("setting", "value", "expected"),
    [
        ("accent", '"#123456"', ["html", "pdf"]),
        ("document_address", "https://example.org/{symbol}", ["prepare", "html", "pdf"]),
    ],
)
def test_a_changed_setting_reaches_the_steps_that_use_it(
    project: Path, environment: Environment, setting: str, value: str, expected: list[str]
) -> None:
    """A changed setting runs the steps that depend on it, and no other."""
    settings = project / "config/config.yaml"
    text = settings.read_text(encoding="utf-8")
    lines, count = re.subn(rf"^{setting}: .*$", f"{setting}: {value}", text, flags=re.MULTILINE)
    assert count == 1
    settings.write_text(lines, encoding="utf-8")
    assert plan(project, environment).rules == in_each_language(project, *expected)


def test_a_changed_program_reaches_everything(project: Path, environment: Environment) -> None:
    """Snakemake sees a change of the program, which stands behind every command."""
    with (project / "compendium/findings.py").open("a", encoding="utf-8") as module:
        module.write("# one more line\n")
    assert set(plan(project, environment).rules) == SPINE | {"collate"}


@pytest.mark.parametrize(("catalogue", "editions"), [("topics", 3), ("wg4/13-2023", 1)])
def test_a_changed_translation_reaches_its_language(
    project: Path, environment: Environment, catalogue: str, editions: int
) -> None:
    """A changed catalogue makes the editions with its texts again, in its language alone."""
    with (project / f"translations/ar/{catalogue}.po").open("a", encoding="utf-8") as file:
        file.write("\n# one more line\n")
    planned = plan(project, environment)
    assert (planned.languages, len(planned.editions)) == ({"ar"}, editions)
    assert planned.rules == in_each_language(
        project, *IN_EACH_LANGUAGE, editions=planned.editions, languages=1
    )


def test_a_commit_dates_the_editions_that_it_concerns(
    project: Path, environment: Environment
) -> None:
    """A later date of its records makes the PDF files of an edition again, and nothing else."""
    last = "sources/wg4/13-2023.yaml"
    git = ["git", "-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    for seconds, words in ((0, ["add", "sources", f":!{last}"]), (1700000000, ["add", last])):
        dates = {f"GIT_{who}_DATE": f"@{seconds} +0000" for who in ("AUTHOR", "COMMITTER")}
        for command in (["init", "-q"], words, ["commit", "-q", "-m", "Records"]):
            subprocess.run([*git, *command], cwd=project, env=environment | dates, check=True)
    planned = plan(project, environment)
    assert planned.editions == {"compendium"}
    assert planned.rules == in_each_language(project, "pdf", editions=planned.editions)


def test_fewer_languages_need_no_new_text(project: Path, environment: Environment) -> None:
    """A build of some languages makes their pages again, for these link to each other."""
    planned = plan(project, environment, "--config", "languages=[en]")
    assert planned.rules == in_each_language(project, "html", languages=1)


def test_an_unknown_language_is_refused(project: Path, environment: Environment) -> None:
    """A language without data is refused with the list of the known ones."""
    done = snakemake(project, environment, "-n", "--config", "languages=[en,xx]")
    assert done.returncode != 0
    assert (
        "there is no language xx; choose among ar, en, es, fr, ru, zh" in done.stdout + done.stderr
    )


def test_a_fault_in_the_records_stops_the_build(project: Path, environment: Environment) -> None:
    """The first thing said is what the command said: the file and the line of the fault."""
    change(project / "sources/wg4/12-2022.yaml", "\nordinal: 12\n", "\nordinal: twelve\n")
    editions = {path: path.stat().st_mtime_ns for path in project.glob("output/editions/*/*")}
    done = build(project, environment)
    assert done.returncode != 0
    assert "sources/wg4/12-2022.yaml:3:" in done.stdout
    assert done.stdout.index("12-2022.yaml:3:") < done.stdout.index("-- failed: check")
    assert {path: path.stat().st_mtime_ns for path in editions} == editions


def test_an_interrupted_build_leaves_no_half_edition(
    project: Path, environment: Environment
) -> None:
    """Ctrl-C during the layout ends the build and says so; the next one goes on from there."""
    made, log = project / "output/editions/en", project / "output/logs/en/record-2019.pdf.log"
    for path in (log, *made.glob("record-2019.*")):
        path.unlink()
    with subprocess.Popen(
        ["setup/build.sh"],
        cwd=project,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    ) as running:
        wait_for_words_in(log)
        os.killpg(running.pid, signal.SIGINT)
        said, _ = running.communicate(timeout=60)
    assert running.returncode == 130
    assert said.splitlines()[-1].startswith("stopped: ")
    assert not re.search(r"Traceback|-- failed|error: ", said)
    assert {path.name for path in made.glob("*record-2019.*")} <= {"record-2019.html"}
    assert not list(made.glob(".*"))
    done = snakemake(project, environment, "output/editions/en/record-2019.pdf")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (made / "record-2019.pdf").read_bytes().rstrip().endswith(b"%%EOF")


def wait_for_words_in(log: Path, *, seconds: float = 60) -> None:
    """Wait until a command has begun to write its log."""
    end = time.monotonic() + seconds
    while not (log.exists() and log.stat().st_size):
        assert time.monotonic() < end, f"{log} stayed empty"
        time.sleep(0.05)


def test_snakemake_can_report(project: Path, environment: Environment) -> None:
    """`snakemake --report` writes its page about the last build."""
    done = snakemake(project, environment, "--report", "report.html")
    assert done.returncode == 0, done.stderr
    assert "collate" in (project / "report.html").read_text(encoding="utf-8")


def test_every_rule_runs_the_command_of_its_name(root: Path) -> None:
    """A rule that makes something runs one command, and both have one name."""
    for file in sorted((root / "rules").glob("*.smk")):
        text = file.read_text(encoding="utf-8")
        assert text.startswith('"""\nThis part of the workflow '), file.name
        for name, body in re.findall(
            r"^rule (\w+):\n((?:(?:    .*)?\n)+)", text, flags=re.MULTILINE
        ):
            if name == "package":  # the program does not take its own fingerprint
                continue
            assert re.findall(r"compendium (\w+)", body) == [name], file.name
