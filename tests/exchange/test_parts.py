"""Files that a tool cut up or marked up: every word of them is taken back, or named."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from docx import Document

from compendium.texts.states import State
from support.translator_desk import Desk

SEGMENT = re.compile(r"<segment.*?</segment>", re.DOTALL)


def _unit(desk: Desk, key: str, parts: str) -> Path:
    """Put parts in the place of the segment of a unit, in a hand-over file of French."""
    file = desk.hand_over("xliff")
    text = file.read_text(encoding="utf-8")
    start = text.index(f'<unit id="{key}"')
    before, rest = text[:start], text[start:]
    rest, count = SEGMENT.subn(lambda _: parts, rest, count=1)
    assert count
    file.write_text(before + rest, encoding="utf-8")
    return file


def _parts(*parts: tuple[str, str], state: str = "translated") -> str:
    """Segments with white space between: of each the attributes of its target, and its text."""
    gap = "<ignorable><source> </source></ignorable>"
    return gap.join(
        f'<segment state="{state}"><source>.</source><target{said}>{text}</target></segment>'
        for said, text in parts
    )


@pytest.fixture
def key(desk: Desk) -> str:
    """A text without marks that nobody has translated."""
    return desk.first(State.MISSING)


def test_parts_come_in_the_order_of_their_targets(desk: Desk, key: str) -> None:
    """The translation is put together as `order` says, white space where it says nothing."""
    file = _unit(desk, key, _parts((' order="3"', "la fin."), (' order="1"', "Le début et")))
    code, said = desk.take_back(file)
    assert code == 0, said
    assert desk.texts()[key][0] == "Le début et la fin."


@pytest.mark.parametrize(
    "order", [("1", "1"), ("3", "3"), ("0", "1"), ("4", "1"), ("x", "1"), ("-1", "3"), ("", "1")]
)
def test_an_order_that_does_not_come_out_even(desk: Desk, key: str, order: tuple[str, str]) -> None:
    """A place that is given twice, or that is none, is a finding; nothing is guessed."""
    parts = [(f' order="{number}"', "Un") for number in order]
    code, said = desk.take_back(_unit(desk, key, _parts(*parts)))
    assert code == 1
    assert f"H015 error: {key}: the numbers of its parts are not 1, 2, 3 and so on" in said


def test_two_translations_of_one_part(desk: Desk, key: str) -> None:
    """A second translation of a segment is never left out in silence."""
    parts = _parts(("", "Un")).replace("</target>", "</target><target>Deux</target>")
    code, said = desk.take_back(_unit(desk, key, parts))
    assert code == 1
    assert f"H015 error: {key}: a part has two translations" in said


def test_an_unknown_state(desk: Desk, key: str) -> None:
    """A state that XLIFF does not know is a finding, as it is in a Word file."""
    code, said = desk.take_back(_unit(desk, key, _parts(("", "Un"), state="approved")))
    assert code == 1
    assert f"H008 error: {key}: there is no state 'approved'" in said


@pytest.mark.parametrize(("state", "code"), [("translated", 0), ("initial", 1)])
def test_a_part_that_is_left_empty(desk: Desk, key: str, state: str, code: int) -> None:
    """An empty part is one that the translator joined to another, unless its state denies it."""
    parts = _parts(("", "Le tout.")) + _parts(("", ""), state=state)
    done, said = desk.take_back(_unit(desk, key, parts))
    assert done == code
    assert ("H011 error" in said) == (code == 1)


def test_text_in_codes_of_xliff(desk: Desk) -> None:
    """Words that a tool protected come back, for only with them the source is that handed over."""
    key = desk.first(State.UNOFFICIAL)
    source = desk.entries()[key].msgid
    data = f'<originalData><data id="d1">{source[:5]}</data></originalData>'
    code = '<ph id="1" dataRef="d1"/>'
    text = f"<source>{code}{source[5:]}</source><target>{code} et fin</target>"
    file = _unit(desk, key, f'{data}<segment state="translated">{text}</segment>')
    assert desk.take_back(file)[0] == 0
    assert desk.texts()[key][0] == f"{source[:5]} et fin"


def test_codes_that_are_no_text_are_named(desk: Desk, key: str) -> None:
    """What a tool put into a translation besides its text is told, though it is left out."""
    data = '<originalData><data id="d1">&lt;b></data></originalData>'
    parts = _parts(("", 'Un <ph id="1" dataRef="d1"/>mot'))
    code, said = desk.take_back(_unit(desk, key, data + parts))
    assert code == 0
    assert f"H016 warning: {key}: codes of the tool: <b>" in said
    assert desk.texts()[key][0] == "Un mot"


def test_text_in_codes_of_tmx(desk: Desk) -> None:
    """The same of a translation memory, where the codes enclose what they stand for."""
    key = desk.first(State.UNOFFICIAL)
    source = desk.entries()[key].msgid
    file = desk.hand_over("tmx")
    text = file.read_text(encoding="utf-8")
    start = text.index(f'<tu tuid="{key}"')
    first = text.index("<seg>", start) + len("<seg>")
    second = text.index("<seg>", first) + len("<seg>")
    end = text.index("</seg>", second)
    protected = f'<ph x="1">{source[:5]}</ph>'
    text = f"{text[:second]}{protected} et fin{text[end:]}"
    text = text[:first] + protected + text[first + 5 :]
    file.write_text(text, encoding="utf-8")
    code, said = desk.take_back(file)
    assert code == 0, said
    assert desk.texts()[key][0] == f"{source[:5]} et fin"


@pytest.mark.parametrize("language", ["en", "fr", "FR"])
def test_two_texts_of_one_language_in_tmx(desk: Desk, language: str) -> None:
    """Of two texts in one language none is chosen."""
    file = desk.hand_over("tmx")
    text = file.read_text(encoding="utf-8").replace('"fr"', f'"{language.replace("en", "fr")}"')
    more = f'<tuv xml:lang="{language}"><seg>Un autre.</seg></tuv></tu>'
    file.write_text(text.replace("</tu>", more, 1), encoding="utf-8")
    code, said = desk.take_back(file)
    assert code == 1
    assert "a part has two translations" in said


@pytest.mark.parametrize(
    ("form", "old", "new"),
    [
        ("xliff", "<notes>", "<notes><note>Is this right?</note>"),
        ("xliff", "<source>", '<source><mrk id="m" type="comment" value="Is this right?"/>'),
        ("tmx", "<tuv", "<note>Is this right?</note><tuv"),
    ],
)
def test_remarks_are_told(desk: Desk, form: str, old: str, new: str) -> None:
    """A remark that a translator wrote into a file is told, for it is not taken back."""
    file = desk.hand_over(form)
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    code, said = desk.take_back(file)
    assert code == 0
    assert re.search(r":\d+: H016 warning: a (note|comment): Is this right\?", said)


def test_text_beside_the_tables_is_told(desk: Desk) -> None:
    """What a translator wrote outside the tables of a Word file is told, our own words are not."""
    file = desk.hand_over("docx")
    document = Document(str(file))
    document.add_paragraph("And this?")
    document.save(str(file))
    code, said = desk.take_back(file)
    assert code == 0
    assert re.findall("H016 warning: .*", said) == ["H016 warning: outside the tables: And this?"]


def test_what_is_no_plain_text_is_refused(desk: Desk) -> None:
    """An equation in a translation has no text that could be taken back."""
    file = desk.hand_over("docx")
    document = Document(str(file))
    paragraph = document.tables[0].rows[1].cells[2].paragraphs[0]._p
    space = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    paragraph.append(paragraph.makeelement(f"{{{space}}}oMath", {}))
    document.save(str(file))
    code, said = desk.take_back(file)
    assert code == 1
    assert "H009" in said
    assert "an equation" in said


@pytest.mark.parametrize("code", ["D800", "DFFF", "110000", "x", "-1"])
def test_a_code_of_no_character(desk: Desk, key: str, code: str) -> None:
    """A code of XLIFF for what is no character, half a letter among it, is one that is told."""
    parts = _parts(("", f'Un <cp hex="{code}"/> mot'))
    exit_code, said = desk.take_back(_unit(desk, key, parts))
    assert exit_code == 0, said
    assert f"Y010 warning: {key}: \N{REPLACEMENT CHARACTER} U+FFFD" in said
    assert desk.texts()[key][0] == "Un \N{REPLACEMENT CHARACTER} mot"
