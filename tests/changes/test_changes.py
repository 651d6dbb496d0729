"""`compendium changes`: what differs from an earlier state, found, named and written."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from support.importing_project import Said, run_in

EXAMPLE = Path(__file__).parents[1] / "example/sources"
MEETING = "lk/02-2013.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with the example committed, and its records collected in a file."""
    shutil.copytree(EXAMPLE, tmp_path / "project/sources")
    project = tmp_path / "project"
    git(project, "init", "--quiet")
    git(project, "add", "sources")
    git(project, "commit", "--quiet", "-m", "The example")
    assert run_in(project, "collect", "--output", "before.json").code == 0
    return project


def git(folder: Path, *arguments: str) -> None:
    """Run Git, with a name of its own and no settings of this machine."""
    own = ["-c", "user.name=Editor", "-c", "user.email=editor@example.org"]
    subprocess.run(["git", *own, *arguments], cwd=folder, check=True, capture_output=True)


def edit(project: Path, name: str, old: str, new: str) -> None:
    """Change the first place where a file of the sources says something."""
    path = project / "sources" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def found(project: Path, since: str = "HEAD") -> dict[str, Any]:
    """The changes as data."""
    said = run_in(project, "changes", "--since", since, "--format", "json")
    assert said.code == 0, said.err
    changes: dict[str, Any] = json.loads(said.out)
    return changes


@pytest.mark.parametrize("since", ["HEAD", "before.json"])
def test_without_a_change_nothing_is_reported(project: Path, since: str) -> None:
    """The same records differ in nothing; a file of records has no errata to compare."""
    changes = found(project, since)
    assert changes.pop("since") == since
    assert changes.pop("errata") == ([] if since == "HEAD" else None)
    assert not any(changes.values())


@pytest.mark.parametrize("since", ["HEAD", "before.json"])
def test_a_changed_word_is_shown_with_its_neighbours(project: Path, since: str) -> None:
    """A text that changed names its unit and the words around the change, before and after."""
    edit(project, MEETING, "test fog signals each month", "test fog signals each week")
    (change,) = found(project, since)["texts"]
    assert (change["kind"], change["place"], change["locator"]) == ("changed", "lk.2.1", "II.1")
    (stretch,) = change["stretches"]
    assert stretch["before"] == "fog signals each month and publish the"
    assert stretch["after"] == "fog signals each week and publish the"


def test_changed_emphasis_is_a_change_of_form(project: Path) -> None:
    """A text with the same words but other emphasis is told apart."""
    edit(project, MEETING, "each month", "*each month*")
    (change,) = found(project)["texts"]
    assert change["only_form"]


def test_notes_titles_and_formulas_are_compared(project: Path) -> None:
    """Not only units change: notes, titles and remarks have places of their own."""
    edit(project, "conf/05-2012.yaml", "para. 9.", "para. 10.")
    edit(project, "conf/05-2012.yaml", "Keeping of coastal", "Upkeep of coastal")
    edit(project, "lk/03-2014.yaml", "will be considered", "were considered")
    places = {change["place"] for change in found(project)["texts"]}
    assert places == {"conf.5.pp.2#note.1", "conf.5#title", "lk.3#remark"}


def test_added_and_removed_units_are_told(project: Path) -> None:
    """A unit more or less in a known meeting is added or removed, under its key."""
    edit(project, MEETING, "      - letter: b\n        text: >-\n          Leave ashore.\n", "")
    assert [(t["kind"], t["place"]) for t in found(project)["texts"]] == [("removed", "lk.2.2.b")]
    git(project, "commit", "--quiet", "-am", "Less")
    changes = found(project, "HEAD~1")
    assert [t["place"] for t in changes["texts"]] == ["lk.2.2.b"]
    git(project, "revert", "--no-edit", "HEAD")
    added = found(project, "HEAD~1")["texts"]
    assert [(t["kind"], t["place"]) for t in added] == [("added", "lk.2.2.b")]


def test_a_new_meeting_arrives_whole(project: Path) -> None:
    """A new meeting is one arrival, with its places and topics, and no change of its texts."""
    text = (project / "sources" / MEETING).read_text(encoding="utf-8")
    text = text.replace("ordinal: 2", "ordinal: 4").replace("2013/5", "2015/2")
    text = text.replace("first: 2013-09-30", "first: 2015-09-28")
    text = text.replace("last: 2013-10-02", "last: 2015-09-30")
    (project / "sources/lk/04-2015.yaml").write_text(text, encoding="utf-8")
    changes = found(project)
    (arrival,) = changes["arrivals"]
    assert (arrival["key"], arrival["units"]) == ("lk.4", 5)
    assert arrival["heading"] == "IV. Fourth meeting, 28 to 30 September 2015"
    assert arrival["locators"] == ["IV.1–3"]
    assert arrival["symbols"] == ["CL/CONF/LK/2015/2"]
    assert arrival["topics"][0] == "Fog signals"
    assert not changes["texts"]
    assert not changes["assignments"]


