"""Paints each page once, and draws it again from what was painted.

The screen, the archive and the press show the same text; to paint it takes a quarter of the time
of writing. What a page paints into the tagged PDF is kept and used for the press, without the marks
of its structure.
"""

from __future__ import annotations

import re
from typing import Any

from weasyprint import Page

_BEGIN, _END = (b"BMC", b"BDC"), b"EMC"
# Operators that name things of one PDF: pictures and groups, patterns, shadings.
_OF_ONE_PDF = (b" Do", b" scn", b" SCN", b" sh")
_STATE = b" gs"
_FONT = re.compile(rb"/(\S+) \S+ Tf")


class PaintedPage(Page):  # type: ignore[misc] # WeasyPrint has no types
    """A laid out page that remembers what it painted.

    Attributes:
        fonts: the names of the fonts that are used by what it remembers.
    """

    def __init__(self, page: Page) -> None:
        self.__dict__.update(page.__dict__)
        self._operators: list[Any] | None = None
        self._states: dict[str, Any] = {}
        self.fonts: set[str] = set()

    def paint(self, stream: Any, scale: float = 1) -> None:
        """Paint the page; a second time, without tags, from memory."""
        states = stream._resources["ExtGState"]  # noqa: SLF001 - there is no public way to either
        if self._operators is not None and stream._tags is None:  # noqa: SLF001
            for name, state in self._states.items():
                states.setdefault(name, state)
            stream.stream += self._operators
            return
        start = len(stream.stream)
        super().paint(stream, scale)
        self._remember(stream.stream[start:], states)

    def _remember(self, operators: list[Any], states: Any) -> None:
        """Keep what was painted, unless it names things that only this PDF has."""
        named = [item for item in operators if isinstance(item, bytes)]
        used = {item[1 : -len(_STATE)].decode() for item in named if item.endswith(_STATE)}
        if any(item.endswith(_OF_ONE_PDF) for item in named) or not all(map(_is_alpha, used)):
            return
        self._operators = _unmarked(operators)
        self._states = {name: states[name] for name in used}
        self.fonts = {font[1].decode() for font in map(_FONT.fullmatch, named) if font}


def _is_alpha(state: str) -> bool:
    """Whether a state is a transparency by its value, such as `a0.32`; others have numbers."""
    return state[:1] in {"a", "A"}


def _unmarked(operators: list[Any]) -> list[Any]:
    """Operators without those that begin and end marked content, and their operands."""
    kept: list[Any] = []
    for item in operators:
        if item in _BEGIN:
            kept.pop()  # the role, or the properties after it
            if item == b"BDC":
                kept.pop()
        elif item != _END:
            kept.append(item)
    return kept
