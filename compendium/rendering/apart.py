"""Symbols and locators in lines from right to left, set apart for programs that turn lines round.

PDFium, which Chromium and Edge read with, turns a line of Arabic round piece by piece, and takes
letters and numbers of a document symbol for pieces: of CTOC/COP/2009/2 it makes /2009/2COP/CTOC.
It does not do so where a line holds nothing else. So before and behind such a text stands a space,
drawn without a shape above the upper edge of the page, an ornament for those who listen: to PDFium
that is another line. Programs that go by places on the page see no difference.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pydyf

from compendium.rendering.structure_tree import StructureTree

_NAME = "apart"
_SIZE = 10  # of the space, in the units of the page
# Above the page, each a little higher than the last: what seems drawn twice is taken once.
_ABOVE, _STEP, _STEPS = 100, 20, 7
_NAMES = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
1 beginbfchar <20> <0020> endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end"""


def set_apart(pdf: Any, tree: StructureTree, marks: Collection[tuple[int, int]]) -> None:
    """Set marked contents apart, each given by its page (from zero) and its number."""
    if not marks:
        return
    _add_font(pdf, tree)
    by_page: dict[int, set[int]] = {}
    for page, mark in marks:
        by_page.setdefault(page, set()).add(mark)
    for page, numbers in by_page.items():
        _set_apart(tree.content(page), numbers)


def _set_apart(content: list[Any], numbers: set[int]) -> None:
    """Put a space before and behind each of the marked contents of a page."""
    found = list(content)
    content.clear()
    inside, count = False, 0
    for item in found:
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") in numbers:
            # the role stands before the dictionary, the space before the role
            content.insert(len(content) - 1, _space(count))
            inside, count = True, count + 1
        content.append(item)
        if inside and item == b"EMC":
            content.append(_space(count))
            inside, count = False, count + 1


def _space(count: int) -> bytes:
    height = -_ABOVE - _STEP * (count % _STEPS)
    return f"/Artifact BMC q BT /{_NAME} {_SIZE} Tf 1 0 0 -1 0 {height} Tm ( ) Tj ET Q EMC".encode()


def _add_font(pdf: Any, tree: StructureTree) -> None:
    """A font with one glyph, a space that takes its place in height and draws nothing."""
    names = pydyf.Stream([_NAMES], compress=True)
    shape = pydyf.Stream([b"1000 0 0 0 1000 1000 d1"], compress=True)
    for stream in (names, shape):
        pdf.add_object(stream)
    font = pydyf.Dictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type3",
            "FontBBox": pydyf.Array([0, 0, 1000, 1000]),
            "FontMatrix": pydyf.Array([0.001, 0, 0, 0.001, 0, 0]),
            "CharProcs": pydyf.Dictionary({"space": shape.reference}),
            "Encoding": pydyf.Dictionary(
                {"Type": "/Encoding", "Differences": pydyf.Array([32, "/space"])}
            ),
            "FirstChar": 32,
            "LastChar": 32,
            "Widths": pydyf.Array([1000]),
            "Resources": pydyf.Dictionary(),
            "ToUnicode": names.reference,
        }
    )
    pdf.add_object(font)
    tree.fonts()[_NAME] = font.reference
