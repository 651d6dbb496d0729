"""The finished page of HTML as its markup has it, without a browser."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from xml.etree.ElementTree import Element

import tinyhtml5

# What only helps to find a place: it belongs to no text.
NOT_TEXT = ("permalink", "footnote-back", "footnote-ref", "switch")


class WebPage:
    """A page of HTML."""

    def __init__(self, path: Path) -> None:
        self.source = path.read_text(encoding="utf-8")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.root: Element = tinyhtml5.parse(self.source, namespace_html_elements=False)

    @cached_property
    def by_id(self) -> dict[str, Element]:
        """Every element that has an id; of doubles the last."""
        return {element.attrib["id"]: element for element in self.all() if "id" in element.attrib}

    def all(self, tag: str | None = None) -> list[Element]:
        """Every element, or every one with that tag, in order."""
        return [
            element
            for element in self.root.iter(tag)
            if isinstance(element.tag, str)  # comments have none
        ]

    def links(self) -> list[tuple[Element, str]]:
        """Every link with its target."""
        return [(link, link.attrib["href"]) for link in self.all("a") if "href" in link.attrib]


def text_of(element: Element) -> str:
    """The text of an element, the call of a note written `[^7]`, permalinks left out."""
    return "".join(_texts(element))


def _texts(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        classes = classes_of(child)
        if "footnote-ref" in classes:
            yield f"[^{''.join(child.itertext())}]"
        elif not classes & set(NOT_TEXT):
            yield from _texts(child)
        yield child.tail or ""


def classes_of(element: Element) -> set[str]:
    """The classes of an element."""
    return set(element.attrib.get("class", "").split())
