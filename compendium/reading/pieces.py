"""A long YAML text read piece by piece: the head of a file, and each item of its last list.

A command reads a file of records again after it has added one; with its pieces kept by their
content only the new one is parsed. A text that cannot be cut for certain is read whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# The list that ends a file: its key at the margin, and nothing but items and comments below.
_LIST = re.compile(r"^(?P<key>[a-z]+):[ ]*\n(?P<items>(?P<indent>[ ]*)- (?s:.*))\Z", re.MULTILINE)
_OTHER_BREAKS = re.compile("[\r\x85\u2028\u2029\ufeff]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One item of the list that ends a file: its text, and how many lines stand before it."""

    text: str
    before: int


@dataclass(frozen=True, slots=True)
class Pieces:
    """The head of a file, with the key of the list that ends it but not its items; the items."""

    head: str
    key: str
    items: tuple[Piece, ...]


def cut(text: str) -> Pieces | None:
    r"""Cut a text at the items of the list that ends it; None where that cannot be told.

    >>> [piece.text for piece in cut("a: 1\nlist:\n  - b: 2\n  - b: 3\n").items]
    ['  - b: 2\n', '  - b: 3\n']
    """
    match = None if _OTHER_BREAKS.search(text) else _LIST.search(text)
    if match is None:
        return None
    indent = match["indent"]
    start = re.compile(rf"^{indent}(?=- )", re.MULTILINE)
    outside = re.compile(rf"^(?! {{{len(indent)}}} |{indent}- |[ ]*$|[ ]*#)", re.MULTILINE)
    if outside.search(match["items"]):
        return None
    places = [item.start() for item in start.finditer(match["items"])]
    ends = [*places[1:], len(match["items"])]
    texts = [match["items"][first:last] for first, last in zip(places, ends, strict=True)]
    head = text[: match.start("items")]
    return Pieces(head, match["key"], tuple(_placed(texts, head.count("\n"))))


def _placed(texts: list[str], before: int) -> Iterator[Piece]:
    for text in texts:
        yield Piece(text, before)
        before += text.count("\n")
