"""All text that a file shows, counted from its mark-up and not from what a reader made of it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from compendium.documents.web_markup import has_no_text, is_hidden, is_struck
from compendium.documents.word_changes import PUT_IN, TAKEN_OUT, Changes
from compendium.documents.word_styles import WORD, Styles, is_raised, is_unseen
from compendium.untrusted.limits import AGAIN
from compendium.untrusted.xml_markup import parse_xml

_WORD_PARTS = re.compile(r"word/(?:document\d*|header\d*|footnotes|endnotes)\.xml")
# Text for older programs, and the reading aid above a character.
_NOT_SHOWN = frozenset(
    {
        f"{WORD}rt",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    }
)
_OF_STATEMENT = etree.XPath("//text()[not(ancestor::*[local-name() = 'meta'])]")


def shown_in_statement(root: etree._Element) -> str:
    """The text that a statement in Akoma Ntoso shows: all text except its metadata."""
    return _joined(_OF_STATEMENT(root))


def shown_in_page(root: etree._Element) -> str:
    """The text that a page in HTML shows, except what it strikes through."""
    texts: list[str] = []

    def take(element: etree._Element) -> None:
        if not (has_no_text(element) or is_hidden(element) or is_struck(element)):
            texts.append(element.text or "")
            for child in element:
                take(child)
                texts.append(child.tail or "")

    take(root)
    return "\n".join(texts)


def _joined(texts: object) -> str:
    assert isinstance(texts, list)
    return "\n".join(map(str, texts))


def shown_in_word(archive: zipfile.ZipFile, path: Path, styles: Styles, changes: Changes) -> str:
    """The text that a Word file shows, with its notes and the headers of its pages.

    Raised figures are left out, as are the marks of notes, for which a file has no figures; so are
    words that the file hides or strikes through, and those that its tracked changes delete.
    """
    file = _Shown(styles, changes)
    texts: list[str] = []
    for name in sorted(filter(_WORD_PARTS.fullmatch, archive.namelist())):
        root = parse_xml(archive.read(name), path, remedy=AGAIN)
        texts += ["".join(file.texts(paragraph)) for paragraph in root.iter(f"{WORD}p")]
    return "\n".join(texts)


class _Shown:
    """The texts of a file, and which of them it shows."""

    def __init__(self, styles: Styles, changes: Changes) -> None:
        self._styles = styles
        rejected = changes is Changes.REJECT
        self._names = (f"{WORD}t", f"{WORD}delText") if rejected else (f"{WORD}t",)
        self._not_shown = _NOT_SHOWN | frozenset(PUT_IN if rejected else TAKEN_OUT)

    def texts(self, paragraph: etree._Element) -> Iterator[str]:
        """The texts of the paragraph itself, without those in a box anchored in it."""
        for text in paragraph.iter(*self._names):
            above = list(text.iterancestors())
            nearest = next(element for element in above if element.tag == f"{WORD}p")
            is_shown = not any(element.tag in self._not_shown for element in above)
            if nearest is paragraph and is_shown:
                run = next((element for element in above if element.tag == f"{WORD}r"), None)
                content = text.text or ""
                if run is None or not (
                    self._is_left_out(run) or (content.isdigit() and is_raised(run))
                ):
                    yield content

    def _is_left_out(self, run: etree._Element) -> bool:
        gone = any(self._styles.is_on(run, name) for name in ("vanish", "strike", "dstrike"))
        return gone or is_unseen(run)
