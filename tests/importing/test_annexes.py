"""Annexes of resolutions: kept line by line where a format says what a paragraph is."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pypandoc
import pytest

from compendium.model.record_texts import RecordText, Role, annex_texts
from compendium.reading import read_sources
from compendium.texts.catalogue import read_catalogue, state_of
from compendium.texts.states import State
from support.importing_project import ROOT, run_in
from support.official_documents import BODIES, OTHERS, Piece, annex_pieces, document, write

KEPT, LEFT = ("docx", "html", "xml"), ("pdf", "txt")
TRANSLATED = [(code, "xml") for code in OTHERS] + [
    (code, form) for code in ("ar", "zh") for form in ("docx", "html")
]
KEY = "conf.12.7.annex.1"
SYMBOL = "RS/RES/12/7"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A project that knows the body and holds no session yet."""
    sources = tmp_path / "sources"
    for body in ("conf", "lk"):
        (sources / body).mkdir(parents=True)
    shutil.copytree(ROOT / "tests/example/sources/editions", sources / "editions")
    shutil.copy(ROOT / "tests/example/sources/topics.yaml", sources / "topics.yaml")
    (sources / "bodies.yaml").write_text(BODIES, encoding="utf-8")
    return tmp_path


def recorded(desk: Path) -> list[RecordText]:
    """The texts of the annexes that were recorded."""
    corpus = read_sources(desk / "sources").corpus
    return list(annex_texts("conf.12.7", corpus.sessions[0].records[0].annexes))


def counted(piece: Piece) -> str:
    """A line whose only note counts from one."""
    return piece.line.replace("[^3]", "[^1]")


@pytest.mark.parametrize("form", KEPT)
def test_an_annex_is_recorded_line_by_line(desk: Path, form: str) -> None:
    """Every paragraph is a line with its mark and notes; headings are those of the document."""
    said = run_in(desk, "import", write("en", "annexed", form, desk), "--place", "Basel")
    assert said.code == 0, said.err
    assert "I008" not in said.err
    held, wanted = recorded(desk), annex_pieces("en", "annexed")
    assert [text.text for text in held] == [counted(piece) for piece in wanted]
    assert [text.role is not Role.ANNEX_LINE for text in held] == [
        piece.heading for piece in wanted
    ]
    note = document("en", "annexed")["annex"]["note"]
    assert [dict(text.notes) for text in held if text.notes] == [{1: note}]
    again = run_in(desk, "import", write("en", "annexed", form, desk))
    assert " 0 differences" in again.out, again.out


@pytest.mark.parametrize("form", LEFT)
def test_an_annex_without_paragraphs_is_told(desk: Path, form: str) -> None:
    """Where a format does not say what a paragraph is, the annex is left out and named."""
    said = run_in(desk, "import", write("en", "annexed", form, desk), "--place", "Basel")
    assert said.code == 0, said.err
    assert "I008 warning: " in said.err
    assert "Annex: an annex that is left out, for this format does not say what is" in said.err
    assert recorded(desk) == []


@pytest.mark.parametrize(("code", "form"), TRANSLATED)
def test_an_annex_becomes_official(desk: Path, code: str, form: str) -> None:
    """Line by line, with its note, where both have the same lines, numbers and headings."""
    run_in(desk, "import", write("en", "annexed", "xml", desk), "--place", "Basel")
    said = run_in(desk, "import", "--language", code, write(code, "annexed", form, desk))
    assert said.code == 0, said.err
    entries = {one.msgctxt: one for one in read_catalogue(_catalogue(desk, code))}
    pieces = annex_pieces(code, "annexed")
    keys = [KEY, *(f"{KEY}.{number}" for number in range(1, len(pieces)))]
    # Where a language sets no space, none is read.
    bare = {key: entries[key].msgstr.replace(" ", "").replace("\u00a0", "") for key in keys}
    assert bare == dict(zip(keys, (counted(one).replace(" ", "") for one in pieces), strict=True))
    assert (
        entries[f"{KEY}.2.note.1"].msgstr.replace("\u00a0", " ")
        == (document(code, "annexed")["annex"]["note"])
    )
    own = [entry for key, entry in entries.items() if key.startswith(KEY)]
    assert {state_of(entry) for entry in own} == {(State.OFFICIAL, SYMBOL)}


