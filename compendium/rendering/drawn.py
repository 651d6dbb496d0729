"""How much an SVG picture draws, with what it draws again by reference."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from compendium.untrusted.markup import name_of

_ENDLESS = float("inf")
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")


def drawn_elements(root: etree._Element) -> float:
    """The number of elements that are drawn, each as often as a `use` shows it.

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
            shown = list(element)
            if name_of(element) == "use":
                shown += [self._named[name] for name in _targets(element) if name in self._named]
            self._known[element] = 1 + sum(self.of(one) for one in shown)
        return self._known[element]


def _targets(element: etree._Element) -> list[str]:
    return [str(element.get(href)).removeprefix("#") for href in _HREFS if element.get(href)]
