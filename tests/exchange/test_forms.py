"""The three forms as other programs expect them."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from lxml import etree

from compendium.texts.states import State
from support.translator_desk import LANGUAGES, XLIFF, Desk, call

# What the core of XLIFF 2.0 allows of the elements and attributes that we use, in its order.
XLIFF_SHAPE = """
<grammar xmlns="http://relaxng.org/ns/structure/1.0"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"
  ns="urn:oasis:names:tc:xliff:document:2.0">
 <define name="yes-no"><choice><value>yes</value><value>no</value></choice></define>
 <start><element name="xliff">
  <attribute name="version"><value>2.0</value></attribute>
  <attribute name="srcLang"><data type="language"/></attribute>
  <attribute name="trgLang"><data type="language"/></attribute>
  <oneOrMore><element name="file">
   <attribute name="id"><data type="NMTOKEN"/></attribute>
   <attribute name="original"/>
   <attribute name="space" ns="http://www.w3.org/XML/1998/namespace">
    <value>preserve</value></attribute>
   <oneOrMore><element name="unit">
    <attribute name="id"><data type="NMTOKEN"/></attribute>
    <optional><attribute name="canResegment"><ref name="yes-no"/></attribute></optional>
    <optional><attribute name="trgDir">
     <choice><value>ltr</value><value>rtl</value><value>auto</value></choice></attribute></optional>
    <optional><element name="notes"><oneOrMore><element name="note">
     <optional><attribute name="category"/></optional>
     <optional><attribute name="priority"><data type="integer">
      <param name="minInclusive">1</param><param name="maxInclusive">10</param></data></attribute>
     </optional><text/></element></oneOrMore></element></optional>
    <element name="segment">
     <choice>
      <group><attribute name="state"><value>initial</value></attribute>
       <element name="source"><text/></element>
       <optional><element name="target"><text/></element></optional></group>
      <group><attribute name="state"><choice><value>translated</value><value>reviewed</value>
       <value>final</value></choice></attribute>
       <element name="source"><text/></element><element name="target"><text/></element></group>
     </choice></element>
   </element></oneOrMore>
  </element></oneOrMore>
 </element></start>
</grammar>"""
# What TMX 1.4 allows of the elements and attributes that we use.
TMX_SHAPE = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note|prop)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
 segtype (block|paragraph|sentence|phrase) #REQUIRED o-tmf CDATA #REQUIRED
 adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED>
<!ELEMENT body (tu*)> <!ELEMENT tu ((note|prop)*, tuv+)> <!ATTLIST tu tuid CDATA #IMPLIED>
<!ELEMENT tuv ((note|prop)*, seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)> <!ELEMENT note (#PCDATA)>
<!ELEMENT prop (#PCDATA)> <!ATTLIST prop type CDATA #REQUIRED>
"""


@pytest.mark.parametrize("language", LANGUAGES)
def test_xliff_has_its_shape(desk: Desk, language: str) -> None:
    """The XLIFF document has the elements, attributes and values of the core, and unique ids."""
    root = etree.parse(desk.hand_over("xliff", language)).getroot()
    shape = etree.RelaxNG(etree.fromstring(XLIFF_SHAPE))
    assert shape.validate(root), shape.error_log
    for parent in (root, *root):
        ids = [child.get("id") for child in parent]
        assert len(ids) == len(set(ids))


def test_xliff_tells_place_and_state(desk: Desk) -> None:
    """A unit has its key, its context, the symbol behind it, and the state of XLIFF."""
    root = etree.parse(desk.hand_over("xliff", "ar")).getroot()
    texts = desk.texts("ar")
    units = {unit.get("id"): unit for unit in root.iter(f"{XLIFF}unit")}
    assert list(units) != sorted(units)
    assert set(units) == set(texts)
    states = {"official": "final", "reviewed": "reviewed", "unofficial": "translated"}
    for key, unit in units.items():
        segment = unit.find(f"{XLIFF}segment")
        assert segment.get("state") == states.get(texts[key][1], "initial")
    unit = units["lk.1.1"]
    notes = [note.text for note in unit.iter(f"{XLIFF}note")]
    assert "place: I.1 (paragraph)" in notes
    assert unit.getparent().get("original") == "lk/01-2011.po"
    assert unit.get("trgDir") == "rtl"


