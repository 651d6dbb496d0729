"""Reads the HTML page of an edition for the texts that its PDF must contain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import html

# The classes of what is on the screen but not on paper, or elsewhere on paper, such as the heads of
# columns.
_FOR_SCREEN = (
    *("permalink", "jump-list", "state", "switch"),
    *("footnote-ref", "footnote-back", "repeated"),
    "numeral",  # in a column of its own on paper
)
_TEXTS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a page, and the name of its place."""

    place: str
    text: str


class PageTexts:
    """The texts, document symbols and locators of an HTML page."""

    def __init__(self, path: Path) -> None:
        self._main = html.parse(str(path)).getroot().find(".//main")
        for name in _FOR_SCREEN:
            for element in _of_class(self._main, name):
                element.drop_tree()
        for element in self._main.xpath(".//thead | .//section[@id='notes']/h2"):
            element.drop_tree()

    @cached_property
    def symbols(self) -> Counter[str]:
        """The document symbols, counted."""
        return self._marked("symbol")

    @cached_property
    def locators(self) -> Counter[str]:
        """The places in the compendium, counted."""
        return self._marked("locator")

    def passages(self) -> Iterator[Passage]:
        """Every text: units, notes, headings, cells."""
        for element in self._main.iter(*_TEXTS):
            if element.tag == "li" and element.xpath("./p|./div|./ul|./ol"):
                continue
            if text := " ".join(element.text_content().split()):
                yield Passage(_place(element), text)

    def _marked(self, name: str) -> Counter[str]:
        inline = (mark for mark in _of_class(self._main, name) if mark.tag in ("a", "span"))
        return Counter(mark.text_content() for mark in inline)


def _of_class(element: Any, name: str) -> list[Any]:
    elements: list[Any] = element.xpath(f'.//*[contains(concat(" ", @class, " "), " {name} ")]')
    return elements


def _place(element: Any) -> str:
    """The id of an element, or of the nearest element around it."""
    while element is not None and not element.get("id"):
        element = element.getparent()
    return "" if element is None else str(element.get("id"))
