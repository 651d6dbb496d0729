"""The reader gives values with the place of each, and every fault of a run at once."""

from __future__ import annotations

import shutil
from pathlib import Path
from unicodedata import normalize

import pytest

from compendium.checks import check_reading
from compendium.findings import Place
from compendium.model.gatherings import Meeting, Session
from compendium.reading import Reading, read_sources
from compendium.reading.places import located_units

EXAMPLE = Path(__file__).parent.parent / "example" / "sources"


@pytest.fixture(scope="module")
def example() -> Reading:
    """The example, read."""
    return read_sources(EXAMPLE)


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the example to be spoiled."""
    return shutil.copytree(EXAMPLE, tmp_path / "sources")


def _line_of(place: Place) -> str:
    return Path(place.file).read_text(encoding="utf-8").splitlines()[place.line - 1].strip()


@pytest.mark.parametrize(
    ("key", "line"),
    [
        ("lk.1.2.b.iii", "- item: iii"),
        ("lk.1.1#note.1", '1: "*Collected Treaties of the Sea*, vol. 12, No. 345."'),
        ("lk.1.4", "- number: 4"),
        ("lk.3#remark", "remark: >-"),
        ("conf.4.b.ii", "- item: ii"),
        ("conf.5.pp.2", "- number: 2"),
        ("conf.5#formula", "formula: >-"),
        ("conf.5#formula#note.1", '1: "*Collected Treaties of the Sea*, vol. 12, No. 345."'),
        ("topic.logbooks", "- key: logbooks"),
        ("published.paper-2013", "- key: paper-2013"),
        ("errata.0", "- document: paper-2013"),
    ],
)
def test_places(example: Reading, key: str, line: str) -> None:
    """Each key leads to the line where its thing stands."""
    assert _line_of(example.places[key]) == line


def test_every_unit_has_its_place(example: Reading) -> None:
    """Every unit of the corpus has a place, and its text stands there."""
    units = {located.unit.key: located for f in example.gatherings for located in located_units(f)}
    assert sorted(units) == sorted(unit.key for unit in example.corpus.units())
    for key, located in units.items():
        assert example.places[key] == located.place(), key
        place = located.place("text")
        lines = Path(place.file).read_text(encoding="utf-8").splitlines()
        follows = " ".join(line.strip() for line in lines[place.line : place.line + 3])
        assert located.unit.text[:40] in follows, key


def test_order(example: Reading) -> None:
    """Gatherings come body by body, in order of their ordinals."""
    assert [gathering.key for gathering in example.corpus.meetings] == ["lk.1", "lk.2", "lk.3"]
    assert [gathering.key for gathering in example.corpus.sessions] == ["conf.4", "conf.5"]
    assert [type(file.value) for file in example.gatherings] == [Session] * 2 + [Meeting] * 3


def test_every_fault_at_once(sources: Path) -> None:
    """Faults of several files and several kinds come in one run, in order of file and line."""
    (sources / "bodies.yaml").write_text(
        (sources / "bodies.yaml").read_text().replace("part: B", "part: A")
    )
    (sources / "topics.yaml").write_bytes(b"topics: \xff")
    (sources / "lk" / "02-2013.yaml").write_text("body: lk\nbody: lk\nordinals: 2\n")
    meeting = sources / "lk" / "01-2011.yaml"
    meeting.write_text(meeting.read_text().replace("*inter alia*", "*inter alia"))
    findings = check_reading(read_sources(sources))
    assert [(Path(f.place.file).name, f.place.line, f.code) for f in findings] == [
        ("bodies.yaml", 13, "S012"),
        ("01-2011.yaml", 17, "T001"),
        ("02-2013.yaml", 1, "F006"),
        ("02-2013.yaml", 1, "F006"),
        ("02-2013.yaml", 1, "F006"),
        ("02-2013.yaml", 2, "F004"),
        ("02-2013.yaml", 3, "F005"),
        ("topics.yaml", 1, "F002"),
    ]


def test_no_false_alarm_from_what_is_missing(sources: Path) -> None:
    """Where a file cannot be read, nothing is said of what it may hold."""
    (sources / "topics.yaml").write_text("topics: [")
    (sources / "lk" / "01-2011.yaml").write_text("ordinal: [")
    found = check_reading(read_sources(sources))
    assert [finding.code for finding in found] == ["F003", "F003"]


def test_an_empty_file(sources: Path) -> None:
    """A file that says nothing is a finding, not a crash."""
    (sources / "topics.yaml").write_text("# nothing yet\n")
    (finding,) = read_sources(sources).findings
    assert (finding.code, finding.message) == (
        "F007",
        "the file should be lines `name: value`, but is empty",
    )


@pytest.mark.parametrize(
    "text", ["- a list", "just words", "8.10", "? [a]\n: b", "a: &x [*x]", "2019-09-09", "{}"]
)
def test_any_yaml_is_a_finding(sources: Path, text: str) -> None:
    """Whatever YAML stands in a file, it ends in findings at a line of that file."""
    (sources / "topics.yaml").write_text(text)
    findings = read_sources(sources).findings
    assert findings
    assert {Path(finding.place.file).name for finding in findings} == {"topics.yaml"}
    assert {finding.place.line for finding in findings} == {1}


@pytest.mark.parametrize("text", ["[" * 50_000, "{a: " * 5_000, "- " * 5_000, "[{a: [" * 5_000])
def test_what_is_nested_without_end_is_told(sources: Path, text: str) -> None:
    """Values one in the other by the thousand are one finding, whatever holds them."""
    (sources / "topics.yaml").write_text(text)
    (finding,) = read_sources(sources).findings
    assert (finding.code, finding.message) == ("F003", "broken YAML: nested without end")


def test_an_escape_for_no_character_is_told(sources: Path) -> None:
    """An escape beyond the last character of Unicode is a finding at its line."""
    (sources / "topics.yaml").write_text('topics:\n  - key: "a\\U00110000"\n')
    (finding,) = read_sources(sources).findings
    assert (finding.place.line, finding.code) == (2, "F003")
    assert "that is not a character" in finding.message


def test_a_signature_of_the_encoding(sources: Path) -> None:
    """A file that begins with the signature of UTF-8, as some editors write it, is read."""
    topics = sources / "topics.yaml"
    topics.write_bytes(b"\xef\xbb\xbf" + topics.read_bytes())
    assert read_sources(sources).findings == ()


def test_letters_and_accents_are_one_character(sources: Path) -> None:
    """A decomposed letter of a source is read composed, in texts and in keys of lists alike."""
    topics = sources / "topics.yaml"
    text = topics.read_text(encoding="utf-8").replace("Fog signals", "Cafés, Ångström")
    topics.write_text(normalize("NFD", text), encoding="utf-8")
    assert topics.read_text(encoding="utf-8") != text
    corpus = read_sources(sources).corpus
    assert "Cafés, Ångström" in {topic.heading for topic in corpus.topics}


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029", "\x1c"])
def test_no_line_is_counted_that_is_none(sources: Path, character: str) -> None:
    """A character that looks like the end of a line moves no finding to another line."""
    topics = sources / "topics.yaml"
    text = topics.read_text(encoding="utf-8")
    topics.write_text(f"# a{character}b\n{text}unknown: 1\n", encoding="utf-8", newline="")
    first, last = read_sources(sources).findings
    assert (first.code, first.place.line) == ("F014", 1)
    assert (last.code, last.place.line) == ("F005", text.count("\n") + 2)