def test_a_meeting_taken_away_is_gone(project: Path) -> None:
    """A meeting that is no longer there is named, and its texts are not listed one by one."""
    (project / "sources/lk/03-2014.yaml").unlink()
    changes = found(project)
    departed = {"key": "lk.3", "heading": "III. Third meeting, 4 November 2014"}
    assert changes["departures"] == [departed]
    assert not changes["texts"]


def test_renamed_added_and_referring_topics(project: Path) -> None:
    """A topic under another heading is renamed; its references and new topics are told as well."""
    edit(project, "topics.yaml", "heading: Fog signals", "heading: Signals in fog")
    edit(project, "topics.yaml", "see_also: [fog-signals]", "see_also: [logbooks]")
    edit(project, "topics.yaml", "topics:\n", "topics:\n  - key: boats\n    heading: Boats\n")
    changes = {(t["key"], t["kind"], t["fact"]): t for t in found(project)["topics"]}
    assert set(changes) == {
        ("boats", "added", "heading"),
        ("fog-signals", "changed", "heading"),
        ("lamps.maintenance", "changed", "see also"),
    }
    renamed = changes["fog-signals", "changed", "heading"]
    assert (renamed["before"], renamed["after"]) == ("Fog signals", "Signals in fog")


def test_a_moved_assignment_says_from_where_to_where(project: Path) -> None:
    """A unit under another topic than before names both."""
    edit(project, MEETING, "topics: [reporting]", "topics: [logbooks]")
    (change,) = found(project)["assignments"]
    assert (change["place"], change["locator"]) == ("lk.2.3", "II.3")
    assert (change["removed"], change["added"]) == (["reporting"], ["logbooks"])


def test_facts_are_compared(project: Path) -> None:
    """Days, symbols and numbers in the report are facts, told before and after."""
    edit(project, MEETING, "last: 2013-10-02", "last: 2013-10-03")
    edit(project, MEETING, "report: 3", "report: 4")
    facts = {(f["place"], f["before"], f["after"]) for f in found(project)["facts"]}
    days = ("2013-09-30 to 2013-10-02", "2013-09-30 to 2013-10-03")
    assert facts == {("lk.2", *days), ("lk.2.3", "3", "4")}


def test_errata_are_compared_with_a_commit(project: Path) -> None:
    """An erratum with another reason was corrected, one more was added."""
    edit(project, "errata.yaml", "The paper lost the plural", "The printer lost the plural")
    with (project / "sources/errata.yaml").open("a", encoding="utf-8") as errata:
        errata.write(
            "  - {document: paper-2013, place: lk.1.1, column: text, printed: a, ours: b,\n"
            "     kind: slip, reason: It is plain.}\n"
        )
    changes = {(e["place"], e["kind"]) for e in found(project)["errata"]}
    assert changes == {("lk.1.4", "changed"), ("lk.1.1", "added")}


def define(project: Path, *lines: str) -> None:
    """Define one more edition, `early`, which holds the same but for some lines."""
    text = (project / "sources/editions/compendium.yaml").read_text(encoding="utf-8")
    early = text.replace("key: compendium\n", "\n".join(["key: early", *lines, ""]), 1)
    (project / "sources/editions/early.yaml").write_text(early, encoding="utf-8")


def test_of_the_end_of_an_edition_only_gatherings_are_known(project: Path) -> None:
    """Since an edition with as_of, later gatherings are new, and the rest is said to be unknown."""
    define(project, "as_of: {lk: 1}")
    edit(project, "lk/01-2011.yaml", "Clean every lens", "Polish every lens")
    changes = found(project, "early")
    assert [one["key"] for one in changes.pop("arrivals")] == ["lk.2", "lk.3"]
    assert changes.pop("since") == "early (through lk.1)"
    assert set(changes.values()) == {None}
    said = run_in(project, "changes", "--since", "early").out.splitlines()[0]
    assert said.startswith("Changes since early (through lk.1): 2 new gatherings and records; not")
    assert "texts changed" in said.partition("not known: ")[2]


