"""Notes on the page of their calls: the layout may not put them off to keep lines together.

Where a paragraph can be divided only if the page were a little longer, WeasyPrint moves the last
notes of that page on to the next and so makes room for its lines. Here it moves the paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.layout import block


class _WithoutNotesToMove:
    """The state of a layout, in which no note is seen that could be moved for a line's sake."""

    current_page_footnotes = ()

    def __init__(self, context: Any) -> None:
        object.__setattr__(self, "context", context)

    def __getattr__(self, name: str) -> Any:
        return getattr(object.__getattribute__(self, "context"), name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self.context, name, value)


@contextmanager
def kept_notes() -> Iterator[None]:
    """Keep each note on the page of its call while this lasts."""
    own = block._linebox_layout  # noqa: SLF001 - the only place where notes are put off for lines

    def lay_out_lines(context: Any, *others: Any) -> Any:
        if not isinstance(context, _WithoutNotesToMove):
            context = _WithoutNotesToMove(context)
        return own(context, *others)

    block._linebox_layout = lay_out_lines  # noqa: SLF001
    try:
        yield
    finally:
        block._linebox_layout = own  # noqa: SLF001
