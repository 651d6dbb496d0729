"""Keeps notes on the page that refers to them: the layout may not move them to the next page.

If a paragraph could be divided on a slightly longer page, WeasyPrint moves the last notes of the
page to the next one to make room for its lines. With this patch it moves the paragraph.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from weasyprint.layout import block

from compendium.rendering.patches.replacing import patch, replaced

LINES = patch(
    block,
    "_linebox_layout",
    "context box index child new_children page_is_empty absolute_boxes fixed_boxes"
    " adjoining_margins bottom_space position_y skip_stack first_letter_style first_line_style"
    " draw_bottom_decoration max_lines",
    "it moves notes to the next page to keep lines together",
)


class _WithoutNotesToMove:
    """The state of a layout that shows no notes that could be moved to make room for a line."""

    current_page_footnotes = ()

    def __init__(self, context: Any) -> None:
        object.__setattr__(self, "context", context)

    def __getattr__(self, name: str) -> Any:
        return getattr(object.__getattribute__(self, "context"), name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self.context, name, value)


def kept_notes() -> AbstractContextManager[None]:
    """Keep each note on the page that refers to it, within this context."""
    return replaced(LINES, _without_moving)


def _without_moving(original: Callable[..., Any]) -> Callable[..., Any]:
    def lay_out_lines(context: Any, *others: Any) -> Any:
        if not isinstance(context, _WithoutNotesToMove):
            context = _WithoutNotesToMove(context)
        return original(context, *others)

    return lay_out_lines
