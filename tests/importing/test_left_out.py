"""What stands where documents have headings, closings and other records is told, if it is text."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from compendium.documents.printed import STRAY
from compendium.importing.received import Received, receive

HEAD = "United Nations\nA/RES/75/158\nResolution adopted by the General Assembly\n"
RECORD = (
    f"{HEAD}75/158. Keeping of lights\nThe General Assembly,\n1. Urges States to rest;\n2. Rests.\n"
)
CLOSING = "46th plenary meeting\n16 December 2020\n"
REPORT = "I. Introduction\n"
REPORT += "1. The Group met in the city of Vienna, and it adopted the report of the meeting.\n"
REPORT += "II. Recommendations\n2. States should keep:\n"
NEXT = "III. Attendance\n9. Nobody came.\n"


def received(folder: Path, text: str, name: str = "a.txt") -> Received:
    """What is read of a text."""
    (folder / name).write_text(text, encoding="utf-8")
    return receive(folder / name, "en", None)


def test_a_closing_is_left_out(tmp_path: Path) -> None:
    """Meeting and day after a resolution are no text, and nothing is said of them."""
    assert received(tmp_path, RECORD + CLOSING).lost == ()


@pytest.mark.parametrize(
    "after",
    ["The Assembly also decides to sleep.", "RESOLUTION 75/159", "Res. 75/159. Oil", "75/159: Oil"],
)
def test_what_comes_after_the_closing_is_told(after: str, tmp_path: Path) -> None:
    """A paragraph or a heading after the day of a resolution is an error, and not left out."""
    lost = received(tmp_path, f"{RECORD}{CLOSING}\n{after}\nDecides to rest.\n").lost
    assert [finding.code for finding in lost] != []


@pytest.mark.parametrize("heading", ["75/161 Oil", "75/161: Oil", "75/161 — Oil and wicks"])
def test_the_heading_of_another_record_is_told(heading: str, tmp_path: Path) -> None:
    """A heading in a form that is not known begins no paragraph of the record before it."""
    text = f"{HEAD}Decision 75/501\nThe General Assembly decided to rest.\n{heading}\n1. Rests.\n"
    assert "I005" in [finding.code for finding in received(tmp_path, text).lost]


@pytest.mark.parametrize(
    "entry", ["A. Lamps should be lit at dusk.", "B. Wicks should be cut;", "III. Lamps of tin;"]
)
def test_an_entry_of_a_report_is_no_heading(entry: str, tmp_path: Path) -> None:
    """What looks like a heading and ends like a text is told; what follows is still read."""
    text = f"{REPORT}{entry}\n3. States should rest.\n{NEXT}"
    read = received(tmp_path, text).adopted.recommendations
    assert ("3",) in [one.steps for one in read]
    told = [one.text for one in read if one.steps == STRAY] or [one.text for one in read]
    assert any(entry.split(". ")[1][:5] in text for text in told)


def test_headings_of_word_that_are_paragraphs(tmp_path: Path) -> None:
    """A paragraph in the style of a heading is an error where it ends like a text."""
    document = Document()
    for text in (REPORT + "3. States should rest.").split("\n"):
        document.add_paragraph(text)
    document.add_heading("4. States should also row.", level=2)
    document.add_heading("Attendance", level=2)
    document.save(str(tmp_path / "a.docx"))
    lost = receive(tmp_path / "a.docx", "en", None).lost
    assert [finding.code for finding in lost] == ["I005"]
    assert "States should also row" in lost[0].message


def test_paragraphs_of_word_made_one_are_told(tmp_path: Path) -> None:
    """Two paragraphs of Word that are one text are told; lines broken by hand are paragraphs."""
    document = Document()
    for text in RECORD.replace("rest;", "rest,\r").split("\n"):
        document.add_paragraph(text.strip("\r"))
        if text.endswith("\r"):
            document.add_paragraph("and to sleep;")
    document.add_paragraph("3. Sails;\n4. Rows.")
    document.save(str(tmp_path / "a.docx"))
    read = receive(tmp_path / "a.docx", "en", None)
    assert "I016" in [finding.code for finding in read.doubts]
    steps = [text.steps for text in read.adopted.records[0].texts]
    assert steps[-4:] == [("1",), ("2",), ("3",), ("4",)]


def test_pages_within_a_text_are_told(tmp_path: Path) -> None:
    """A text with page breaks may hold the heads of its pages within paragraphs."""
    text = RECORD.replace("to rest;", "to\n20-1 2/3\n\f\nA/RES/75/158\nrest;")
    assert "I039" in [finding.code for finding in received(tmp_path, text).doubts]
