"""Damaged files: each is refused whole, in one message with exit code 3, and changes nothing."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from compendium.texts.states import State
from support.translator_desk import ENDINGS, WRITERS, Desk

ENTITY = '<!DOCTYPE {root} [<!ENTITY e SYSTEM "file:///etc/hostname">]>'
LAUGHS = '<!DOCTYPE {root} [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'


def replaced(old: str, new: str) -> Callable[[bytes], bytes]:
    """A fault that replaces some text, which must be there."""

    def spoil(content: bytes) -> bytes:
        assert old.encode() in content
        return content.replace(old.encode(), new.encode())

    return spoil


def declared(root: str, declaration: str) -> Callable[[bytes], bytes]:
    """A document type with declarations before the root element."""
    return replaced(f"<{root} ", declaration.format(root=root) + f"<{root} ")


def part(name: str, change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """A change of one part of a Word file."""

    def spoil(content: bytes) -> bytes:
        target = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(content)) as source,
            zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
        ):
            for member in source.namelist():
                data = source.read(member)
                archive.writestr(member, change(data) if member == name else data)
        return target.getvalue()

    return spoil


def without_header(content: bytes) -> bytes:
    """A Word file whose first table lost its header row."""
    document = Document(io.BytesIO(content))
    table = document.tables[0]
    table._tbl.remove(table.rows[0]._tr)
    return saved(document)


def without_column(content: bytes) -> bytes:
    """A Word file whose tables lost the column of the translation."""
    document = Document(io.BytesIO(content))
    for table in document.tables:
        for row in table.rows:
            row._tr.remove(row.cells[2]._tc)
    return saved(document)


def merged_row(content: bytes) -> bytes:
    """A Word file in which somebody merged the cells of a row."""
    document = Document(io.BytesIO(content))
    row = document.tables[0].rows[1]
    for cell in row.cells[2:]:
        row._tr.remove(cell._tc)
    return saved(document)


def saved(document: object) -> bytes:
    """The bytes of a Word document."""
    target = io.BytesIO()
    document.save(target)  # type: ignore[attr-defined]
    return target.getvalue()


def bomb(_content: bytes) -> bytes:
    """A small archive that unpacks to 200 MB."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as member,
    ):
        for _ in range(200):
            member.write(bytes(1_000_000))
    return target.getvalue()