def _catalogue(desk: Path, code: str) -> Path:
    return desk / f"translations/{code}/conf/12-2025.po"


OTHER = {
    "a table": "<table><tr><td>Bell</td><td>Rope</td></tr></table>",
    "a picture, a formula or a field": '<p>A bell:</p><p><img src="data:image/png;base64,{}"></p>',
}
DOT = (
    "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAAAAACoWZBhAAAAEklEQVR4nGP4jwSQOcgABAkfAL2xK9X8bK8FAAAAAElF"
    "TkSuQmCC"
)


@pytest.mark.parametrize("form", ["docx", "html"])
@pytest.mark.parametrize("what", OTHER)
def test_an_annex_with_more_than_text_is_told(desk: Path, form: str, what: str) -> None:
    """It is left out whole, by its name and the reason; an annex before it is kept."""
    page = write("en", "annexed", "html", desk)
    more = f"<h1>Annex II</h1><p>Drawn.</p>{OTHER[what].format(DOT)}<div class="
    page.write_text(page.read_text(encoding="utf-8").replace("<div class=", more), encoding="utf-8")
    paper = page
    if form == "docx":
        paper = page.with_suffix(".docx")
        pypandoc.convert_file(str(page), "docx", outputfile=str(paper))
    said = run_in(desk, "import", paper, "--place", "Basel", "--symbol", SYMBOL)
    assert f"Annex II: an annex that is left out, for it holds {what}" in said.err
    assert recorded(desk)[0].text == "Annex"
    assert "Annex II" not in [text.text for text in recorded(desk)]


LAST = (
    "<paragraph><num>2.</num><content><p>Quien toca espera al barquero.</p></content></paragraph>"
)
HEADING = "<heading>En la orilla</heading>"
PLANTED = {
    "a line less": (LAST, "", "the annex has 7 lines, the record's 8"),
    "another number": (LAST, LAST.replace("2.", "3."), "another number than in the record: 3. Qu"),
    "another letter": (
        r"<num>a\)</num>(<content><p>De día)",
        r"<num>b)</num>\1",
        "another letter than in the record: b) De",
    ),
    "no heading": (HEADING, "<content><p>En la orilla</p></content>", "no heading, otherwise than"),
    "no annex": (
        r"<attachments>.*</attachments>",
        "",
        "the annex has 0 lines, the record's 8",
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), PLANTED.values(), ids=PLANTED)
def test_an_annex_that_differs_is_told(desk: Path, old: str, new: str, told: str) -> None:
    """Nothing of an annex with other lines, numbers or headings is taken; all else is."""
    run_in(desk, "import", write("en", "annexed", "xml", desk), "--place", "Basel")
    paper = write("es", "annexed", "xml", desk)
    changed, count = re.subn(old, new, paper.read_text(encoding="utf-8"))
    assert count == 1
    paper.write_text(changed, encoding="utf-8")
    said = run_in(desk, "import", "--language", "es", paper)
    assert said.code == 1
    assert f"I043 error: {KEY}: {told}" in said.err
    assert said.err.count(" error: ") == 1
    states = {one.msgctxt: state_of(one)[0] for one in read_catalogue(_catalogue(desk, "es"))}
    official = {key for key, state in states.items() if state is State.OFFICIAL}
    assert not any(key.startswith(KEY) for key in official)
    assert {"conf.12.7.title", "conf.12.7.pp.4", "conf.12.7.3"} <= official


def test_an_annex_that_is_not_recorded(desk: Path) -> None:
    """Shows as one difference at its heading in the language of the records, else as an error."""
    run_in(desk, "import", write("en", "resolution", "xml", desk), "--place", "Basel")
    said = run_in(desk, "import", write("en", "annexed", "xml", desk))
    assert f"{KEY}\n  document: Annex\n  record:   (nothing)" in said.out
    assert " 1 differences" in said.out
    said = run_in(desk, "import", "--language", "es", write("es", "annexed", "xml", desk))
    assert f"I043 error: {KEY}: the annex has 8 lines, the record's 0" in said.err
    assert said.err.count(" error: ") == 1
