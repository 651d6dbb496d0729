"""Whatever Word shows of a paragraph is read or told, however its mark-up holds it."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypandoc
import pytest

from compendium.documents.adopted import read_adopted
from compendium.documents.content import DocumentContent
from compendium.documents.word_changes import Changes
from compendium.documents.word_file import read_word
from compendium.errors import InputError
from compendium.importing.doubts import doubts
from compendium.languages.language import load_language
from support.word_files import paragraph, style, word_file
from support.word_files import run as word_run

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


HEAD = [paragraph(text) for text in ("Resolution 12/1", "Lamps", "The Conference,")]


def read_file(file: bytes, changes: Changes = Changes.ACCEPT) -> DocumentContent:
    """What a file adopted."""
    return read_adopted(read_word(file, Path("a.docx"), changes), ENGLISH, None)


def read(written: bytes, markup: str, changes: Changes = Changes.ACCEPT) -> DocumentContent:
    """The file with mark-up in place of PLACE, as it is read."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(written)) as source, zipfile.ZipFile(made, "w") as target:
        for name in source.namelist():
            part = source.read(name).decode("utf-8", "surrogateescape")
            part = part.replace("PLACE", f"</w:t></w:r>{markup}<w:r><w:t xml:space='preserve'>")
            target.writestr(name, part.encode("utf-8", "surrogateescape"))
    return read_file(made.getvalue(), changes)


@pytest.mark.parametrize("markup", SHOWN.values(), ids=SHOWN)
def test_what_word_shows_is_read(written: bytes, markup: str) -> None:
    """Words within fields, directions, elements and ruby, and lines apart, are of the text."""
    adopted = read(written, markup)
    texts = {text.steps: text for text in adopted.records[0].texts}
    assert texts[("1",)].text == "Urges States to light the lamps, and to keep them."
    assert texts[("2",)].notes == ("See the lamps in full.",)
    assert adopted.account.faults == ()


def test_a_reading_aid_is_left_out_and_told(written: bytes) -> None:
    """The words above others are none of the text, and are named (I026)."""
    (told,) = doubts(read(written, SHOWN["ruby"]))
    assert told.code == "I026"
    assert told.message.endswith("aid")


def test_letters_turned_round_are_told(written: bytes) -> None:
    """Latin letters that Word shows from right to left are read otherwise than they look (I055)."""
    adopted = read(written, f'<w:bdo w:val="rtl">{WORDS}</w:bdo>')
    assert {found.code for found in doubts(adopted)} == {"I055"}


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


@pytest.mark.parametrize("property_", ["vanish", "strike"])
@pytest.mark.parametrize("kind", ["character", "paragraph"])
def test_what_a_style_hides_or_strikes_through_is_left_out(kind: str, property_: str) -> None:
    """What a style of words or of a paragraph says holds like what the words say themselves."""
    given = f"<w:rPr><w:{property_}/></w:rPr>"
    styles = style("Gone", "", kind).replace("</w:style>", f"{given}</w:style>")
    own = {"character": ('<w:rStyle w:val="Gone"/>', ""), "paragraph": ("", "Gone")}[kind]
    named = f'<w:pStyle w:val="{own[1]}"/>' if own[1] else ""
    body = [*HEAD, paragraph("1. Urges States.")]
    body.append(paragraph(word_run("2. Lamps of old.", own[0]), properties=named))
    adopted = read_file(word_file("".join(body), styles=styles))
    assert [text.steps for text in adopted.records[0].texts][2:] == [("1",)]
    assert adopted.account.faults == ()
    assert [found.code for found in doubts(adopted)] == ["I026"]


@pytest.mark.parametrize("changes", [Changes.ACCEPT, Changes.REJECT])
def test_tracked_changes_are_told(written: bytes, changes: Changes) -> None:
    """What is inserted is read, or what is deleted where so asked; that changes are is told."""
    deleted = RUN.format("oil").replace("w:t", "w:delText")
    moved = f'<w:moveFrom w:id="3">{RUN.format(" of old")}</w:moveFrom>'
    changes_ = f'<w:ins w:id="1">{RUN.format("wicks")}</w:ins><w:del w:id="2">{deleted}</w:del>'
    adopted = read(written, changes_ + moved, changes)
    read_as = {Changes.ACCEPT: "wicks", Changes.REJECT: "oil of old"}[changes]
    assert adopted.records[0].texts[2].text == f"Urges States to light {read_as}, and to keep them."
    assert adopted.account.faults == ()
    (told,) = doubts(adopted)
    assert told.code == "I027"
    assert f"as if all were {changes.value}ed" in told.message