@pytest.mark.parametrize("language", LANGUAGES)
def test_tmx_is_the_memory(desk: Desk, language: str) -> None:
    """The memory obeys TMX and holds just the translations that hold, whatever was chosen."""
    file = desk.hand_over("tmx", language, "--only", "missing")
    root = etree.parse(file).getroot()
    shape = etree.DTD(io.StringIO(TMX_SHAPE))
    assert shape.validate(root), shape.error_log
    held = {state: key for key, (_, state) in desk.texts(language).items()}
    assert set(held) == set(State)
    keys = [unit.get("tuid") for unit in root.iter("tu")]
    wanted = {
        key
        for key, (_, state) in desk.texts(language).items()
        if state not in {State.FUZZY, State.MISSING}
    }
    assert (set(keys), len(keys)) == (wanted, len(wanted))


@pytest.fixture
def arabic(desk: Desk) -> Path:
    """The Word file of the Arabic texts."""
    return desk.hand_over("docx", "ar")


def test_word_prints_on_landscape_a4(arabic: Path) -> None:
    """The page is A4 on its side, and every table fits between its margins."""
    document = Document(str(arabic))
    section = document.sections[0]
    assert section.orientation == WD_ORIENT.LANDSCAPE
    assert (round(section.page_width.cm, 1), round(section.page_height.cm, 1)) == (29.7, 21.0)
    room = section.page_width - section.left_margin - section.right_margin
    for table in document.tables:
        assert sum(column.width for column in table.columns) <= room + 1000


def test_word_repeats_its_header_row(arabic: Path) -> None:
    """The header row comes again on each page, and no row is cut by a page break."""
    for table in Document(str(arabic)).tables:
        head, *rows = (row._tr.trPr for row in table.rows)
        assert head.find(qn("w:tblHeader")) is not None
        assert all(row.find(qn("w:tblHeader")) is None for row in rows)
        assert all(row.find(qn("w:cantSplit")) is not None for row in rows)


def test_word_sets_arabic_from_right_to_left(arabic: Path) -> None:
    """Paragraphs and runs of the translation run from the right, those of the source do not."""
    for table in Document(str(arabic)).tables:
        for row in table.rows[1:]:
            source, target = row.cells[1]._tc, row.cells[2]._tc
            assert source.find(f".//{qn('w:bidi')}") is None
            assert source.find(f".//{qn('w:rtl')}") is None
            assert target.find(f".//{qn('w:pPr')}/{qn('w:bidi')}") is not None
            runs = target.findall(f".//{qn('w:r')}/{qn('w:rPr')}")
            assert all(run.find(qn("w:rtl")) is not None for run in runs)


@pytest.mark.parametrize(
    ("language", "tag"), [("ar", "ar-EG"), ("fr", "fr-FR"), ("zh", "zh-CN"), ("ru", "ru-RU")]
)
def test_word_tags_the_language_of_each_run(desk: Desk, language: str, tag: str) -> None:
    """Spell-checkers learn the language of each text, with a region as they ask for it."""
    document = Document(str(desk.hand_over("docx", language)))
    for column, expected in ((1, "en-US"), (2, tag)):
        cells = [row.cells[column]._tc for row in document.tables[0].rows[1:]]
        tags = [mark for cell in cells for mark in cell.iter(qn("w:lang"))]
        assert tags
        assert {value for mark in tags for value in mark.attrib.values()} == {expected}


def test_word_keeps_spaces(arabic: Path) -> None:
    """Every piece of text says that its spaces count, or Word would drop those at its ends."""
    tables = Document(str(arabic)).tables
    texts = [text for table in tables for text in table._tbl.iter(qn("w:t"))]
    assert texts
    assert {text.get(qn("xml:space")) for text in texts} == {"preserve"}


