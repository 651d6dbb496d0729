"""How much an SVG picture draws, with what it draws again by reference.

A `use` shows another element, an attribute such as `mask="url(#a)"` draws with one, and a marker is
drawn at every point of a line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from lxml import etree

from compendium.untrusted.xml_markup import name_of

_ENDLESS = float("inf")
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_WITH = re.compile(r"(marker[\w-]*\s*:\s*)?url\(\s*['\"]?#([^'\")]*)")
_NUMBER = re.compile(r"[0-9.]+")


def drawn_elements(root: etree._Element) -> float:
    """The number of elements that are drawn, each as often as another one refers to it.

    Infinite where an element would draw itself, or one draws the next without end.

    >>> picture = '<svg><g id="a"><path/><path/></g><use href="#a"/></svg>'
    >>> drawn_elements(etree.fromstring(picture))
    8
    """
    named = {str(name): element for element in root.iter() if (name := element.get("id"))}
    try:
        return _Count(named).of(root)
    except RecursionError:
        return _ENDLESS


class _Count:
    """Counts each element once, however often it is referred to."""

    def __init__(self, named: Mapping[str, etree._Element]) -> None:
        self._named = named
        self._known: dict[etree._Element, float] = {}

    def of(self, element: etree._Element) -> float:
        if element not in self._known:
            self._known[element] = _ENDLESS  # for what refers to it from within
            drawn = 1 + sum(self.of(one) for one in element)
            for name, times in _references(element):
                if name in self._named:
                    drawn += times * self.of(self._named[name])
            self._known[element] = drawn
        return self._known[element]


def _references(element: etree._Element) -> Iterator[tuple[str, int]]:
    """What an element draws with, by name, and how often at most."""
    if name_of(element) == "use":
        for href in _HREFS:
            if target := element.get(href):
                yield str(target).removeprefix("#"), 1
    for key, value in element.attrib.items():
        for found in _WITH.finditer(str(value)):
            marks = found[1] or str(key).startswith("marker")
            yield found[2], _points(element) if marks else 1


def _points(element: etree._Element) -> int:
    """How many points the lines below an element have at most."""
    lines = (str(one.get(name, "")) for one in element.iter() for name in ("d", "points"))
    return sum(1 + len(_NUMBER.findall(line)) for line in lines)
