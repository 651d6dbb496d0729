"""Remembers the layout of a page, and makes only the changed pages of the next.

This is for a process that shows pages again and again. The pages that it makes are those of a whole
layout; the others are left as they were, even if they have other numbers now.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from weasyprint import HTML, Document, Page
from weasyprint.document import DocumentMetadata, get_html_metadata
from weasyprint.text.fonts import FontConfiguration

from compendium.files import real_path
from compendium.rendering.layout_window import LayoutWindow, counts, first_page
from compendium.rendering.patches.part_layout import Before, Laid, lay_out_part
from compendium.rendering.tree_difference import difference

_STYLES = frozenset({"style", "link", "base"})


class LastLayout:
    """The last whole layout of a page, from which changed pages are made.

    Args:
        base: the folder of relative addresses.
        fetcher: serves these addresses.

    Attributes:
        made: the pages that the last call laid out, from zero.
    """

    def __init__(self, base: Path, fetcher: Any) -> None:
        self._address, self._fetcher = f"{real_path(base).as_uri()}/", fetcher
        self._fonts = FontConfiguration()
        self._last: Laid | None = None
        self._counts = False
        self.made = range(0)

    def render(self, page: str) -> Document:
        """The laid out document of a page of HTML."""
        html = self._html(page)
        boxes = self._changed(html)
        if boxes is None:
            self._last = lay_out_part(html, self._fonts, Before())
            self._counts = counts(self._last.root)
            boxes = self._last.pages
            self.made = range(len(boxes))
        metadata = DocumentMetadata(**get_html_metadata(html))
        pages = [Page(box) for box in boxes]
        return Document(pages, metadata, self._fetcher, self._fonts, {}, None)

    def _html(self, page: str) -> HTML:
        return HTML(string=page, base_url=self._address, url_fetcher=self._fetcher)

    def _changed(self, html: HTML) -> list[Any] | None:
        """The pages, of which those that a change reaches are new; None if that cannot be."""
        if self._last is None or self._counts:
            return None
        old, new = self._last.html.etree_element, html.etree_element
        if _looks(old) != _looks(new):
            return None
        change = difference(old[1], new[1], (1,))  # the body; the head may have another date
        if change is None:
            self.made = range(0)
            return self._last.pages
        first = first_page(self._last, change)
        if first is None:
            return None
        window = LayoutWindow(self._last, change, first)
        return self._made_again(window, html) if window.is_small else None

    def _made_again(self, window: LayoutWindow, html: HTML) -> list[Any] | None:
        assert self._last is not None
        page = self._html(window.page(html.etree_element))
        try:
            part = lay_out_part(page, self._fonts, window.before(), window.ends_at)
        except Exception:  # noqa: BLE001 - whatever it is, the whole layout meets it, or does not
            return None
        rest = window.rest(part.states[-1])
        if rest is None:
            return None
        self.made = range(window.first, window.first + len(part.pages))
        return [*self._last.pages[: window.first], *part.pages, *rest]


def _looks(page: Any) -> list[Any]:
    """What decides how a page looks besides its body: its language and its styles."""
    styles = [(part.tag, part.attrib, part.text) for part in page[0] if part.tag in _STYLES]
    return [page.attrib, *styles]