def test_word_is_the_same_each_time(desk: Desk, tmp_path: Path) -> None:
    """The text of the Word file holds no date: handed over twice, it is the same."""
    first = zipfile.ZipFile(desk.hand_over("docx")).read("word/document.xml")
    (tmp_path / "out/fr.docx").unlink()
    assert zipfile.ZipFile(desk.hand_over("docx")).read("word/document.xml") == first


@pytest.mark.parametrize("form", ["docx", "xliff"])
def test_only_some_states(desk: Desk, form: str) -> None:
    """--only takes states with commas between them, and hands over just these texts."""
    file = desk.hand_over(form, "fr", "--only", "missing, fuzzy")
    wanted = {key for key, (_, state) in desk.texts().items() if state in {"missing", "fuzzy"}}
    assert keys_in(file) == wanted


@pytest.mark.parametrize("form", ["docx", "xliff"])
def test_only_some_catalogues(desk: Desk, form: str) -> None:
    """--catalogue, said twice, hands over two catalogues."""
    options = ("--catalogue", "topics", "--catalogue", "lk/02-2013")
    keys = keys_in(desk.hand_over(form, "fr", *options))
    assert {key.split(".")[0] for key in keys} == {"topic", "lk"}
    assert {key.split(".")[1] for key in keys if key.startswith("lk")} == {"2"}


def keys_in(file: Path) -> set[str]:
    """The keys in a Word file or XLIFF document."""
    if file.suffix == ".xlf":
        return {str(unit.get("id")) for unit in etree.parse(file).iter(f"{XLIFF}unit")}
    tables = Document(str(file)).tables
    return {row.cells[0].text.split()[0] for table in tables for row in table.rows[1:]}


@pytest.mark.parametrize(
    ("options", "code", "told"),
    [
        (["--language", "fr", "--only", "done"], 2, "'done' is none of official, reviewed"),
        (["--language", "fr", "--format", "odt"], 2, "'odt' is none of docx, xliff, tmx"),
        (["--language", "fr", "--catalogue", "lk/09"], 3, "there is no catalogue 'lk/09'"),
        (["--language", "xx"], 3, "there is no language 'xx'"),
        (["--language", "en"], 3, "en is the language of the records"),
    ],
)
def test_a_wrong_choice_is_refused(
    desk: Desk, options: list[str], code: int, told: str, tmp_path: Path
) -> None:
    """A choice that there is not is told, with those there are, and nothing is written."""
    places = ["--records", str(desk.records), "--translations", str(desk.translations)]
    output = tmp_path / "new"
    assert call("handover", *places, "--output", str(output), *options) == code
    assert told in desk.capture()
    assert not output.exists()


def test_nothing_is_told_of_files_that_could_not_be_written(desk: Desk, tmp_path: Path) -> None:
    """Where the files find no place, the error is all that is said."""
    places = ["--records", str(desk.records), "--translations", str(desk.translations)]
    (tmp_path / "full").write_text("no folder", encoding="utf-8")
    output = str(tmp_path / "full" / "handed")
    assert call("handover", *places, "--language", "fr", "--output", output) == 4
    assert desk.capture().splitlines()[0].startswith("error: ")


def test_catalogues_that_were_not_merged(desk: Desk, tmp_path: Path) -> None:
    """Texts that the catalogues do not hold as they are now are not handed over."""
    desk.edit({"lk.1.1"}, lambda entry: setattr(entry, "msgid", "Something older."))
    places = ["--records", str(desk.records), "--translations", str(desk.translations)]
    code = call("handover", *places, "--language", "fr", "--output", str(tmp_path / "new"))
    assert (code, "compendium merge" in desk.capture()) == (3, True)


def test_a_new_language_needs_only_its_catalogues(desk: Desk) -> None:
    """A language with nothing translated yet is handed over too; it has no memory to write."""
    for path in (desk.translations / "es").rglob("*.po"):
        path.unlink()
    places = ["--records", str(desk.records), "--translations", str(desk.translations)]
    assert call("merge", *places, "es") == 0
    assert keys_in(desk.hand_over("docx", "es")) == set(desk.texts("es"))
    assert not desk.hand_over("tmx", "es").exists()