def other_archive(_content: bytes) -> bytes:
    """An archive of something else."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("content.xml", "<a/>")
    return target.getvalue()


def two_languages(content: bytes) -> bytes:
    """A memory with a second language in its first text."""
    return content.replace(b'xml:lang="fr"', b'xml:lang="es"', 1)


EMPTY_XLIFF = (
    b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"'
    b' trgLang="fr"><file id="a"/></xliff>'
)
DAMAGE: dict[str, tuple[str, Callable[[bytes], bytes], str]] = {
    "word cut off": ("docx", lambda content: content[: len(content) // 2], "damaged"),
    "word with a changed byte": (
        "docx",
        lambda content: content[:5000] + bytes([content[5000] ^ 255]) + content[5001:],
        "",
    ),
    "word empty": ("docx", lambda _: b"", "empty"),
    "word only a beginning": ("docx", lambda _: b"PK\x03\x04", "damaged"),
    "plain text": ("docx", lambda _: b"lk.1.1 Bonjour", "neither"),
    "old word": ("docx", lambda _: b"\xd0\xcf\x11\xe0" + bytes(600), "password"),
    "archive of something else": ("docx", other_archive, "not a Word file"),
    "archive that never ends": ("docx", bomb, "would unpack to"),
    "word with broken XML": (
        "docx",
        part("word/document.xml", lambda xml: xml[:-9]),
        "well-formed",
    ),
    "word with an entity": (
        "docx",
        part("word/document.xml", declared("w:document", ENTITY)),
        "declares",
    ),
    "word without its text": ("docx", part("_rels/.rels", lambda _: b"<a/>"), "not a Word file"),
    "word without header row": ("docx", without_header, "no column of the key"),
    "word without translations": ("docx", without_column, "no column of the target"),
    "word with merged cells": ("docx", merged_row, "2 cells"),
    "word of an unknown language": (
        "docx",
        part("word/document.xml", replaced("French [fr]", "Volapük [vo]")),
        "vo",
    ),
    "word of a language without catalogues": (
        "docx",
        part("word/document.xml", replaced("French [fr]", "English [en]")),
        "no catalogues",
    ),
    "xliff cut off": ("xliff", lambda content: content[: len(content) // 2], "well-formed"),
    "xliff not UTF-8": (
        "xliff",
        lambda content: content.replace("É".encode(), b"\xc9"),
        "is not UTF-8",
    ),
    "xliff with an external entity": ("xliff", declared("xliff", ENTITY), "declares"),
    "xliff with entities in entities": ("xliff", declared("xliff", LAUGHS), "declares"),
    "xliff 1.2": (
        "xliff",
        replaced(
            'xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"',
            'xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"',
        ),
        "XLIFF 1.2",
    ),
    "xliff without units": ("xliff", lambda _: EMPTY_XLIFF, "no unit"),
    "xliff of another language": ("xliff", replaced('trgLang="fr"', 'trgLang="vo"'), "vo"),
    "xliff without language": ("xliff", replaced('trgLang="fr"', ""), "no language"),
    "xml of another kind": (
        "xliff",
        lambda _: b"<html><p>Bonjour</p></html>",
        "another kind: html",
    ),
    "tmx cut off": ("tmx", lambda content: content[: len(content) // 2], "well-formed"),
    "tmx with an external entity": ("tmx", declared("tmx", ENTITY), "declares"),
    "tmx without texts": ("tmx", lambda _: b"<tmx version='1.4'><body/></tmx>", "found: none"),
    "tmx of two languages": ("tmx", two_languages, "found: es, fr"),
}


@pytest.mark.parametrize("name", DAMAGE)
def test_a_damaged_file_is_refused_whole(desk: Desk, name: str) -> None:
    """A damaged file ends with one message and what to do, though one of its texts was changed."""
    form, spoil, told = DAMAGE[name]
    file = desk.hand_over(form)
    WRITERS[form](file, {desk.first(State.REVIEWED): "Autre chose"})
    file.write_bytes(spoil(file.read_bytes()))
    before = desk.files()
    code, said = desk.take_back(file)
    assert code == 3, said
    assert said.startswith("error: ")
    assert said.count("error: ") == 1
    assert "what to do: " in said
    assert told in said
    assert desk.files() == before


@pytest.mark.parametrize("form", ENDINGS)
def test_the_form_is_told_by_content(desk: Desk, form: str) -> None:
    """A file is recognised whatever its name."""
    file = desk.hand_over(form)
    renamed = file.rename(file.with_name("from the translator.dat"))
    assert desk.take_back(renamed)[0] == 0


@pytest.mark.parametrize("form", ENDINGS)
def test_a_file_of_another_language_is_refused(desk: Desk, form: str) -> None:
    """With --language, a file of any other language is refused."""
    file = desk.hand_over(form, "es")
    code, said = desk.take_back(file, "--language", "fr")
    assert (code, "its language is es, not fr" in said) == (3, True)
    assert desk.take_back(file, "--language", "es")[0] == 0


def test_a_file_that_is_not_there(desk: Desk, tmp_path: Path) -> None:
    """A missing file is told by its name."""
    code, said = desk.take_back(tmp_path / "nothing.docx")
    assert (code, "nothing.docx: no such file" in said) == (3, True)


def test_a_document_type_alone_is_no_fault(desk: Desk) -> None:
    """A memory that names the DTD of TMX, as many tools write it, is read; nothing is fetched."""
    file = desk.hand_over("tmx")
    content = file.read_bytes()
    file.write_bytes(content.replace(b"<tmx ", b'<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx ', 1))
    assert desk.take_back(file)[0] == 0


@pytest.mark.parametrize(("tag", "name"), [("w:ins", "tracked"), ("w:del", "tracked")])
def test_tracked_changes_are_refused(desk: Desk, tag: str, name: str) -> None:
    """Tracked changes in a translation are refused: nobody has said which words hold."""
    key = desk.first(State.REVIEWED)
    file = desk.hand_over("docx")
    WRITERS["docx"](file, {key: "Autre chose"})
    old = "<w:r><w:t>Autre chose</w:t></w:r>"
    new = f'<{tag} w:id="1" w:author="A">{old}</{tag}>'
    file.write_bytes(part("word/document.xml", replaced(old, new))(file.read_bytes()))
    before = desk.files()
    code, said = desk.take_back(file)
    assert (code, " H009 error: " in said, name in said) == (1, True, True)
    assert desk.files() == before


def test_a_unit_translated_in_part_is_refused(desk: Desk) -> None:
    """A unit that a tool split, and of which a part is translated, is no translation yet."""
    key = desk.first(State.REVIEWED)
    file = desk.hand_over("xliff")
    text = file.read_text(encoding="utf-8")
    start = text.index(f'<unit id="{key}"')
    end = text.index("</segment>", start) + len("</segment>")
    half = "<segment><source>And more.</source></segment>"
    file.write_text(text[:end] + half + text[end:], encoding="utf-8")
    before = desk.files()
    code, said = desk.take_back(file)
    assert (code, f" H011 error: {key}" in said) == (1, True), said
    assert desk.files() == before


def test_a_comment_is_told(desk: Desk) -> None:
    """A comment of the word processor is not taken back, but somebody should read it."""
    key = desk.first(State.REVIEWED)
    file = desk.hand_over("docx")
    document = Document(str(file))
    cell = next(
        row.cells[2]
        for table in document.tables
        for row in table.rows
        if row.cells[0].text.split()[0] == key
    )
    document.add_comment(cell.paragraphs[0].runs, text="Really?", author="A reviser")
    document.save(str(file))
    before = desk.files()
    code, said = desk.take_back(file)
    assert (code, f" H012 warning: {key}" in said) == (0, True), said
    assert desk.files() == before


def test_a_full_disk_leaves_every_catalogue(desk: Desk) -> None:
    """When one catalogue cannot be written, none is: not even that which was written before it."""
    fr = desk.translations / "fr"
    small, large = fr / "conf/04-2010.po", fr / "edition.po"
    limit = small.stat().st_size // 1024 + 2
    assert large.stat().st_size > limit * 1024
    entries = desk.entries()
    keys = ("conf.4.title", "edition.compendium.title")
    file = desk.hand_over("docx")
    WRITERS["docx"](file, {key: f"{entries[key].msgstr} x" for key in keys})
    before = desk.files()
    program = Path(sys.executable).with_name("compendium")
    done = subprocess.run(
        [
            "bash",
            "-c",
            'ulimit -f "$1"; shift; exec "$@"',
            "bash",
            str(limit),
            program,
            "takeback",
            file,
            "--translations",
            fr.parent,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("error: ")) == (4, 1), done.stderr
    assert "edition.po" in done.stderr
    assert desk.files() == before
    assert desk.take_back(file)[0] == 0
    assert sum(desk.files()[path] != content for path, content in before.items()) == 2


def test_every_code_is_documented(root: Path) -> None:
    """The codes in the program and in the page for translators are the same."""
    page = (root / "docs/translators/handover.md").read_text(encoding="utf-8")
    program = {
        code
        for path in (root / "compendium/exchange").glob("*.py")
        for code in re.findall(r'"(H[0-9]{3})"', path.read_text(encoding="utf-8"))
    }
    assert sorted(program) == re.findall(r"^\| (H[0-9]{3}) \|", page, re.MULTILINE)
