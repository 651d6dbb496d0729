"""Wrong input: refused in seconds with its reason, and nothing changed."""

from __future__ import annotations

import io
import os
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pypandoc
import pytest
from weasyprint import HTML

from compendium.documents import page_reader
from support.importing_project import ROOT, Run, contents

REPORT = """\
<p>Report on the meeting of the {body} held in Vienna from 1 to 3 July 2024</p>
<h2>I. Introduction</h2><p>1. The meeting was held.</p>
<h2>II. Recommendations</h2><p>2. States should report on trafficking to the Conference.</p>
<h2>III. Adoption of the report</h2><p>3. The report was adopted.</p>
"""
BODY = "Working Group on Trafficking in Persons"
ENTITY = """\
<!DOCTYPE akomaNtoso [<!ENTITY secret SYSTEM "file:///etc/passwd">]>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><p>&secret;</p></akomaNtoso>
"""
SPANISH = """\
Informe de la reunión del Grupo de Trabajo sobre la Trata de Personas celebrada en Viena
I. Introducción
1. La reunión se celebró en la sede de las Naciones Unidas en Viena, con la participación de los
Estados partes en la Convención y de los observadores que figuran en la lista de participantes.
II. Recomendaciones
2. Los Estados partes deberían informar a la Conferencia de las medidas que hayan adoptado.
"""


def scanned(path: Path) -> None:
    """A PDF whose page is a picture."""
    HTML(string='<div style="background: #ccc; height: 10cm"></div>').write_pdf(path)


def encrypted(path: Path) -> None:
    """A PDF that asks for a password."""
    plain = HTML(string=REPORT.format(body=BODY)).write_pdf()
    with pikepdf.open(io.BytesIO(plain)) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="keeper", user="keeper"))


def broken_pdf(path: Path) -> None:
    """A PDF that stops after its first line."""
    path.write_bytes(b"%PDF-1.7\nnothing more")


def endless_page(path: Path) -> None:
    """A PDF of some kilobytes whose page unpacks to five megabytes."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = pikepdf.Stream(pdf, b"0 0 m\n" * 850_000)
        pdf.save(path)


def pipe(path: Path) -> None:
    """A pipe that nobody writes to."""
    os.mkfifo(path)


def old_word(path: Path) -> None:
    """A Word file of the old kind, or an encrypted new one."""
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500))


def picture(path: Path) -> None:
    """A photograph of a page."""
    path.write_bytes(b"\xff\xd8\xff\xe0" + bytes(500))


def broken_xml(path: Path) -> None:
    """XML that stops within."""
    path.write_text('<?xml version="1.0"?><akomaNtoso><p>The', encoding="utf-8")


def long_text(path: Path) -> None:
    """A text longer than any report."""
    path.write_text("the and of\n" * 400_000, encoding="utf-8")


def no_archive(path: Path) -> None:
    """A Word file that is none."""
    path.write_bytes(b"this is no archive")


def bomb(path: Path) -> None:
    """A Word file of some hundred kilobytes that unpacks to two hundred megabytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", bytes(205_000_000))


def lying_bomb(path: Path) -> None:
    """The same, whose directory says that the part is small."""
    bomb(path)
    size = (205_000_000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (1000).to_bytes(4, "little")))


def other_archive(path: Path) -> None:
    """An archive with something else in it."""
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("letter.txt", "Dear colleagues")


