"""Makes pictures of the pages of the book that hold a paragraph, as they look on the screen."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
from weasyprint import Document, Page

from compendium.reading.one_file import load_settings
from compendium.rendering.composed_document import ComposedDocument
from compendium.rendering.edition_forms import print_html
from compendium.rendering.last_layout import LastLayout
from compendium.rendering.patches.laid_out import page_box
from compendium.rendering.weasyprint import last_layout, lay_out

_MOST_PAGES = 3  # of a long section
_SCALE = 2.0  # dots for each point: 144 to the inch
_FAST = 1  # the least compression, since nobody keeps the pictures


class BookPictures:
    """Makes pictures of a book again and again; only the pages that changed are laid out anew."""

    def __init__(self) -> None:
        self._last: dict[Path, LastLayout] = {}  # for each folder of templates

    def make(
        self, file: Path, templates: Path, config: Path, wanted: Sequence[str]
    ) -> dict[int, bytes]:
        """Lay out the book, and make a picture (PNG) of each page that holds a paragraph.

        Args:
            file: the composed document.
            templates: the folder of templates and styles.
            config: the file of settings.
            wanted: the ids to look for; the first that the book has is shown, else the first page.

        Raises:
            UserError: if the book cannot be laid out.
        """
        page = print_html(ComposedDocument(file), templates, load_settings(config))
        last = self._last.setdefault(templates, last_layout(templates))

        def write(document: Document) -> tuple[list[int], bytes]:
            numbers = pages_with(document, wanted)
            return numbers, _pdf(document, [document.pages[number - 1] for number in numbers])

        numbers, pdf = lay_out(page, base=templates, write=write, last=last)
        return dict(zip(numbers, _painted(pdf), strict=True))


def pages_with(document: Document, wanted: Sequence[str]) -> list[int]:
    """The numbers of the pages with the first of some ids that is in a book, or that of the first.

    A page counts as well if a paragraph only ends on it.
    """
    for identifier in wanted:
        numbers: list[int] = []
        for number, page in enumerate(document.pages, start=1):
            begins = identifier in page.anchors and not numbers
            if begins or (numbers and _goes_on(page, identifier)):
                numbers.append(number)
            elif numbers:
                break
        if numbers:
            return numbers[:_MOST_PAGES]
    return [1]


def _goes_on(page: Page, identifier: str) -> bool:
    """Whether a page holds a part of an element that begins on an earlier one."""
    return any(
        box.element is not None and box.element.get("id") == identifier
        for box in page_box(page).descendants()
    )


def _pdf(document: Document, pages: list[Page]) -> bytes:
    """A PDF of some pages, without what only other pages or other programs need."""
    with _plain(pages):
        pdf = document.copy(pages).write_pdf(pdf_tags=False)
    assert isinstance(pdf, bytes)
    return pdf


@contextmanager
def _plain(pages: list[Page]) -> Iterator[None]:
    """Leave out the bleed, which only a press needs, and links, which lead to other pages."""
    former = [(page.bleed, page.links) for page in pages]
    for page in pages:
        page.bleed, page.links = dict.fromkeys(page.bleed, 0), []
    try:
        yield
    finally:
        for page, (bleed, links) in zip(pages, former, strict=True):
            page.bleed, page.links = bleed, links


def _painted(pdf: bytes) -> Iterator[bytes]:
    """A picture of each page of a PDF."""
    with pypdfium2.PdfDocument(pdf) as opened:
        for page in opened:
            picture = io.BytesIO()
            image = page.render(scale=_SCALE).to_pil()
            image.save(picture, "png", compress_level=_FAST)
            yield picture.getvalue()
