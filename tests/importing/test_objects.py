"""A picture, a formula or a field within a text is an error that names the text, in any format."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from docx import Document
from PIL import Image
from weasyprint import HTML

from compendium.importing.received import Received, receive
from support.drawn_statements import document
from support.word_files import paragraph, word_file

HEAD = ("A/RES/75/158", "Resolution adopted by the General Assembly on 16 December 2020")
OPENING = ("75/158. Keeping of lights", "The General Assembly,", "Recalling its lamps of old,")
CLOSING = ("46th plenary meeting", "16 December 2020")
FIRST, SECOND = "1. Urges States to keep lamps as long as they can, {} or more;", "2. Rests."
MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
WORD = {
    "formula": f'<m:oMath xmlns:m="{MATH}"><m:r><m:t>x</m:t></m:r></m:oMath>',
    "embedded": "<w:r><w:object/></w:r>",
    "old picture": "<w:r><w:pict/></w:r>",
    "sign of a font": '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>',
    "choice": '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList/></w:ffData>'
    '</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "drawn field": '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> EQ \\f(1,2)'
    '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
    "raised letter": '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>n</w:t></w:r>',
    "words to fill in": "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click"
    "</w:t></w:r></w:sdtContent></w:sdt>",
    "simple field": '<w:fldSimple w:instr="AUTONUM"/>',
}
WEB = {
    "picture": "<img src=a.png alt=x>",
    "formula": "<math><mn>3</mn><mfrac><mn>1</mn><mn>2</mn></mfrac></math>",
    "marks": "<sup>1,2</sup>",
    "lowered": "x<sub>i</sub>",
    "drawing": "<svg><text>x</text></svg>",
    "field": "<input value=5>",
    "choice": "<select><option>a<option>b</select>",
    "words of a rule": "<b class=x></b>",
}


def told(path: Path) -> list[tuple[str, str]]:
    """The errors about a document, by code and message."""
    received: Received = receive(path, "en", None)
    return [(one.code, one.message) for one in received.doubts if one.severity.value == "error"]


def only_first(found: list[tuple[str, str]]) -> bool:
    """Whether one thing was told, an object within the first paragraph."""
    ((code, message),) = found
    return code == "I044" and "Urges States to keep" in message


@pytest.mark.parametrize("kind", WORD)
def test_in_word(kind: str, tmp_path: Path) -> None:
    """What Word draws within a paragraph and holds in no word is told."""
    before, after = FIRST.split("{}")
    body = "".join(map(paragraph, (*HEAD, *OPENING)))
    body += paragraph(before, WORD[kind], after) + "".join(map(paragraph, (SECOND, *CLOSING)))
    (tmp_path / "a.docx").write_bytes(word_file(body))
    assert only_first(told(tmp_path / "a.docx"))


def test_a_picture_of_its_own_in_word(tmp_path: Path) -> None:
    """A picture between two paragraphs is told of the first; one above the title is none."""
    picture = io.BytesIO()
    Image.new("RGB", (40, 20)).save(picture, "PNG")
    document = Document()
    document.add_picture(picture)
    for text in (*HEAD, *OPENING, FIRST):
        document.add_paragraph(text)
    document.add_picture(picture)
    for text in (SECOND, *CLOSING):
        document.add_paragraph(text)
    document.save(str(tmp_path / "a.docx"))
    assert only_first(told(tmp_path / "a.docx"))


def page(middle: str) -> str:
    """A web page with something within its first paragraph."""
    texts = (*HEAD, *OPENING, FIRST.format(middle), SECOND, *CLOSING)
    style = '<style>.x::after { content: "lamps" } b::before { content: "•" }</style>'
    body = "".join(f"<p>{text}</p>" for text in texts)
    return f"<html lang=en>{style}<img src=emblem.png>{body}"


@pytest.mark.parametrize("kind", WEB)
def test_in_a_web_page(kind: str, tmp_path: Path) -> None:
    """What a page shows within a paragraph and holds in no word is told."""
    (tmp_path / "a.html").write_text(page(WEB[kind]), encoding="utf-8")
    assert only_first(told(tmp_path / "a.html"))


def test_what_is_no_object(tmp_path: Path) -> None:
    """Hidden fields and pictures that only keep a place show nothing."""
    nothing = "<input type=hidden value=5><img src=a.gif width=1 height=1>"
    (tmp_path / "a.html").write_text(page(nothing), encoding="utf-8")
    assert told(tmp_path / "a.html") == []


def test_in_a_pdf(tmp_path: Path) -> None:
    """A picture within a line of a page is told of its paragraph."""
    Image.new("RGB", (40, 20)).save(tmp_path / "a.png", "PNG")
    style = "<style>@page { size: A4; margin: 60mm 30mm } p { font: 10pt/14pt serif }</style>"
    html = style + page(f"<img src={tmp_path / 'a.png'} width=40 height=8>")
    html = html.replace("<img src=emblem.png>", "")
    HTML(string=html, base_url=str(tmp_path)).write_pdf(tmp_path / "a.pdf")
    assert only_first(told(tmp_path / "a.pdf"))


def test_powers(tmp_path: Path) -> None:
    """A power with a minus keeps it, and is no mark of a note; a degree of another font is one."""
    body = "".join(map(paragraph, (*HEAD, *OPENING)))
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>-3</w:t></w:r>'
    above = '<w:r><w:rPr><w:position w:val="6"/></w:rPr><w:t>-4</w:t></w:r>'
    degree = '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>'
    body += paragraph("1. Urges 10", raised, " or 10", above, " W, 5 ", degree, "C;") + "".join(
        map(paragraph, (SECOND, *CLOSING))
    )
    (tmp_path / "a.docx").write_bytes(word_file(body))
    read = receive(tmp_path / "a.docx", "en", None)
    assert read.doubts == ()
    assert [text.text for text in read.adopted.records[0].texts if text.steps == ("1",)] == [
        "Urges 10⁻³ or 10⁻⁴ W, 5 °C;"
    ]


def test_in_akoma_ntoso(tmp_path: Path) -> None:
    """A picture within a paragraph of a statement is told."""
    before, after = FIRST.removeprefix("1. ").split("{}")
    body = f"<p>{before}<img src='a.png'/>{after}</p>"
    paragraphs = f"<paragraph><num>1.</num><content>{body}</content></paragraph>"
    (tmp_path / "a.xml").write_bytes(document(f"<mainBody>{paragraphs}</mainBody>"))
    assert only_first(told(tmp_path / "a.xml"))


def test_powers_in_a_pdf(tmp_path: Path) -> None:
    """What stands raised in a line of a page: a power keeps its minus, an ordinal its sign."""
    style = "<style>p { font: 10pt/14pt serif } sup { font-size: 6pt }</style>"
    html = style + page("10<sup>-3</sup> of n<sup>o</sup> 5").replace("<img src=emblem.png>", "")
    HTML(string=html).write_pdf(tmp_path / "a.pdf")
    read = receive(tmp_path / "a.pdf", "en", None)
    first = next(text for text in read.adopted.records[0].texts if text.steps == ("1",))
    assert "10⁻³ of nº 5 or more" in first.text
    assert told(tmp_path / "a.pdf") == []
