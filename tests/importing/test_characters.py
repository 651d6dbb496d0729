"""What a document holds that no record can hold, and letters that it holds in two pieces."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from unicodedata import normalize

import pytest

from compendium.documents.formats import read_original
from compendium.documents.shown_characters import strange_characters
from support.importing_project import Run, contents

REPORT = """\
CTOC/COP/WG.4/2031/6
Report on the meeting of the Working Group on Trafficking in Persons held in Vienna
from 1 to 3 July 2031
I. Introduction
1. The meeting was held.
II. Recommendations
2. States should keep {word} on trafficking and report to the Conference.
III. Adoption of the report
3. The report was adopted.
"""
TELLING = ("--ordinal", "21", "--first", "2031-07-01", "--place", "Vienna")


def _report(folder: Path, word: str) -> Path:
    file = folder / "report.txt"
    file.write_text(REPORT.format(word=word), encoding="utf-8", newline="")
    return file


def test_nothing_is_written_that_cannot_be_read(project: Path, run: Run) -> None:
    """A character that no record can hold is a finding, and nothing is written."""
    before = contents(project / "sources")
    said = run("import", _report(project, "a log\x07book"), *TELLING)
    assert said.code == 1
    assert "report.txt:7: I020 error: the character U+0007 (a control character)" in said.err
    assert contents(project / "sources") == before


@pytest.mark.parametrize(
    ("code", "character"),
    [
        *(("I020", one) for one in ("\x07", "\x1c", "\x7f", "\x85", "\u2028", "\u2029", "\ufffe")),
        *(("I021", one) for one in ("\ue000", "\uf0b7", "\ufffd", "\U000e0080")),
    ],
)
def test_strange_characters_are_told(tmp_path: Path, code: str, character: str) -> None:
    """What no record can hold, and what stands for nothing, is named at its line, once."""
    original = read_original(_report(tmp_path, f"a{character}{character} logbook"))
    (found,) = strange_characters(original)
    assert (found.code, found.place.line) == (code, 7)
    assert f"U+{ord(character):04X}" in found.message


def test_a_strange_character_is_told_once_a_page(tmp_path: Path) -> None:
    """Where lines have no place but their page, a character of several lines is told once."""
    original = read_original(_report(tmp_path, "a\ufffd\n\nlogbook\ufffd"))
    lines = tuple(replace(line, place=1) for line in original.lines)
    (found,) = strange_characters(replace(original, lines=lines, counts="page"))
    assert "page 1: the character U+FFFD" in found.message


def test_letters_and_accents_are_one_character(project: Path, run: Run) -> None:
    """Decomposed letters are composed in the record, which is told; a form feed ends a line."""
    said = run("import", _report(project, normalize("NFD", "a\f“résumé”")), *TELLING)
    assert said.code == 0, said.err
    record = (project / "sources" / "wg4" / "21-2031.yaml").read_text(encoding="utf-8")
    assert "I033 warning" in said.err
    assert 'one in the record: "résumé"' in said.err
    assert "keep a “résumé” on" in " ".join(record.split())
