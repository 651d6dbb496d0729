"""The numbers and letters that a browser shows before the items of a list in a web page."""

from __future__ import annotations

import re

from lxml import etree

from compendium.documents.bullets import BULLET
from compendium.documents.number_formats import form_of
from compendium.documents.web_styles import BESIDE
from compendium.errors import InputError
from compendium.model.bounds import PARAGRAPH
from compendium.model.list_letters import browser_letters

_STYLE = re.compile(r"list-style(?:-type)?\s*:[^;]*?([a-z][a-z-]+)", re.IGNORECASE)
_COUNTER = re.compile(r"""counters?\([\w-]+(?:,\s*["']\.?["'])?\)\s*(?:["'][.)\s]*["'])?""")
_NUMBER = re.compile(r"\s*(-?\d{1,9})")
# By attribute and by style: the format, and the form of a mark in documents.
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman"}
_TYPES |= {"I": "upper-roman"}
_FORMS = {
    "lower-alpha": ("lowerLetter", "({})"),
    "lower-latin": ("lowerLetter", "({})"),
    "lower-roman": ("lowerRoman", "({})"),
    "upper-alpha": ("upperLetter", "{}."),
    "upper-latin": ("upperLetter", "{}."),
    "upper-roman": ("upperRoman", "{}."),
    "decimal-leading-zero": ("decimalZero", "{}."),
    "cjk-ideographic": ("chineseCounting", "{}、"),
    "simp-chinese-informal": ("chineseCounting", "{}、"),
}
_WITHOUT = frozenset({"none", "disc", "circle", "square"})


class ListMarks:
    """The marks before the items, requested in the order of the items."""

    def __init__(self) -> None:
        self._last: dict[etree._Element, int] = {}

    def mark(self, item: etree._Element, place: str) -> str:
        """The mark of an item; `place` is for messages; empty in a list without numbers.

        Raises:
            InputError: if no list of a document has such a number.
        """
        holder = item.getparent()
        style = _style_of(item) or ("" if holder is None else _style_of(holder))
        if holder is None or holder.tag != "ol":
            return "" if style == "none" else BULLET
        number = self._number(item, holder)
        if not 0 <= number <= PARAGRAPH:
            raise InputError(
                f"{place}: a list that has the number {number}",
                remedy=f"number its entries from 1 to at most {PARAGRAPH}, and try again",
            )
        style = style or _TYPES.get(holder.get("type", ""), "decimal")
        if style in _WITHOUT and not is_counted(item):
            return "" if style == "none" else BULLET
        name, around = _FORMS.get(style, ("decimal", "{}."))
        form = form_of(name)
        assert form is not None
        shown = browser_letters(number) if name.endswith("Letter") else form(number)
        return around.format(shown.upper() if name == "upperLetter" else shown)

    def _number(self, item: etree._Element, holder: etree._Element) -> int:
        step = -1 if "reversed" in holder.attrib else 1
        if holder in self._last:
            usual = self._last[holder] + step
        else:
            first = len(holder.findall("li")) if step < 0 else 1
            usual = _number_of(holder.get("start"), first)
        self._last[holder] = _number_of(item.get("value"), usual)
        return self._last[holder]


def is_counted(item: etree._Element) -> bool:
    """Whether a rule of the page sets the number before an item, as counted by its list."""
    return item.tag == "li" and bool(_COUNTER.fullmatch(item.get(BESIDE, "")))


def _style_of(element: etree._Element) -> str:
    match = _STYLE.search(element.get("style", ""))
    return match[1].lower() if match else ""


def _number_of(written: str | None, otherwise: int) -> int:
    match = _NUMBER.match(written or "")
    return int(match[1]) if match else otherwise