def test_tracked_changes_are_refused(written: bytes) -> None:
    """Where so asked, a file with tracked changes is refused."""
    with pytest.raises(InputError, match="changes are tracked"):
        read(written, f'<w:ins w:id="1">{RUN.format("wicks")}</w:ins>', Changes.REFUSE)


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        (Changes.ACCEPT, ["1. Urges States to light.", "2. Rests.", "3. Ends."]),
        (Changes.REJECT, ["1. Urges States", "2. to light.", "3. Rests.Ends."]),
    ],
)
def test_tracked_ends_of_paragraphs(changes: Changes, wanted: list[str]) -> None:
    """Paragraphs whose end is deleted, or was not there before, are one, and counted as one."""
    lists = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )

    def numbered(text: str, mark: str = "") -> str:
        end = f'<w:rPr><w:{mark} w:id="4"/></w:rPr>' if mark else ""
        own = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>{end}'
        return paragraph(text, properties=own)

    body = [numbered("Urges States ", "del"), numbered("to light."), numbered("Rests.", "ins")]
    file = word_file("".join([*body, numbered("Ends.")]), numbering=lists)
    assert [line.text for line in read_word(file, Path("a.docx"), changes).lines] == wanted


@pytest.mark.parametrize(
    "name", ["Title", "Subtitle", "Author", "Date", "Abstract", "Source Code", "Table Caption"]
)
def test_paragraph_in_a_style_that_pandoc_takes_over(name: str) -> None:
    """A paragraph in such a style is text like others, wherever it stands."""
    styles = f'<w:style w:type="paragraph" w:styleId="S"><w:name w:val="{name}"/></w:style>'
    own = '<w:pStyle w:val="S"/>'
    body = [paragraph("Resolution 12/1", properties=own), *HEAD[1:]]
    body.append(paragraph("1. Urges *all* States.", properties=own))
    adopted = read_file(word_file("".join(body), styles=styles))
    assert adopted.records[0].number == "12/1"
    assert adopted.records[0].texts[-1].text == r"Urges \*all\* States."
    assert adopted.account.faults == ()


def test_tables() -> None:
    """A mark in a cell of its own stands before the next cell; the caption of a table is told."""

    def table(*rows: tuple[str, ...]) -> str:
        cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"

    styles = '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="Table Caption"/></w:style>'
    caption = paragraph("Of lamps", properties='<w:pStyle w:val="C"/>')
    rows = table(("1.", "Urges:"), ("(a)", "To rest."))
    body = [*HEAD, rows, caption, table(("Lamps", "Five")), paragraph("2. Ends.")]
    adopted = read_file(word_file("".join(body), styles=styles))
    texts = {".".join(text.steps): text.text for text in adopted.records[0].texts[2:]}
    stray = texts.pop("#stray")
    assert texts == {"1": "Urges:", "1.a": "To rest.", "2": "Ends."}
    assert stray == "Of lamps Lamps Five"
    assert [found.code for found in doubts(adopted)] == ["I005"]


@pytest.mark.parametrize("name", ["altChunk", "subDoc"])
def test_another_file_within_the_text_is_refused(name: str) -> None:
    """What a Word file shows of another file is not read: it is refused by its name."""
    with pytest.raises(InputError, match="shows another file within its text"):
        read_file(word_file(f"{''.join(HEAD)}<w:{name}/>"))


def test_what_is_not_read_is_an_error(written: bytes) -> None:
    """Words that the reader does not know how to read are missing in the account (I023)."""
    adopted = read(written, f"<w:unknown>{WORDS}</w:unknown>")
    assert "lamps" in adopted.account.faults[0].message


def test_bullets_are_read(tmp_path: Path) -> None:
    """Entries with bullets, of Word's own or typed after a break, are told."""
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/>'
        '<w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    end = "<w:r><w:br/></w:r>"
    body = [
        *HEAD,
        paragraph("1. Urges States to keep", end, "– lamps;", end, "– oil;"),
        paragraph("wicks;", properties=bullet),
        paragraph("2. Rests.", properties=bullet),
    ]
    original = read_word(word_file("".join(body), numbering=numbering), tmp_path / "a.docx")
    read = read_adopted(original, ENGLISH, None)
    assert [(".".join(text.steps), text.text) for text in read.records[0].texts[2:]] == [
        ("1", "Urges States to keep"),
        ("#stray", "– lamps;"),
        ("#stray", "– oil;"),
        ("#stray", "• wicks;"),
        ("2", "Rests."),
    ]


def test_words_that_nobody_sees(tmp_path: Path) -> None:
    """White and tiny words are left out and told, as those that a style hides."""
    white, tiny = '<w:color w:val="FFFFFF"/>', '<w:sz w:val="2"/>'
    body = [
        *HEAD,
        paragraph("1. Urges ", word_run("not ", white), word_run("never ", tiny), "States."),
    ]
    original = read_word(word_file("".join(body)), tmp_path / "a.docx")
    read = read_adopted(original, ENGLISH, None)
    assert read.records[0].texts[-1].text == "Urges States."
    assert [found.code for found in doubts(read)] == ["I026", "I026"]
