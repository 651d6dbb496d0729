"""Writes the deliveries of an edition from one layout: for screen, press and archive."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pydyf
from weasyprint import DEFAULT_OPTIONS, Document
from weasyprint.pdf import VARIANTS, generate_pdf

from compendium.rendering.archive_file import make_archive
from compendium.rendering.attachments import Attached
from compendium.rendering.patches.followed_tags import follow_tagging
from compendium.rendering.patches.painted import PaintedPage
from compendium.rendering.press import Condition, PressFinisher
from compendium.rendering.streams import copied, freeze, written
from compendium.rendering.structure_tags import StructureFinisher, keep_outer_links

_VERSION, _PRESS_VERSION = b"1.7", b"1.6"  # of the format
# The ids of the pages that are printed on the cover sheet.
COVER_PAGES = frozenset({"cover", "inside-cover", "inside-back-cover", "back-cover"})


class Deliveries:
    """The deliveries of a laid out document, which is painted and tagged only once.

    Args:
        document: the document.
        right_to_left: whether it runs from right to left.
    """

    def __init__(self, document: Document, *, right_to_left: bool = False) -> None:
        self._document = _renewed(document, [PaintedPage(page) for page in document.pages])
        self._tagged = _tagged(self._document, right_to_left=right_to_left)

    def screen(self) -> bytes:
        """The edition for the screen and the screen reader: PDF/UA-1."""
        pdf = copied(self._tagged)
        finish, _ = VARIANTS["pdf/ua-1"]
        finish(pdf, self._document, [], [], True)  # noqa: FBT003 - WeasyPrint calls it so
        return written(pdf, version=_VERSION)

    def archive(self, attached: Sequence[Attached], *, date: datetime) -> bytes:
        """The edition for long-term archiving, with files inside: PDF/A-3a."""
        pdf = copied(self._tagged)
        make_archive(pdf, self._document, attached, date)
        return written(pdf, version=_VERSION)

    def press(self, condition: Condition) -> bytes:
        """The inner pages for the press: PDF/X-4."""
        return _for_press(self._document, inner_pages(self._document), condition)


def write_screen(document: Document, *, right_to_left: bool = False) -> bytes:
    """Write the edition for the screen alone; see `Deliveries`."""
    return Deliveries(document, right_to_left=right_to_left).screen()


def write_cover(document: Document, condition: Condition) -> bytes:
    """Write the cover sheet for the press: PDF/X-4."""
    return _for_press(document, document.pages, condition)


def _tagged(document: Document, *, right_to_left: bool) -> Any:
    """The PDF of a document with the structure that a screen reader uses, yet without metadata."""
    keep_outer_links(document)
    options = DEFAULT_OPTIONS | {"pdf_tags": True, "pdf_version": _VERSION.decode()}
    with _trimmed(document), follow_tagging(right_to_left=right_to_left) as tagging:
        pdf = generate_pdf(document, None, 1, **options)
        StructureFinisher(tagging)(document, pdf)
    _let_print(pdf)
    freeze(pdf)
    return pdf


def _let_print(pdf: Any) -> None:
    """Let links be printed, which PDF/A asks for."""
    for entry in pdf.objects:
        if isinstance(entry, pydyf.Dictionary) and entry.get("Type") == "/Annot":
            entry["F"] = 4


def _for_press(document: Document, pages: list[Any], condition: Condition) -> bytes:
    options = DEFAULT_OPTIONS | {"pdf_variant": "pdf/x-4", "pdf_tags": False}
    for_press = _renewed(document, pages, "device-cmyk")
    for_press.fonts = {name: font for name, font in document.fonts.items() if _uses(pages, font)}
    with _unlinked(pages):
        pdf = generate_pdf(for_press, None, 1, **options)
        PressFinisher(condition)(for_press, pdf)
    return written(pdf, version=_PRESS_VERSION)


def _uses(pages: list[Any], font: Any) -> bool:
    """Whether a page that was painted before uses a font."""
    return any(font.hash in page.fonts for page in pages if isinstance(page, PaintedPage))


def _renewed(document: Document, pages: list[Any], output_intent: str | None = None) -> Document:
    """A new document of the pages, without the state that an earlier writing left behind."""
    return Document(
        pages, document.metadata, document.url_fetcher, document.font_config, {}, output_intent
    )


def inner_pages(document: Document) -> list[Any]:
    """The pages between the covers."""
    return [page for page in document.pages if not COVER_PAGES & set(page.anchors)]


@contextmanager
def _trimmed(document: Document) -> Iterator[None]:
    """Leave out the bleed, which only a press needs."""
    former_bleeds = [page.bleed for page in document.pages]
    for page in document.pages:
        page.bleed = dict.fromkeys(page.bleed, 0)
    try:
        yield
    finally:
        for page, bleed in zip(document.pages, former_bleeds, strict=True):
            page.bleed = bleed


@contextmanager
def _unlinked(pages: Sequence[Any]) -> Iterator[None]:
    """Leave out links, which PDF/X forbids on the printed page."""
    former_links = [page.links for page in pages]
    for page in pages:
        page.links = []
    try:
        yield
    finally:
        for page, links in zip(pages, former_links, strict=True):
            page.links = links
