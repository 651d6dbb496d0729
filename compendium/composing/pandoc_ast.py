"""Pandoc's document model, as far as editions need it.

Each function returns one element in the form of Pandoc's JSON (pandoc-types 1.23,
https://hackage.haskell.org/package/pandoc-types/docs/Text-Pandoc-Definition.html).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

Element: TypeAlias = dict[str, Any]
Inlines: TypeAlias = list[Element]
Blocks: TypeAlias = list[Element]

API_VERSION = [1, 23, 1]


def attributes(identifier: str = "", classes: Sequence[str] = (), **pairs: str) -> list[Any]:
    """Identifier, classes and key-value pairs; an underscore in a key stands for a hyphen."""
    return [
        identifier,
        list(classes),
        [[key.rstrip("_").replace("_", "-"), value] for key, value in pairs.items()],
    ]


def string(text: str) -> Element:
    """A run of plain text."""
    return {"t": "Str", "c": text}


def space() -> Element:
    """A space between words."""
    return {"t": "Space"}


def emphasis(inlines: Inlines) -> Element:
    """Emphasized text."""
    return {"t": "Emph", "c": inlines}


def span(inlines: Inlines, attribute: list[Any]) -> Element:
    """A stretch of text with attributes."""
    return {"t": "Span", "c": [attribute, inlines]}


def link(inlines: Inlines, target: str, attribute: list[Any]) -> Element:
    """A link."""
    return {"t": "Link", "c": [attribute, inlines, [target, ""]]}


def note(blocks: Blocks) -> Element:
    """A footnote at its place in the text."""
    return {"t": "Note", "c": blocks}


def plain(inlines: Inlines) -> Element:
    """Text without a paragraph of its own."""
    return {"t": "Plain", "c": inlines}


def para(inlines: Inlines) -> Element:
    """A paragraph."""
    return {"t": "Para", "c": inlines}


def header(level: int, inlines: Inlines, attribute: list[Any]) -> Element:
    """A heading; the levels count from one."""
    return {"t": "Header", "c": [level, attribute, inlines]}


def div(blocks: Blocks, attribute: list[Any]) -> Element:
    """A division with attributes."""
    return {"t": "Div", "c": [attribute, blocks]}


def ordered_list(items: Sequence[Blocks]) -> Element:
    """An ordered list; its marks are in the text, so the style hides those of the list."""
    return {
        "t": "OrderedList",
        "c": [[1, {"t": "DefaultStyle"}, {"t": "DefaultDelim"}], list(items)],
    }


def bullet_list(items: Sequence[Blocks]) -> Element:
    """A list without order."""
    return {"t": "BulletList", "c": list(items)}


def cell(inlines: Inlines, attribute: list[Any]) -> list[Any]:
    """A cell of a table, without a span."""
    blocks = [plain(inlines)] if inlines else []
    return [attribute, {"t": "AlignDefault"}, 1, 1, blocks]


def row(cells: Sequence[list[Any]], attribute: list[Any]) -> list[Any]:
    """A row of a table."""
    return [attribute, list(cells)]


def table(head: list[Any], rows: Sequence[list[Any]], attribute: list[Any]) -> Element:
    """A regular table: one row of column headings, and a heading cell at the start of each row."""
    columns = len(head[1])
    no_attributes = attributes()
    return {
        "t": "Table",
        "c": [
            attribute,
            [None, []],
            [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * columns,
            [no_attributes, [head]],
            [[no_attributes, 1, [], list(rows)]],
            [no_attributes, []],
        ],
    }


def meta_inlines(inlines: Inlines) -> Element:
    """A value of the metadata with inline text."""
    return {"t": "MetaInlines", "c": inlines}


def meta_string(text: str) -> Element:
    """A plain value of the metadata."""
    return {"t": "MetaString", "c": text}


def meta_list(values: Sequence[Element]) -> Element:
    """A list in the metadata."""
    return {"t": "MetaList", "c": list(values)}


def meta_map(values: Mapping[str, Element]) -> Element:
    """A map in the metadata."""
    return {"t": "MetaMap", "c": dict(values)}


def document(meta: Mapping[str, Element], blocks: Blocks) -> Element:
    """A whole document."""
    return {"pandoc-api-version": API_VERSION, "meta": dict(meta), "blocks": blocks}
