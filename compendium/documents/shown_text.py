"""All text that a file shows, counted from its mark-up and not from what a reader made of it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import lxml.html
from lxml import etree

from compendium.untrusted.limits import AGAIN
from compendium.untrusted.markup import parse_xml

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD_PARTS = re.compile(r"word/(?:document\d*|header\d*|footnotes|endnotes)\.xml")
# Text that was taken out, that stands there for older programs, the reading aid above a sign.
_NOT_SHOWN = frozenset(
    {
        f"{_WORD}del",
        f"{_WORD}moveFrom",
        f"{_WORD}rt",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_OF_STATEMENT = etree.XPath("//text()[not(ancestor::*[local-name() = 'meta'])]")
_OF_PAGE = etree.XPath(
    "//text()[not(ancestor::head or ancestor::script or ancestor::style or ancestor::template)]"
)
_OFF = frozenset({"0", "false", "off"})


def shown_in_statement(root: etree._Element) -> str:
    """What a statement in Akoma Ntoso shows: all text but that of its metadata."""
    return _joined(_OF_STATEMENT(root))


def shown_in_page(page: str) -> str:
    """What a page in HTML shows."""
    root = lxml.html.document_fromstring(page.encode(), lxml.html.HTMLParser(encoding="utf-8"))
    return _joined(_OF_PAGE(root))


def _joined(texts: object) -> str:
    assert isinstance(texts, list)
    return "\n".join(map(str, texts))


def shown_in_word(archive: zipfile.ZipFile, path: Path) -> str:
    """What a Word file shows in its text, notes and the headers of its pages.

    Raised figures are left out, as the marks of notes are, for which a file has no figures.
    """
    texts: list[str] = []
    for name in sorted(filter(_WORD_PARTS.fullmatch, archive.namelist())):
        root = parse_xml(archive.read(name), path, remedy=AGAIN)
        texts += ["".join(_runs(paragraph)) for paragraph in root.iter(f"{_WORD}p")]
    return "\n".join(texts)


def _runs(paragraph: etree._Element) -> Iterator[str]:
    """The texts of a paragraph itself, not of those in a box that it anchors."""
    for text in paragraph.iter(f"{_WORD}t"):
        above = list(text.iterancestors())
        nearest = next(one for one in above if one.tag == f"{_WORD}p")
        if nearest is paragraph and not any(one.tag in _NOT_SHOWN for one in above):
            run = next((one for one in above if one.tag == f"{_WORD}r"), None)
            said = text.text or ""
            if run is None or not (_is_hidden(run) or (said.isdigit() and _is_raised(run))):
                yield said


def _is_hidden(run: etree._Element) -> bool:
    hidden = run.find(f"{_WORD}rPr/{_WORD}vanish")
    return hidden is not None and hidden.get(f"{_WORD}val", "true") not in _OFF


def _is_raised(run: etree._Element) -> bool:
    position = run.find(f"{_WORD}rPr/{_WORD}vertAlign")
    return position is not None and position.get(f"{_WORD}val") == "superscript"
