"""Every code of an import is documented, and said where it should be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from compendium.documents.adopted import read_adopted
from compendium.documents.blocks import Flow
from compendium.documents.marks import marks_of_texts
from compendium.documents.original import Line, Original
from compendium.documents.printed import PrintedText
from compendium.importing.alignment import Said, align
from compendium.importing.doubts import doubts
from compendium.importing.slots import Slot
from compendium.languages.language import load_language
from compendium.model.record_texts import TITLE
from support.importing_project import ROOT, Run

DOCUMENTATION = (ROOT / "docs" / "codes.md").read_text(encoding="utf-8")
ORIGINAL = Original("a.txt", tuple(Line(f"line {n}", n) for n in range(1, 9)), Flow.BROKEN)
SLOTS = {
    ("pp", "1"): Slot("lk.1.pp.1", "*Recalling* this,", {}),
    ("pp", "2"): Slot("lk.1.pp.2", "*Noting* that,", {}),
    ("1",): Slot("lk.1.1", "*Requests* lamps[^1].", {1: "See A."}),
    ("1", "a"): Slot("lk.1.1.a", "Of brass;", {}),
}
PREAMBLE = (PrintedText(("pp", "1"), "*Recordando* esto,"), PrintedText(("pp", "2"), "*Y* eso,"))
FIRST = PrintedText(("1",), "*Pide* lámparas[^1].", ("Véase A.",), 3)
GLUED = PrintedText(("1",), "*Pide* lámparas[^1]. a) De latón;", ("Véase A.",), 3)
WITHIN = marks_of_texts(load_language("es"))
LETTER = PrintedText(("1", "a"), "De latón;", (), 4)


def test_codes_are_documented() -> None:
    """The codes in the program and in docs/codes.md are the same."""
    program = {
        code
        for room in ("documents", "importing")
        for path in (ROOT / "compendium" / room).glob("*.py")
        for code in re.findall(r'"(I[0-9]{3})"', path.read_text(encoding="utf-8"))
    }
    documented = re.findall(r"^### (I[0-9]{3}) ", DOCUMENTATION, re.MULTILINE)
    assert sorted(program) == documented
    assert len(re.findall(r"^\| \[I[0-9]{3}\]", DOCUMENTATION, re.MULTILINE)) == len(documented)


def test_all_align() -> None:
    """Texts with the numbers of the record take its keys, and their notes theirs."""
    found = align(SLOTS, Said([*PREAMBLE, FIRST, LETTER], ORIGINAL, WITHIN), "lk.1")
    assert found.findings == ()
    assert [text.key for text in found.texts] == [
        "lk.1.pp.1", "lk.1.pp.2", "lk.1.1", "lk.1.1.note.1", "lk.1.1.a",
    ]  # fmt: skip


def test_the_note_of_a_title_is_taken() -> None:
    """It has a key below that of the formula, which counts the notes of both."""
    slots = {
        TITLE: Slot(
            "conf.1.title", "Lamps[^1]", {1: "Formerly lanterns."}, notes_of="conf.1.formula"
        )
    }
    title = PrintedText(TITLE, "Lámparas[^1]", ("Antes faroles.",), 1)
    aligned = align(slots, Said([title], ORIGINAL, WITHIN), "conf.1")
    assert [(text.key, text.text) for text in aligned.texts] == [
        ("conf.1.title", "Lámparas[^1]"),
        ("conf.1.formula.note.1", "Antes faroles."),
    ]


@pytest.mark.parametrize(
    ("printed", "codes", "line", "taken"),
    [
        ([*PREAMBLE, FIRST], ["I042", "I009"], 3, "pp.1 pp.2"),
        (
            [*PREAMBLE, FIRST, LETTER, PrintedText(("7",), "Más.", (), 5)],
            ["I010", "I042"],
            5,
            "pp.1 pp.2 1 1.note.1",
        ),
        ([*PREAMBLE, FIRST, LETTER, LETTER], ["I010", "I010", "I042", "I009"], 4, "pp.1 pp.2"),
        ([PREAMBLE[0], FIRST, LETTER], ["I011"], 0, "1 1.note.1 1.a"),
        ([*PREAMBLE, PrintedText(("1",), "Pide.", (), 3), LETTER], ["I012"], 3, "pp.1 pp.2 1.a"),
        ([*PREAMBLE, GLUED], ["I014", "I009"], 3, "pp.1 pp.2"),
    ],
    ids=["missing", "homeless", "twice", "preamble", "notes", "glued"],
)
def test_what_does_not_align(
    printed: list[PrintedText], codes: list[str], line: int, taken: str
) -> None:
    """What has no place of its own, on either side, is a finding and takes no key."""
    found = align(SLOTS, Said(printed, ORIGINAL, WITHIN), "lk.1")
    assert [finding.code for finding in found.findings] == codes
    assert found.findings[0].place.line == line
    assert [text.key.removeprefix("lk.1.") for text in found.texts] == taken.split()


def test_a_text_in_doubt_is_not_taken() -> None:
    """A text of a line that another finding doubts takes no key, and says so (I041)."""
    found = align(SLOTS, Said([*PREAMBLE, FIRST, LETTER], ORIGINAL, WITHIN, {4}), "lk.1")
    assert [finding.code for finding in found.findings] == ["I041"]
    assert "lk.1.1.a" not in [text.key for text in found.texts]


def test_a_text_of_another_length_is_not_taken() -> None:
    """A text much longer than that of the record takes no key, and says so (I048)."""
    long = PrintedText(("1", "a"), "De latón; " + "y de cobre " * 20, (), 4)
    found = align(SLOTS, Said([*PREAMBLE, FIRST, long], ORIGINAL, WITHIN), "lk.1")
    assert [finding.code for finding in found.findings] == ["I048"]
    assert "lk.1.1.a" not in [text.key for text in found.texts]


def test_text_without_number_is_left_out(run: Run, tmp_path: Path) -> None:
    """A paragraph between numbered ones that has no number is left out, and told (I005)."""
    name = "CTOC-COP-WG.4-2011-8_report.txt"
    text = (ROOT / "sources/published" / name).read_text(encoding="utf-8")
    text = text.replace("- 7. States parties", "The Chair spoke.\n- 7. States parties")
    (tmp_path / name).write_text(text, encoding="utf-8")
    said = run("import", "--dry-run", tmp_path / name)
    assert "I005 error: no number leads to this text, it is left out: The Chair" in said.err


@pytest.mark.parametrize(
    ("line", "doubted"),
    [
        ("*Noting* the number of lamps,", False),
        ("*Noting* the number of", True),
        ("lamps of the coast, and their wicks,", True),
        ("*Noting* the lamps, *Recalling* the wicks,", True),
        ("*Noting* the lamps, *inter alia*, of the coast,", False),
    ],
    ids=["whole", "no end", "no beginning", "two in one", "emphasis within"],
)
def test_paragraphs_of_pages_may_be_divided_wrongly(line: str, *, doubted: bool) -> None:
    """What looks like a part of a paragraph, or like two, on a page is told (I025)."""
    texts = ("Resolution 12/1", "Lamps", "*The Conference*,", line, "1. *Rests*.")
    lines = tuple(Line(text, 1) for text in texts)
    original = Original("a.pdf", lines, Flow.FIXED, "page")
    codes = {doubt.code for doubt in doubts(read_adopted(original, load_language("en"), None))}
    assert ("I025" in codes) is doubted
    assert codes <= {"I025", "I017"}  # a paragraph without end may also be no preamble
