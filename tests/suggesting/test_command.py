"""`compendium suggest` as an editor calls it: what it prints, and what it writes into records."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from support.importing_project import run_in

EXAMPLE = Path(__file__).parents[1] / "example/sources"
COMMENT = re.compile(r"^ *# suggested: topics: \[[a-z., -]+\](  # like .+)?\r?\n", re.MULTILINE)


@pytest.fixture
def meeting(tmp_path: Path) -> Path:
    """The second meeting of a copy of the example, without its topics."""
    path = shutil.copytree(EXAMPLE, tmp_path / "sources") / "lk/02-2013.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"^ *topics: .*\n", "", text, flags=re.MULTILINE), encoding="utf-8")
    return path


def run(meeting: Path, *arguments: str, code: int = 0) -> str:
    """Call the program in the folder of the sources; gives what it said."""
    said = run_in(meeting.parents[2], *arguments)
    assert said.code == code, said.err
    return said.out + said.err


def test_it_prints_places_topics_and_reasons(meeting: Path) -> None:
    """Each paragraph stands at its line with its topics; nothing is written."""
    before = meeting.read_bytes()
    said = run(meeting, "suggest", "--gathering", "lk.2", "--count", "2")
    assert "sources/lk/02-2013.yaml:12: lk.2.1\n  fog-signals" in said
    assert re.search(r"fog-signals +like (B )?[IVX]+\.[\w.]+: .*\bfog\b", said)
    assert said.count("\n  ") == 2 * 5
    assert said.endswith("paragraphs without topics: 5\n")
    assert meeting.read_bytes() == before


def test_it_writes_comments_and_nothing_else(meeting: Path) -> None:
    """Without the new lines the file is what it was, and only files with such paragraphs change."""
    before = {path: path.read_bytes() for path in meeting.parents[1].rglob("*.yaml")}
    said = run(meeting, "suggest", "--gathering", "lk.2", "--write")
    assert said.startswith("paragraphs without topics: 5\n"), "the file has the suggestions"
    text = meeting.read_bytes().decode("utf-8")
    assert len(COMMENT.findall(text)) == 5
    assert COMMENT.sub("", text).encode("utf-8") == before.pop(meeting)
    assert {path: path.read_bytes() for path in before} == before


def test_it_writes_them_once(meeting: Path) -> None:
    """A second run adds nothing, not even after the editor shortened a suggestion."""
    run(meeting, "suggest", "--write")
    text = re.sub(r"topics: \[([a-z.-]+), .*", r"topics: [\1]", meeting.read_text(encoding="utf-8"))
    meeting.write_text(text, encoding="utf-8")
    run(meeting, "suggest", "--write")
    assert meeting.read_text(encoding="utf-8") == text


def test_a_suggestion_is_accepted_by_deleting_its_first_words(meeting: Path) -> None:
    """What remains of the comment is a line of topics that `check` takes."""
    run(meeting, "suggest", "--gathering", "lk.2", "--write", "--count", "1")
    text = meeting.read_text(encoding="utf-8")
    meeting.write_text(text.replace("# suggested: ", ""), encoding="utf-8")
    assert "0 errors, 0 warnings" in run(meeting, "check", "--records-only")
    assert "paragraphs without topics: 0" in run(meeting, "suggest", "--gathering", "lk.2")


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_stay(meeting: Path, mark: str) -> None:
    """A file with the line ends of Windows, and with a byte order mark, keeps them."""
    before = mark + meeting.read_text(encoding="utf-8").replace("\n", "\r\n")
    meeting.write_bytes(before.encode("utf-8"))
    run(meeting, "suggest", "--gathering", "lk.2", "--write")
    after = meeting.read_bytes().decode("utf-8")
    assert after.count("\r\n") == after.count("\n") == before.count("\n") + 5
    assert COMMENT.sub("", after) == before


def test_a_text_that_comes_first(meeting: Path) -> None:
    """Where a paragraph opens with its text, the comment stands above it, and only once."""
    with meeting.open("a", encoding="utf-8") as file:
        file.write(
            "  - text: The Working Group thanked the keepers.\n    number: 4\n    report: 4\n"
        )
    before = meeting.read_text(encoding="utf-8")
    run(meeting, "suggest", "--gathering", "lk.2", "--write")
    after = meeting.read_text(encoding="utf-8")
    assert re.search(r"\n    # suggested: [^\n]+\n  - text: The Working Group thanked", after)
    assert COMMENT.sub("", after) == before
    run(meeting, "suggest", "--gathering", "lk.2", "--write")
    assert meeting.read_text(encoding="utf-8") == after


def test_a_file_without_room_stays_as_it_is(meeting: Path) -> None:
    """Where a comment would end up inside a text, the file is named and not touched."""
    text = meeting.read_text(encoding="utf-8")
    text += '  - {number: 4, report: 4, notes: {1: "See\n      this"}, text: "Thanks[^1]."}\n'
    meeting.write_text(text, encoding="utf-8")
    said = run(meeting, "suggest", "--gathering", "lk.2", "--write", code=3)
    assert "sources/lk/02-2013.yaml: there is no place for comments" in said
    assert meeting.read_text(encoding="utf-8") == text


def test_faults_of_the_sources_come_first(meeting: Path) -> None:
    """Sources that cannot be read whole give their findings and no suggestion."""
    meeting.write_text("body: [", encoding="utf-8")
    said = run(meeting, "suggest", "--write", code=1)
    assert "sources/lk/02-2013.yaml" in said
    assert "suggested" not in said


def test_an_unknown_gathering(meeting: Path) -> None:
    """A gathering that is not there is named."""
    assert "lk.99" in run(meeting, "suggest", "--gathering", "lk.99", code=3)
