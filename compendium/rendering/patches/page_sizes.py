"""Refuses pages of impossible size, whatever a style sheet says.

On a page without room, WeasyPrint sets one line on each page; on a very wide page, it fills the
lines with leaders. Both take minutes or all memory.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

from weasyprint.layout import page as pages

from compendium.errors import InputError
from compendium.rendering.patches.replacing import patch, replaced

HEIGHT = patch(
    pages,
    "page_height",
    "box context containing_block_height",
    "it lays out pages of any size",
)
_PIXEL = 25.4 / 96  # in millimetres
_LEAST, _MOST = 20, 2000  # millimetres: for the room for lines, and for the whole page


def possible_pages() -> AbstractContextManager[None]:
    """Refuse pages of impossible size within this context.

    Such a page raises an InputError.
    """
    return replaced(HEIGHT, _checked)


def _checked(original: Callable[..., None]) -> Callable[..., None]:
    def page_height(box: Any, context: Any, containing_block_height: float) -> None:
        original(box, context, containing_block_height)
        room = [round(side * _PIXEL) for side in (box.width, box.height)]
        whole = [round(side * _PIXEL) for side in (box.margin_width(), box.margin_height())]
        if min(room) < _LEAST or max(whole) > _MOST:
            raise InputError(
                f"a page of {whole[0]} by {whole[1]} mm with room for {room[0]} by {room[1]} mm",
                remedy="correct `size` and `margin` of @page in the style sheet",
            )

    return page_height
