"""Whatever Word shows of a paragraph is read or told, however its mark-up holds it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypandoc
import pytest

from compendium.documents.adopted import Adopted, read_adopted
from compendium.documents.word_and_web import read_word
from compendium.importing.doubts import doubts
from compendium.languages.language import load_language

TEXT = """\
Resolution 12/1

Lamps

*The Conference*,

1.  Urges States to light PLACE, and to keep them.

2.  Rests.[^a]

[^a]: See PLACE in full.
"""
RUN = '<w:r><w:t xml:space="preserve">{}</w:t></w:r>'
WORDS = RUN.format("the lamps")
SHOWN = {
    "field": f'<w:fldSimple w:instr="REF a">{WORDS}</w:fldSimple>',
    "direction": f'<w:dir w:val="rtl">{WORDS}</w:dir>',
    "override": f'<w:bdo w:val="ltr">{WORDS}</w:bdo>',
    "element": f'<w:customXml w:element="a"><w:customXmlPr/>{WORDS}</w:customXml>',
    "tag": f'<w:smartTag w:element="a"><w:smartTagPr/>{WORDS}</w:smartTag>',
    "ruby": "<w:r><w:ruby><w:rubyPr/><w:rt>" + RUN.format("aid") + f"</w:rt><w:rubyBase>{WORDS}"
    "</w:rubyBase></w:ruby></w:r>",
    "line end": "<w:r><w:t>the</w:t><w:cr/><w:t>lamps</w:t></w:r>",
    "nested": f'<w:dir w:val="rtl"><w:fldSimple w:instr="REF a">{WORDS}</w:fldSimple></w:dir>',
}
ENGLISH = load_language("en")


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A Word file with PLACE in its text and in a note."""
    path = tmp_path_factory.mktemp("word") / "a.docx"
    pypandoc.convert_text(TEXT, "docx", format="markdown", outputfile=str(path))
    return path.read_bytes()


def read(written: bytes, markup: str) -> Adopted:
    """The file with mark-up in place of PLACE, as it is read."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            part = source.read(name).decode("utf-8", "surrogateescape")
            part = part.replace("PLACE", f"</w:t></w:r>{markup}<w:r><w:t xml:space='preserve'>")
            target.writestr(name, part.encode("utf-8", "surrogateescape"))
    return read_adopted(read_word(made.getvalue(), Path("a.docx")), ENGLISH, None)


@pytest.mark.parametrize("markup", SHOWN.values(), ids=SHOWN)
def test_what_word_shows_is_read(written: bytes, markup: str) -> None:
    """Words within fields, directions, elements and ruby, and lines apart, are of the text."""
    adopted = read(written, markup)
    texts = {text.steps: text for text in adopted.records[0].texts}
    assert texts[("1",)].text == "Urges States to light the lamps, and to keep them."
    assert texts[("2",)].notes == ("See the lamps in full.",)
    assert adopted.account.faults == ()


@pytest.mark.parametrize("property_", ["vanish", "strike", "dstrike"])
def test_what_is_hidden_or_struck_through_is_left_out(written: bytes, property_: str) -> None:
    """Such words are no words of the text, and that is told (I026)."""
    run = WORDS.replace("<w:t ", f"<w:rPr><w:{property_}/></w:rPr><w:t ")
    adopted = read(written, f"{RUN.format('wicks')}{run}")
    assert adopted.account.faults == ()
    assert "the lamps" not in adopted.records[0].texts[2].text
    told = [found for found in doubts(adopted) if found.code == "I026"]
    assert len(told) == 2
    assert all("the lamps" in found.message for found in told)


def test_tracked_changes_are_told(written: bytes) -> None:
    """What is inserted is read, what is deleted is not, and that there are changes is told."""
    deleted = WORDS.replace("w:t", "w:delText")
    changes = f'<w:ins w:id="1">{RUN.format("wicks")}</w:ins><w:del w:id="2">{deleted}</w:del>'
    adopted = read(written, changes)
    assert adopted.records[0].texts[2].text == "Urges States to light wicks, and to keep them."
    assert adopted.account.faults == ()
    assert [found.code for found in doubts(adopted)] == ["I027"]


def test_what_is_not_read_is_an_error(written: bytes) -> None:
    """Words that the reader does not know how to read are missing in the account (I023)."""
    adopted = read(written, f"<w:unknown>{WORDS}</w:unknown>")
    assert "lamps" in adopted.account.faults[0].message
