"""Counts the elements that an SVG picture draws, including those drawn by reference.

A `use` draws another element, an attribute such as `mask="url(#a)"` draws with one, and a marker
is drawn at every point of a line.
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
    """The number of elements drawn; each counts as often as others refer to it.

    The number is infinite if an element draws itself, or the references have no end.

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
    """Counts elements, and remembers the count of each."""

    def __init__(self, named: Mapping[str, etree._Element]) -> None:
        self._named = named
        self._known: dict[etree._Element, float] = {}

    def of(self, element: etree._Element) -> float:
        if element not in self._known:
            self._known[element] = _ENDLESS  # in case an element inside refers to it
            drawn = 1 + sum(self.of(child) for child in element)
            for name, times in _references(element):
                if name in self._named:
                    drawn += times * self.of(self._named[name])
            self._known[element] = drawn
        return self._known[element]


def _references(element: etree._Element) -> Iterator[tuple[str, int]]:
    """The names of the elements that an element draws with, and how often at most."""
    if name_of(element) == "use":
        for href in _HREFS:
            if target := element.get(href):
                yield str(target).removeprefix("#"), 1
    for key, value in element.attrib.items():
        for match in _WITH.finditer(str(value)):
            marks = match[1] or str(key).startswith("marker")
            yield match[2], _points(element) if marks else 1


def _points(element: etree._Element) -> int:
    """The maximal number of points of the lines below an element."""
    lines = (str(part.get(name, "")) for part in element.iter() for name in ("d", "points"))
    return sum(1 + len(_NUMBER.findall(line)) for line in lines)
