"""Lays out Chinese lines as a compositor does: marks closed up, lines flush at both edges.

WeasyPrint justifies at spaces, which Chinese does not have, and gives every mark a full square.
Within `han_lines`, its layout of Chinese texts is replaced at two places: adjacent marks share a
square (the font's half widths, feature `halt`), and the missing width of a line is spread between
its letters. See "Requirements for Chinese Text Layout" (W3C), 3.1.6 and 3.2.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from weasyprint.formatting_structure.boxes import InlineBox, LineBox, TextBox
from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.ffi import TO_UNITS, ffi, pango

from compendium.rendering.patches.replacing import patch, replaced

LAYOUT = patch(
    line_break,
    "Layout",
    "style justification_spacing max_width",
    "it gives every Chinese mark a full square",
)
JUSTIFICATION = patch(
    inline,
    "justify_line",
    "context line extra_width",
    "it justifies at spaces, which Chinese does not have",
)

CLOSING = frozenset("，。、；：！？）》〉」』】〕”’")
OPENING = frozenset("（《〈「『【〔“‘")
_WIDE = {"W", "F"}
# The most space between letters, as a share of the type size. A line that would need more, because
# something long begins the next line, stays short.
LOOSEST = 0.1


class HanLayout(line_break.Layout):  # type: ignore[misc] # WeasyPrint has no types
    """The layout of a text by Pango, with half squares and space between letters in Chinese."""

    spacing = 0.0
    opens_line = closes_line = False

    def set_text(self, text: str, justify: bool = False) -> None:  # noqa: FBT001, FBT002 - as WeasyPrint calls it
        """Lay out a text."""
        super().set_text(text, justify)
        if not is_chinese(self.style):
            return
        ends = _byte_ends(self.text)
        # A new list: those of WeasyPrint share entries, which a change would free.
        attributes = ffi.gc(pango.pango_attr_list_new(), pango.pango_attr_list_unref)
        for place in self._halves():
            half = pango.pango_attr_font_features_new(b"halt")
            _insert(attributes, half, ends[place], ends[place + 1])
        if self.spacing:
            for start, stop in _han_runs(self.text):
                apart = pango.pango_attr_letter_spacing_new(int(self.spacing * TO_UNITS))
                _insert(attributes, apart, ends[start], ends[stop])
        pango.pango_layout_set_attributes(self.layout, attributes)

    def _halves(self) -> Iterator[int]:
        """The places of the marks that get half a square."""
        last = len(self.text) - 1
        for place, letter in enumerate(self.text):
            before = self.text[place - 1] if place else ""
            after = self.text[place + 1] if place < last else ""
            meets = after in CLOSING | OPENING if after else self.closes_line
            opens = before in OPENING if before else self.opens_line
            if (letter in CLOSING and meets) or (letter in OPENING and opens):
                yield place


@contextmanager
def han_lines() -> Iterator[None]:
    """Lay out Chinese text by its own rules within this context."""
    with replaced(LAYOUT, lambda _: HanLayout), replaced(JUSTIFICATION, _justifying):
        yield


def _justifying(original: Callable[..., None]) -> Callable[..., None]:
    def justify(context: Any, line: Any, missing_width: float) -> None:
        if not _justify(line, missing_width):
            original(context, line, missing_width)

    return justify


def is_chinese(style: Any) -> bool:
    """Whether a style is for Chinese text."""
    return (style["lang"] or "").partition("-")[0] == "zh"


def _justify(line: Any, missing_width: float) -> bool:
    """Spread the missing width of a line between its letters, if it is Chinese."""
    if not is_chinese(line.style):
        return False
    texts = [box for box in line.descendants() if isinstance(box, TextBox) and box.text.strip()]
    if not texts:
        return False
    edges = {"opens_line": texts[0], "closes_line": texts[-1]}
    flags = {box: {edge for edge, edge_box in edges.items() if edge_box is box} for box in texts}
    tight = {box: _width(box, flags[box], 0.0) for box in texts}
    # With a spacing of one unit, a text grows by the number of its gaps.
    gaps = sum(_width(box, flags[box], 1.0) - tight[box] for box in texts)
    # Marks at the edges of the line give up half a square, which has to be filled, too.
    missing_width += sum(box.width - tight[box] for box in texts)
    spacing = missing_width / gaps if gaps > 0 else 0.0
    if spacing > LOOSEST * line.style["font_size"]:
        return True
    _spread(line, flags, spacing, 0.0)
    return True


def _laid_out(box: Any, flags: set[str], spacing: float) -> HanLayout:
    layout = HanLayout(box.style)
    layout.spacing = spacing
    for edge in flags:
        setattr(layout, edge, True)
    layout.set_text(box.text)
    return layout


def _width(box: Any, flags: set[str], spacing: float) -> float:
    layout = _laid_out(box, flags, spacing)
    line, _ = layout.get_first_line()  # valid while its layout exists
    width, _ = line_break.line_size(line, box.style)
    return float(width)


def _spread(box: Any, flags: dict[Any, set[str]], spacing: float, shift: float) -> float:
    """Space out the texts of a box, shift what follows, and return the total shift."""
    if isinstance(box, TextBox):
        box.position_x += shift
        if box in flags:
            width = _width(box, flags[box], spacing)
            box.pango_layout = _laid_out(box, flags[box], spacing)
            box.pango_layout.deactivate()
            shift += width - box.width
            box.width = width
    elif isinstance(box, LineBox | InlineBox):
        shift_before = shift
        box.position_x += shift
        for child in box.children:
            if child.is_in_normal_flow():
                shift = _spread(child, flags, spacing, shift)
        box.width += shift - shift_before
    else:
        box.translate(shift, 0)
    return shift


def _han_runs(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of letters that are a square wide, each from a place to a place."""
    start = None
    for place, letter in enumerate(f"{text} "):
        wide = unicodedata.east_asian_width(letter) in _WIDE or letter in CLOSING | OPENING
        if wide and start is None:
            start = place
        elif not wide and start is not None:
            yield start, place
            start = None


def _byte_ends(text: str) -> list[int]:
    """The byte at which each letter begins in UTF-8, and the end of the last."""
    ends = [0]
    for letter in text:
        ends.append(ends[-1] + len(letter.encode()))
    return ends


def _insert(attributes: Any, attribute: Any, start: int, end: int) -> None:
    attribute.start_index, attribute.end_index = start, end
    pango.pango_attr_list_insert(attributes, attribute)
