"""XML and web pages are read in the encoding they are in, whole or not at all."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from lxml import etree

from compendium.errors import InputError
from compendium.untrusted.encodings import decoded_page
from compendium.untrusted.xml_markup import parse_xml

FILE = Path("a.xml")
WORDS = {
    "gb2312": "建议",
    "shift_jis": "勧告",
    "windows-1251": "Рекомендации",
    "utf-8": "Évaluation",
}


@pytest.mark.parametrize("encoding", [*WORDS, "UTF-16", "UTF-16LE", "UTF-16BE"])
def test_xml_in_its_encoding(encoding: str) -> None:
    """Single bytes, several bytes, UTF-16 with and without its mark: the letters are the same."""
    words = WORDS.get(encoding, "Été")
    content = f"<?xml version='1.0' encoding='{encoding}'?>\n<a>{words}</a>".encode(encoding)
    assert parse_xml(content, FILE).text == words


def test_a_byte_order_mark_is_no_text() -> None:
    """The mark at the beginning of a file is not part of it."""
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF32_LE, "utf-32-le")):
        assert parse_xml(mark + "<a>é</a>".encode(encoding), FILE).text == "é"
        assert decoded_page(mark + "<p>é".encode(encoding), FILE) == "<p>é"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"<?xml version='1.0' encoding='utf-7'?><a>+AOk-</a>", "it declares the encoding 'utf-7'"),
        (b"<?xml version='1.0' encoding='rot13'?><a/>", "it declares the encoding 'rot13'"),
        (b"<?xml version='1.0' encoding='hex'?><a/>", "it declares the encoding 'hex'"),
        (b"<?xml version='1.0' encoding=''?><a/>", "it declares the encoding ''"),
        (b"<?xml version='1.0' encoding='shift_jis'?><a>\x81</a>", "byte 45 is not SHIFT_JIS"),
        (b"<?xml version='1.0'?><a>\xe9</a>", "byte 24 is not UTF-8"),
        (b"<a>\xed\xa0\x80</a>", "byte 3 is not UTF-8"),
        (b"\xff\xfe<\0a\0", "not well-formed XML"),
        (b"\xff\xfe<\0a\0>", "byte 4 is not UTF-16-LE"),
        (b"<a>&#xD800;</a>", "not well-formed XML"),
        (b"<a>" + b"<b>" * 5000 + b"</b>" * 5000 + b"</a>", "not well-formed XML"),
        (b"<a><x:b/></a>", "not well-formed XML"),
        (b"<!DOCTYPE a SYSTEM 'a.dtd'>\n<a>&who;</a>", r"a\.xml:2: the entity &who; is not"),
        (b"<!DOCTYPE a [<!ELEMENT a ANY>]><a/>", "it declares entities"),
    ],
)
def test_what_cannot_be_read_is_refused(content: bytes, said: str) -> None:
    """Whatever the parser would raise, or pass over, is one message that names the file."""
    with pytest.raises(InputError, match=said) as raised:
        parse_xml(content, FILE)
    assert raised.value.message.startswith("a.xml")
    assert raised.value.remedy


def test_the_tree_holds_elements_alone() -> None:
    """Comments and instructions are no part of the text, and divide none."""
    root = parse_xml(b"<?say it?><a>on<!-- and -->e<?say it?> <b/><![CDATA[<two>]]></a>", FILE)
    assert [isinstance(node.tag, str) for node in root.iter()] == [True, True]
    assert etree.tostring(root, encoding="unicode", method="text") == "one <two>"


def test_a_page_in_its_encoding() -> None:
    """A page says its encoding in either way of HTML; what is not written in it is refused."""
    for head in ("<meta charset=windows-1251>", '<meta content="text/html; charset=koi8-r">'):
        encoding = head.partition("charset=")[2].strip('">')
        page = f"<html>{head}<p>Рекомендации"
        assert decoded_page(page.encode(encoding), FILE) == page
    with pytest.raises(InputError, match="byte 4 is not UTF-8"):
        decoded_page("<html><p>Рекомендации".encode("koi8-r")[5:], FILE)
