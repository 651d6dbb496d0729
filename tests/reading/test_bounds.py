"""Numbers from outside have bounds: what is beyond them is one message, at once, with its place."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from compendium.cli.main import program
from compendium.documents.formats import read_original
from compendium.errors import InputError
from compendium.fetching.transfer import _announced
from compendium.languages.language import load_language
from compendium.model.roman import from_roman, roman_or_figures, to_roman
from compendium.reading import read_sources
from compendium.reading.nodes import parse
from compendium.reading.one_file import load_settings
from compendium.rendering.dates import VARIABLE, edition_date
from compendium.texts.facts import Search, read_facts

EXAMPLE = Path(__file__).parents[1] / "example" / "sources"
SETTINGS = Path(__file__).parents[2] / "config" / "config.yaml"
LONG = "9" * 5000  # more digits than Python converts

# File, what stands there, what is written instead, and what is said of it.
SOURCES = [
    ("lk/02-2013.yaml", "ordinal: 2", "ordinal: 0", "'ordinal' is the number 0, but must be 1"),
    ("lk/02-2013.yaml", "ordinal: 2", "ordinal: -2", "'ordinal' is the number -2, but must be 1"),
    ("lk/02-2013.yaml", "ordinal: 2", "ordinal: 4000", "but must be 3999 or less"),
    ("lk/02-2013.yaml", "ordinal: 2", "ordinal: 1000000000", "but must be 3999 or less"),
    ("lk/02-2013.yaml", "ordinal: 2", f"ordinal: {LONG}", "'ordinal' should be a whole number"),
    ("lk/02-2013.yaml", "number: 1\n", "number: 10000\n", "but must be 9999 or less"),
    ("lk/02-2013.yaml", "number: 1\n", f"number: {LONG}\n", "'number' .* a whole number"),
    ("lk/02-2013.yaml", "first: 2013", "first: 0013", "the year 13 is none from 1800 to 2999"),
    ("lk/02-2013.yaml", "first: 2013", "first: 9013", "the year 9013 is none from 1800 to 2999"),
    ("lk/01-2011.yaml", "offset: ", "offset: -99999", "but must be -9999 or more"),
    ("lk/01-2011.yaml", "offset: ", "offset: 99999", "but must be 9999 or less"),
    ("lk/01-2011.yaml", "item: ii\n", f"item: {'m' * 3000}\n", "too long for a Roman numeral"),
    ("lk/01-2011.yaml", "item: ii\n", "item: nulla\n", "is not a Roman numeral"),
    ("conf/05-2012.yaml", "notes:\n          1:", "notes:\n          1000:", "999 or less"),
    ("bodies.yaml", "key: lk", f"key: {'k' * 300}", "the required form"),
    ("editions/compendium.yaml", "year: 2014", "year: 0", "but must be 1800 or more"),
    ("editions/compendium.yaml", "year: 2014", "year: 20140", "but must be 2999 or less"),
    ("editions/compendium.yaml", "year: 2014", "year: 2014\nas_of: {lk: 0}", "1 or more"),
    ("editions/compendium.yaml", "year: 2014", "year: 2014\nas_of: {lk: 4000}", "3999 or less"),
]


@pytest.mark.parametrize(("name", "old", "new", "said"), SOURCES, ids=lambda value: value[:24])
def test_sources(tmp_path: Path, name: str, old: str, new: str, said: str) -> None:
    """A number of a source file that is out of its bounds is a finding at its line."""
    folder = shutil.copytree(EXAMPLE, tmp_path / "sources")
    text = (folder / name).read_text(encoding="utf-8")
    start = text.index(old)
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [f for f in read_sources(folder).findings if re.search(said, f.message)]
    assert found
    assert found[0].place.file.endswith(name)
    assert abs(found[0].place.line - text[:start].count("\n") - 1) <= 1
    assert len(found[0].message) < 200


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("document_limit: 50", "document_limit: 0", "document_limit"),
        ("document_limit: 50", "document_limit: -1", "document_limit"),
        ("document_limit: 50", "document_limit: 1e12", "2000 or less"),
        ("document_limit: 50", "document_limit: 1e999", "document_limit"),
        ("document_limit: 50", f"document_limit: {LONG}", "document_limit"),
        ("leaf: 0.1", "leaf: 1e6", "leaf"),
        ("leaf: 0.1", "leaf: -0.1", "leaf"),
        ("https://undocs.org/", "https://undocs.org:99999/", "Port out of range"),
        ("https://undocs.org/", "https://undocs.org:x/", "no address: Port"),
        ("https://undocs.org/", "https://[undocs.org/", "no address: "),
    ],
)
def test_settings(tmp_path: Path, old: str, new: str, said: str) -> None:
    """A number of the settings that is out of its bounds is one message with file and line."""
    file = tmp_path / "config.yaml"
    text = SETTINGS.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(InputError) as fault:
        load_settings(file)
    assert said in fault.value.message
    assert str(file) in fault.value.message


@pytest.mark.parametrize("number", [0, -1, -(10**9), 4000, 10**9, 10**30])
def test_roman_numerals_end(number: int) -> None:
    """There is no Roman numeral below one and above 3999, and that is said at once."""
    with pytest.raises(ValueError, match=str(number)):
        to_roman(number)
    assert roman_or_figures(number) == str(number)


@pytest.mark.parametrize("numeral", ["", "IIII", "M" * 4, "i" * 10**6, "M" * 10**6, "xivx", "٣"])
def test_no_roman_numerals(numeral: str) -> None:
    """What is none is refused at once, however long it is, and shown in an excerpt."""
    with pytest.raises(ValueError, match="Roman numeral") as fault:
        from_roman(numeral)
    assert len(str(fault.value)) < 100


def test_every_roman_numeral_is_read_back() -> None:
    """All there are, from I to MMMCMXCIX."""
    assert [from_roman(to_roman(number)) for number in range(1, 4000)] == list(range(1, 4000))


@pytest.mark.parametrize(
    ("start", "kind", "first"),
    [
        ("1", "1", "1. Keep"),
        ("0", "1", "0. Keep"),
        ("0", "i", "(0) Keep"),
        ("0", "a", "(0) Keep"),
        ("14", "I", "XIV. Keep"),
        ("4000", "i", "(4000) Keep"),
        ("27", "a", "(aa) Keep"),
        ("-3", "1", None),
        ("-3", "i", None),
        ("9999", "a", None),
        ("1000000000", "a", None),
        ("1000000000", "i", None),
        ("99999999999999999999999", "1", None),
    ],
)
def test_lists_begin_within_bounds(
    tmp_path: Path, start: str, kind: str, first: str | None
) -> None:
    """A list of a document has numbers that lists have, or the document is refused by its place."""
    file = tmp_path / "report.html"
    file.write_text(
        f'<html><body><p>Before.</p><ol start="{start}" type="{kind}"><li>Keep</li><li>Light</li>'
        "</ol></body></html>",
        encoding="utf-8",
    )
    if first is None:
        with pytest.raises(InputError, match=r"report\.html, after paragraph \d: a list that has"):
            read_original(file)
    else:
        assert [line.text for line in read_original(file).lines][1] == first


@pytest.mark.parametrize("ordinal", ["0", "-1", "4000", "1000000000", LONG])
def test_options(ordinal: str) -> None:
    """An ordinal on the command line is one that a gathering can have."""
    done = CliRunner().invoke(program, ["import", "--ordinal", ordinal, "report.txt"])
    assert done.exit_code == 2
    assert "--ordinal" in done.output


@pytest.mark.parametrize("seconds", [LONG, "-99999999999", "99999999999999", "1e9", "-", "²"])
def test_dates_of_editions(monkeypatch: pytest.MonkeyPatch, seconds: str) -> None:
    """The variable that dates an edition holds a time, or is told in one line."""
    monkeypatch.setenv(VARIABLE, seconds)
    with pytest.raises(InputError, match="not a time") as fault:
        edition_date()
    assert len(fault.value.message) < 100


@pytest.mark.parametrize(
    ("header", "bytes_"),
    [
        ("12", 12),
        ("", None),
        ("-1", None),
        ("1.5", None),
        ("²", None),
        ("٣", None),
        (LONG, 1 << 60),
    ],
)
def test_announced_lengths(header: str, bytes_: int | None) -> None:
    """A length that a server announces is a number, or none."""
    assert _announced(header) == bytes_


def test_long_figures_in_texts() -> None:
    """A figure of thousands of digits in a text is compared like any other."""
    english = load_language("en")
    text = f"The number {LONG}, and 2,000 lamps."
    search = Search(text, english)
    numbers = read_facts(text, english).numbers
    search.join_thousands(numbers)
    assert {LONG, "2000"} <= {*numbers}
    assert search.numbers()[LONG] == 1
    assert search.words_for(LONG) == 0


def test_aliases_stand_for_no_more_than_a_file_may_hold() -> None:
    """Some lines of aliases that stand for millions of values are told, and hold few of them."""
    lines = ["- &a0 [x, x]", *(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9))]
    nodes = parse("\n".join(lines), "settings.yaml")
    assert {found.code for found in nodes.findings} == {"F013"}
    assert len(repr(nodes.value)) < 1_000_000
    assert parse("- &a [x]\n- *a\n", "settings.yaml").value == [["x"], ["x"]]
