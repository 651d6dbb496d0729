"""Content that a Word file shows within its text without words: pictures, fields."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from compendium.documents.objects import OBJECT
from compendium.documents.word_changes import remove
from compendium.documents.word_styles import WORD

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PICTURES = tuple(f"{WORD}{name}" for name in ("drawing", "pict", "object", "contentPart"))
# Fields that Word shows, but whose result is not among the words of the file.
_DRAWN = re.compile(r"\s*(?:EQ|SYMBOL|AUTONUM(?:LGL|OUT)?|LISTNUM)\b", re.IGNORECASE)


# Characters of the font Symbol by their places in it.
_SYMBOL = {"B0": "°", "2D": "−", "B1": "±", "B4": "×", "A3": "≤", "B3": "≥", "6D": "μ"}  # noqa: RUF001


def mark_objects(root: etree._Element) -> Iterator[str]:
    """Put a placeholder where an object is in a paragraph; formulas are removed.

    Known characters of the font Symbol become text, and are yielded.
    """
    for sign in list(root.iter(f"{WORD}sym")):
        char = sign.get(f"{WORD}char", "").upper().removeprefix("F0")
        if sign.get(f"{WORD}font", "").casefold() == "symbol" and char in _SYMBOL:
            sign.tag, sign.text = f"{WORD}t", _SYMBOL[char]
            yield sign.text
    for element in list(_objects(root)):
        if any(above.tag == _FALLBACK for above in element.iterancestors()):
            continue
        holder = next(element.iterancestors(f"{WORD}p"), None)
        if holder is None:
            continue
        run = etree.Element(f"{WORD}r")
        etree.SubElement(run, f"{WORD}t").text = OBJECT
        chain = (element, *element.iterancestors())
        at = next(above for above in chain if above.getparent() is holder)
        holder.insert(holder.index(at), run)
        if element.tag in {_MATH, f"{WORD}sym"}:
            remove(element)


def _objects(root: etree._Element) -> Iterator[etree._Element]:
    yield from root.iter(_MATH, f"{WORD}sym", *_PICTURES)
    for instruction in root.iter(f"{WORD}instrText"):
        if _DRAWN.match(instruction.text or ""):
            yield instruction
    for field in root.iter(f"{WORD}fldSimple"):
        if _DRAWN.match(field.get(f"{WORD}instr", "")):
            yield field
    for control in root.iter(f"{WORD}sdt"):  # a prompt is shown in place of the value
        if control.find(f"{WORD}sdtPr/{WORD}showingPlcHdr") is not None:
            yield control
    for field in root.iter(f"{WORD}ffData"):  # the chosen value is not text
        if field.find(f"{WORD}ddList") is not None or field.find(f"{WORD}checkBox") is not None:
            yield field
