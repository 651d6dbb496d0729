"""What looks like a mark of the records in a document is text, and comes out as that."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from typing import Any

import pypandoc
import pytest
from weasyprint import HTML

from compendium.composing.inlines import EditionContext, compose_text
from compendium.documents.adopted import read_adopted
from compendium.documents.akoma_ntoso import read_akoma_ntoso
from compendium.languages.language import load_language
from compendium.model.gatherings import Meeting
from compendium.model.markup import NOTE, without_markup
from compendium.reading import read_sources
from compendium.reading.nodes import parse
from compendium.texts.textset import source_set
from support.importing_project import ROOT, Run

EXAMPLE = ROOT / "tests/example/sources"
RESOLUTION = """\
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement><meta/>
<coverPage><p><docNumber>A/RES/12/1</docNumber></p></coverPage>
<preface><p><docNumber>12/1.</docNumber><docTitle>Lamps</docTitle></p></preface>
<preamble><formula><p>The Assembly,</p></formula></preamble>
<mainBody><paragraph><num>1.</num><content>
<p><i>Decides</i> to {text}<authorialNote marker="*"><p>{note}</p></authorialNote>.</p>
</content></paragraph></mainBody></statement></akomaNtoso>"""
# What a document says, as its reader reads it.
SAID = (
    "Keep 2 * 3 lamps*, see [^1] and [the rules]{lang=en}",
    r"Keep the path C:\*\[x], a <lamp> & a `code`, {locator} too",
    "Keep *three* things and **four** others, __all__ of them",
    r"Keep \*, \\, [x](y) and [^note]",
)
TELLING = ("--ordinal", "21", "--first", "2031-07-01", "--place", "Vienna", "--body", "wg4")
PAGE = """\
<html><body><p>CTOC/COP/WG.4/2031/6</p>
<p>Report on the meeting of the Working Group on Trafficking in Persons held in Vienna from 1 to 3
July 2031</p>
<p>I. Introduction</p><p>1. The meeting was held.</p>
<p>II. Recommendations</p>
{recommendations}
<p>III. Adoption of the report</p><p>9. The report was adopted.</p></body></html>"""


def report(folder: Path, form: str) -> Path:
    """A report that says so, as a file of a form."""
    path = folder / f"report{form}"
    said = [f"{number}. {text}." for number, text in enumerate(SAID, start=2)]
    recommendations = "".join(f"<p>{escape(text)}</p>" for text in said)
    page = PAGE.format(recommendations=recommendations)
    if form == ".docx":
        pypandoc.convert_text(page, "docx", format="html", outputfile=str(path))
    elif form == ".pdf":
        HTML(string=page).write_pdf(path)
    elif form == ".txt":
        lines = re.sub(r"</p>\s*", "\n", page.replace("from 1 to 3\n", "from 1 to 3 "))
        path.write_text(unescape(re.sub(r"<[^>]+>", "", lines)), encoding="utf-8")
    else:
        path.write_text(page, encoding="utf-8")
    return path


def shown(text: str) -> str:
    """What an edition shows of a text of the records."""
    corpus = read_sources(EXAMPLE).corpus
    english = load_language("en")
    setting = EditionContext(
        language=english,
        source=english,
        texts=source_set(corpus, "en"),
        labels={},
        document_address="https://documents.example/{symbol}",
        frame="edition.compendium",
    )
    return "".join(_strings(compose_text(text, setting)))


def _strings(of: Any) -> Iterator[str]:
    if isinstance(of, dict):
        assert of.get("t") in {None, "Str", "Span"}, of
        if of.get("t") == "Str":
            yield of["c"]
        else:
            yield from _strings(of["c"][1])
    elif isinstance(of, list):
        for one in of:
            yield from _strings(one)


@pytest.mark.parametrize("form", [".txt", ".html", ".docx", ".pdf"])
def test_marks_in_a_report_are_text(project: Path, run: Run, form: str) -> None:
    """A report that holds asterisks, brackets and backslashes is imported with them as its text."""
    done = run("import", *TELLING, report(project, form))
    assert done.code == 0, done.err
    (file,) = (project / "sources/wg4").glob("21-*.yaml")
    meeting = Meeting.model_validate(parse(file.read_text(encoding="utf-8"), file.name).value)
    expected = [f"{text}." for text in SAID]
    assert [without_markup(one.text) for one in meeting.paragraphs] == expected
    assert all(not one.notes for one in meeting.paragraphs)
    assert [shown(one.text) for one in meeting.paragraphs[:2]] == expected[:2]


def test_marks_in_a_resolution_are_text() -> None:
    """So is a resolution in Akoma Ntoso, with its notes and beside its emphasis."""
    content = RESOLUTION.format(text=escape(SAID[0]), note=escape(SAID[3])).encode()
    original = read_akoma_ntoso(content, Path("a.xml"))
    (record,) = read_adopted(original, load_language("en"), "A/RES/12/1").records
    (text,) = (text for text in record.texts if text.steps == ("1",))
    assert text.text.startswith("*Decides* to ")
    assert without_markup(text.text) == f"Decides to {SAID[0]}."
    assert [without_markup(note) for note in text.notes] == [SAID[3]]
    assert NOTE.findall(text.text) == ["1"]