@pytest.mark.parametrize("kept", ["published/early.json", "HEAD"])
def test_since_what_an_edition_was_published_from(project: Path, kept: str) -> None:
    """An edition stands for the records it was published from, kept in a file or in a commit."""
    define(project, "as_of: {lk: 2}")
    git(project, "add", "sources")
    git(project, "commit", "--quiet", "-m", "An edition")
    if kept != "HEAD":
        collect = ("collect", "--published", "early", "--output", f"sources/{kept}")
        assert run_in(project, *collect).code == 0
        assert "Compendium and Thematic Index" not in (project / "sources" / kept).read_text()
    define(project, "as_of: {lk: 3}", f"published_from: {kept}")
    edit(project, MEETING, "each month", "each week")
    edit(project, "errata.yaml", "The paper lost the plural", "The printer lost the plural")
    changes = found(project, "early")
    assert changes["since"] == f"early ({kept})"
    assert [one["key"] for one in changes["arrivals"]] == ["lk.3"]  # as it was defined then
    assert [one["place"] for one in changes["texts"]] == ["lk.2.1"]
    assert [one["place"] for one in changes["errata"]] == ["lk.1.4"]


def test_the_page_on_what_is_new_says_since_when(project: Path) -> None:
    """It follows from ordinals or from a state, and with a state it has words for all changes."""
    words = "new_since: {heading: New, topics: 'Under:', since: {lk: 2}}"
    edit(project, "editions/compendium.yaml", "key: compendium\n", f"key: compendium\n{words}\n")
    assert found(project)["since"] == "HEAD"
    for old, new, fault in (
        ("", "published_from: HEAD\n", "and not both"),
        (", since: {lk: 2}", "", "new_since has changed, removed, renamed"),
        ("published_from: HEAD\n", "", "new_since has since, or"),
    ):
        edit(project, "editions/compendium.yaml", old, new)
        said = run_in(project, "changes", "--since", "HEAD")
        assert (said.code, fault in said.err) == (1, True), said.err


@pytest.mark.parametrize(
    ("since", "words"),
    [
        ("compendium", "neither published_from nor as_of"),
        ("no-such-thing", "no edition, file or commit"),
        ("--output=x", "no edition, file or commit"),
        ("sources/topics.yaml", "not what `compendium collect` of this version writes"),
    ],
)
def test_what_is_no_earlier_state_is_refused(project: Path, since: str, words: str) -> None:
    """A name that stands for no state ends with what it might have been."""
    said = run_in(project, "changes", f"--since={since}")
    assert said.code == 3
    assert words in said.err
    assert "what to do" in said.err


def test_an_unreadable_commit_is_refused(project: Path) -> None:
    """A commit whose sources this version cannot read names the file and the fault."""
    edit(project, MEETING, "ordinal: 2", "ordinal: two")
    git(project, "commit", "--quiet", "-am", "A fault")
    edit(project, MEETING, "ordinal: two", "ordinal: 2")
    said = run_in(project, "changes", "--since", "HEAD")
    assert said.code == 3
    assert "the sources of HEAD cannot be read" in said.err
    assert MEETING in said.err


def some_changes(project: Path, form: str) -> Said:
    """A few changes with characters that mean something in HTML and Markdown, in one form."""
    edit(project, MEETING, "each month", "each month < year & *day*")
    edit(project, MEETING, "topics: [reporting]", "topics: [logbooks]")
    return run_in(project, "changes", "--since", "HEAD", "--format", form)


def test_the_text_is_for_a_terminal(project: Path) -> None:
    """Each change has its place, then what was and what is."""
    said = some_changes(project, "text").out
    assert "1 text changed" in said
    assert "  II.1 (lk.2.1)\n    - " in said
    assert "    + signals each month < year & day and publish the" in said
    assert "    - reporting\n    + logbooks" in said


def test_the_page_is_sound(project: Path) -> None:
    """The HTML can be parsed, has a language and a title, and keeps every character."""
    page = some_changes(project, "html").out
    root = html.document_fromstring(page)
    assert root.get("lang") == "en"
    assert root.findtext("head/title") == "Changes since HEAD"
    inserted = [element.text_content() for element in root.iter("ins")]
    assert any("month < year & day" in words for words in inserted)


def test_markdown_marks_are_quoted(project: Path) -> None:
    """What a text holds is no mark-up of the Markdown report."""
    said = some_changes(project, "markdown").out
    assert said.startswith("# Changes since HEAD\n")
    assert r"month \< year & day" in said


def test_it_goes_into_a_file(project: Path) -> None:
    """With --output the terminal stays empty and the file holds the report."""
    said = run_in(project, "changes", "--since", "HEAD", "--output", "new/changes.txt")
    assert (said.out, said.code) == ("", 0)
    assert "Changes since HEAD" in (project / "new/changes.txt").read_text(encoding="utf-8")
