"""A note of two paragraphs is one text in a record, which is told in any format."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.importing.received import receive
from support.drawn_statements import document
from support.word_files import paragraph, run, word_file

OPENING = ("A/RES/12/1", "Resolution adopted by the General Assembly", "12/1. Lamps")
FORMULA = "The General Assembly,"
NOTE = ("See the report.", "See also the annex.")
WORD = "".join(map(paragraph, (*OPENING, FORMULA))) + paragraph(
    "1. Urges all", '<w:r><w:footnoteReference w:id="2"/></w:r>', " to keep lamps."
)
WORD_NOTE = "".join(f"<w:p>{run(text)}</w:p>" for text in NOTE)
WEB = "".join(f"<p>{text}</p>" for text in (*OPENING, FORMULA)) + (
    "<p>1. Urges all<a href='#n1'><sup>1</sup></a> to keep lamps.</p>"
    f"<div role=doc-footnote id=n1><p>1 {NOTE[0]}</p><p>{NOTE[1]}</p></div>"
)
STATEMENT = (
    '<mainBody><paragraph><num>1.</num><content><p>Urges all<authorialNote marker="1">'
    f"<p>{NOTE[0]}</p><p>{NOTE[1]}</p></authorialNote> to keep lamps.</p></content></paragraph>"
    "</mainBody>"
)
FILES = {
    "a.docx": word_file(WORD, notes=f'<w:footnote w:id="2">{WORD_NOTE}</w:footnote>'),
    "a.html": WEB.encode(),
    "a.xml": document(STATEMENT),
}


@pytest.mark.parametrize("name", FILES)
def test_a_note_of_two_paragraphs(name: str, tmp_path: Path) -> None:
    """It is told (I016), with how the second paragraph begins."""
    (tmp_path / name).write_bytes(FILES[name])
    read = receive(tmp_path / name, "en", None)
    told = [one.message for one in read.doubts if one.code == "I016"]
    assert len(told) == 1
    assert "See also the annex" in told[0]
    assert len(read.doubtful_lines) == 1
