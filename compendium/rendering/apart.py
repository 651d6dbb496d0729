"""Separates symbols and locators in right-to-left lines, so that programs extract them correctly.

PDFium, the reader in Chromium and Edge, reverses a line of Arabic piece by piece, and takes letters
and numbers of a document symbol for pieces: CTOC/COP/2009/2 becomes /2009/2COP/CTOC. It does not do
so if a line contains nothing else. So a space is drawn before and after such a text, without a
shape, above the upper edge of the page, and hidden from screen readers: for PDFium, that is another
line. Programs that use positions on the page see no difference.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import pydyf

from compendium.rendering.structure_tree import StructureTree

_NAME = "apart"
_SIZE = 10  # of the space, in the units of the page
# Above the page, each a little higher than the last: programs drop text that seems drawn twice.
_ABOVE, _STEP, _STEPS = 100, 20, 7
_NAMES = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <00> <ff> endcodespacerange
1 beginbfchar <20> <0020> endbfchar
endcmap CMapName currentdict /CMap defineresource pop end end"""


def set_apart(pdf: Any, tree: StructureTree, marks: Collection[tuple[int, int]]) -> None:
    """Separate marked contents, each given by its page (from zero) and its number."""
    if not marks:
        return
    _add_font(pdf, tree)
    by_page: dict[int, set[int]] = {}
    for page, mark in marks:
        by_page.setdefault(page, set()).add(mark)
    for page, numbers in by_page.items():
        _set_apart(tree.content(page), numbers)


def _set_apart(content: list[Any], numbers: set[int]) -> None:
    """Insert a space before and after each of the marked contents of a page."""
    operations = list(content)
    content.clear()
    inside, count = False, 0
    for operation in operations:
        if isinstance(operation, pydyf.Dictionary) and operation.get("MCID") in numbers:
            # the order is space, role, dictionary
            content.insert(len(content) - 1, _space(count))
            inside, count = True, count + 1
        content.append(operation)
        if inside and operation == b"EMC":
            content.append(_space(count))
            inside, count = False, count + 1


def _space(count: int) -> bytes:
    height = -_ABOVE - _STEP * (count % _STEPS)
    return f"/Artifact BMC q BT /{_NAME} {_SIZE} Tf 1 0 0 -1 0 {height} Tm ( ) Tj ET Q EMC".encode()


def _add_font(pdf: Any, tree: StructureTree) -> None:
    """Add a font with one glyph, a space that has height and draws nothing."""
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
