"""The boxes of a page that WeasyPrint laid out, which it keeps to itself."""

from __future__ import annotations

from typing import Any

from weasyprint import Page


def page_box(page: Page) -> Any:
    """The box of a laid out page, with those of its text and its notes below it."""
    return page._page_box  # noqa: SLF001 - what was laid out is told nowhere else