def heavy_markup(path: Path) -> None:
    """A Word file with more markup than any report."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", bytes(30_000_000))


def nested(path: Path) -> None:
    """A page whose parts are nested twenty thousand deep."""
    path.write_text("<div>" * 20_000 + "the end of it", encoding="utf-8")


def long_page(path: Path) -> None:
    """A page with more markup than any report."""
    path.write_text("<p>the and of</p>" * 200_000, encoding="utf-8")


def external_entity(path: Path) -> None:
    """XML that names a file of the machine."""
    path.write_text(ENTITY, encoding="utf-8")


def huge(path: Path) -> None:
    """A file of two hundred megabytes."""
    with path.open("wb") as file:
        file.truncate(200_000_000)


def other_body(path: Path) -> None:
    """The report of a body that the sources do not have."""
    path.write_text(REPORT.format(body="Working Group on Firearms"), encoding="utf-8")


def other_language(path: Path) -> None:
    """A report in another language than said."""
    path.write_text(SPANISH, encoding="utf-8")


def nothing_adopted(path: Path) -> None:
    """A document in which nothing was adopted."""
    path.write_text(
        "The Conference of the Parties met in Vienna, and the delegates spoke of the weather.",
        encoding="utf-8",
    )


def no_elements(path: Path) -> None:
    """A page that only says of which kind it is."""
    path.write_text("<!DOCTYPE html>\n", encoding="utf-8")


def empty(path: Path) -> None:
    """A file without content."""
    path.touch()


def no_text(path: Path) -> None:
    """A file of bytes that are no text."""
    path.write_bytes(bytes(range(128, 256)) * 10)


def missing(path: Path) -> None:
    """No file at all."""
    path.unlink(missing_ok=True)


@dataclass(frozen=True)
class Case:
    """A wrong file: what makes it, its name, a word of the reason, the options of the import."""

    make: Callable[[Path], None]
    name: str
    reason: str
    options: tuple[str, ...] = ()


CASES = [
    Case(scanned, "report.pdf", "pictures without text"),
    Case(encrypted, "report.pdf", "encrypted"),
    Case(broken_pdf, "report.pdf", "damaged PDF"),
    Case(endless_page, "report.pdf", "page 1 unpacks to 5 MB"),
    Case(pipe, "report.txt", "not a regular file"),
    Case(old_word, "report.doc", "a Word file of the old kind"),
    Case(old_word, "report.docx", "or one with a password"),
    Case(picture, "report.jpg", "a picture (JPEG)"),
    Case(broken_xml, "report.xml", "get the document again from its official address"),
    Case(long_text, "report.txt", "4.4 MB of text, more than any report"),
    Case(no_archive, "report.docx", "not a Word file"),
    Case(bomb, "report.docx", "unpack to 205 MB"),
    Case(lying_bomb, "report.docx", "Word file"),
    Case(other_archive, "report.docx", "not a Word file"),
    Case(external_entity, "report.xml", "entit"),
    Case(heavy_markup, "report.docx", "unpack to 30 MB"),
    Case(nested, "report.html", "nested"),
    Case(long_page, "report.html", "more than any report"),
    Case(huge, "report.docx", "200 MB"),
    Case(other_body, "report.html", "Working Group on Firearms"),
    Case(other_language, "report.txt", "its text is Spanish, not English"),
    Case(other_language, "report.txt", "its text is Spanish, not French", ("--language", "fr")),
    Case(other_language, "report.txt", "no language 'xx'", ("--language", "xx")),
    Case(nothing_adopted, "report.txt", "neither recommendations nor"),
    Case(empty, "report.txt", "empty"),
    Case(no_elements, "report.html", "it holds no text"),
    Case(no_text, "report.txt", "UTF-8"),
    Case(missing, "report.txt", "no such file"),
]


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{c.make.__name__} {c.name} {' '.join(c.options)}" for c in CASES]
)
def test_refused(project: Path, run: Run, case: Case) -> None:
    """What cannot be a report is refused with its reason, and the sources stay as they are."""
    file = project / case.name
    case.make(file)
    before = contents(project / "sources"), contents(project / "translations")
    start = time.monotonic()
    said = run("import", *case.options, file)
    assert time.monotonic() - start < 30  # mostly less than one, on a machine at rest
    assert said.code == 3, said.err
    assert case.reason in said.err
    assert "what to do:" in said.err
    assert "Traceback" not in said.err
    assert (contents(project / "sources"), contents(project / "translations")) == before


def test_reading_pages_has_an_end(project: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A PDF whose pages take too long is given up."""
    monkeypatch.setattr(page_reader, "_SECONDS", 0.01)
    scanned(project / "report.pdf")
    said = run("import", project / "report.pdf")
    assert said.code == 3
    assert "reading its pages takes longer than any report" in said.err


def test_a_language_without_words_to_import_by(
    project: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A language that editions have, but imports do not, does not keep others from being known."""
    monkeypatch.setenv("COMPENDIUM_LANGUAGES", str(ROOT / "tests/languages/german"))
    file = project / "report.txt"
    file.write_text(SPANISH, encoding="utf-8")
    said = run("import", "--language", "de", file)
    assert said.code == 3
    assert "its text is Spanish, not German" in said.err


def test_body_given_and_said_must_agree(project: Path, run: Run) -> None:
    """A report of one body is not taken for one of another."""
    file = project / "report.html"
    file.write_text(REPORT.format(body=BODY), encoding="utf-8")
    said = run("import", "--body", "cop", file)
    assert said.code == 3
    assert "not of the Conference of the Parties" in said.err


def test_what_is_not_found_is_asked_for(project: Path, run: Run) -> None:
    """A document that does not say its symbol is refused, with the option that would say it."""
    file = project / "report.html"
    file.write_text(REPORT.format(body=BODY), encoding="utf-8")
    said = run("import", file)
    assert said.code == 3
    assert "give --symbol" in said.err
    symbol = "CTOC/COP/WG.4/2024/9"
    assert run("import", "--symbol", symbol, file).code == 0
    assert symbol in (project / "sources/wg4/14-2024.yaml").read_text(encoding="utf-8")


def test_no_record_for_a_translation(project: Path, run: Run) -> None:
    """The official text of a record that is not there has no place to go."""
    file = project / "report.txt"
    file.write_text(SPANISH, encoding="utf-8")
    said = run("import", "--language", "es", "--symbol", "CTOC/COP/WG.4/2024/9", file)
    assert said.code == 3
    assert "no record has the symbol" in said.err


def test_a_page_fetches_nothing(project: Path, run: Run) -> None:
    """What a page or Word file names outside itself is not read."""
    page = REPORT.format(body=BODY) + '<iframe src="/etc/passwd"></iframe><img src="/etc/passwd">'
    file = project / "CTOC-COP-WG.4-2024-9.docx"
    pypandoc.convert_text(page, "docx", format="html", outputfile=str(file))
    web = file.with_suffix(".html")
    web.write_text(page, encoding="utf-8")
    for document in (file, web):
        said = run("import", "--dry-run", document)
        assert said.code == 0, said.err
        assert "root:" not in said.out + said.err


def test_sections_looked_for_and_seen_are_named(run: Run, tmp_path: Path) -> None:
    """Where a report has no recommendations, the message lists the headings wanted and found."""
    name = "CTOC-COP-WG.4-2011-8_report.txt"
    text = (ROOT / "sources/published" / name).read_text(encoding="utf-8")
    text = text.replace("Recommendations", "Proposals")
    (tmp_path / name).write_text(text, encoding="utf-8")
    said = run("import", "--dry-run", tmp_path / name)
    assert said.code != 0
    assert "sections looked for: Conclusions and recommendations, Recommendations" in said.err
    assert "sections seen: " in said.err
    assert "Proposals" in said.err
