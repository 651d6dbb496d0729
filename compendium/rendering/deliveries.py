"""Writes the deliveries of an edition from one layout: for screen, press and archive."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from weasyprint import Attachment, Document

from compendium.rendering.attachments import Attached
from compendium.rendering.patches.followed_tags import follow_tagging
from compendium.rendering.press import Condition, PressFinisher
from compendium.rendering.structure_tags import StructureFinisher, keep_outer_links

# The ids of the pages that are printed on the cover sheet.
COVER_PAGES = frozenset({"cover", "inside-cover", "inside-back-cover", "back-cover"})


def write_screen(document: Document, *, right_to_left: bool = False) -> bytes:
    """Write the edition for the screen and the screen reader: PDF/UA-1."""
    return _tagged(
        document, right_to_left=right_to_left, pdf_variant="pdf/ua-1", pdf_identifier=True
    )


def write_archive(
    document: Document,
    attached: Sequence[Attached],
    *,
    date: datetime,
    right_to_left: bool = False,
) -> bytes:
    """Write the edition for long-term archiving, with files inside: PDF/A-3a."""
    attachments = [
        Attachment(
            file_obj=io.BytesIO(file.content),
            name=file.name,
            description=file.name,
            created=date,
            modified=date,
            relationship=file.relationship,
        )
        for file in attached
    ]
    return _tagged(
        document, right_to_left=right_to_left, pdf_variant="pdf/a-3a", attachments=attachments
    )


def write_press(document: Document, condition: Condition) -> bytes:
    """Write the inner pages for the press: PDF/X-4."""
    return _for_press(document, inner_pages(document), condition)


def write_cover(document: Document, condition: Condition) -> bytes:
    """Write the cover sheet for the press: PDF/X-4."""
    return _for_press(document, document.pages, condition)


def _tagged(document: Document, *, right_to_left: bool, **options: Any) -> bytes:
    """Write the edition with the structure that a screen reader uses."""
    keep_outer_links(document)
    with _trimmed(document), follow_tagging(right_to_left=right_to_left) as tagging:
        return _bytes(
            _renewed(document, document.pages).write_pdf(
                finisher=StructureFinisher(tagging), **options
            )
        )


def _for_press(document: Document, pages: list[Any], condition: Condition) -> bytes:
    with _unlinked(pages):
        return _bytes(
            _renewed(document, pages, "device-cmyk").write_pdf(
                pdf_variant="pdf/x-4", pdf_tags=False, finisher=PressFinisher(condition)
            )
        )


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


def _bytes(written: object) -> bytes:
    assert isinstance(written, bytes)
    return written
