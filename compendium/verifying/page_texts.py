"""What a finished PDF has to hold, from the HTML page of the same edition."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import html

# What stands on a screen and not on paper, by its class; the heads of the columns and the labels of
# parts stand elsewhere there.
_FOR_SCREEN = (
    *("permalink", "jump-list", "state", "switch"),
    *("footnote-ref", "footnote-back", "repeated"),
    "numeral",  # on paper in a column of its own
)
_TEXTS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th")


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a page, and the name of the place it stands at."""

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
        inline = (one for one in _of_class(self._main, name) if one.tag in ("a", "span"))
        return Counter(one.text_content() for one in inline)


def _of_class(element: Any, name: str) -> list[Any]:
    found: list[Any] = element.xpath(f'.//*[contains(concat(" ", @class, " "), " {name} ")]')
    return found


def _place(element: Any) -> str:
    """The name nearest to an element, at it or around it."""
    while element is not None and not element.get("id"):
        element = element.getparent()
    return "" if element is None else str(element.get("id"))
