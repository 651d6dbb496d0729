"""Gives access to the boxes of a laid out page, which WeasyPrint keeps private."""

from __future__ import annotations

from typing import Any

from weasyprint import Page


def page_box(page: Page) -> Any:
    """The box of a laid out page, with the boxes of its text and notes below it."""
    return page._page_box  # noqa: SLF001 - there is no public way to it
