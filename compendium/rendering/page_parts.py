"""Cuts a document into parts that Pandoc writes one by one, and a frame that holds their places.

Pandoc needs several hundred times the size of a document in memory, so it gets parts of a limited
size. The frame contains the headings, with the divisions around them: of these, Pandoc makes
sections, contents and page. A run of blocks between headings becomes HTML by itself: it is the same
whatever stands before it, and its place in the frame is a comment.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

Element = dict[str, Any]
Blocks = list[Element]
# Of the JSON of a part, in characters. Larger parts need more memory, smaller ones more calls.
PART_SIZE = 100_000
_HEADING = '"t": "Header"'


@dataclass(frozen=True, slots=True)
class _Piece:
    """Blocks of a run that follow each other, as JSON; a long run has several pieces."""

    run: int
    blocks: list[str]


class PageParts:
    """A document that is cut into parts, and the page that is made of what becomes of them."""

    def __init__(self, blocks: Blocks) -> None:
        """Cut a document; one that is no larger than a part is left whole."""
        texts = [json.dumps(block) for block in blocks]
        self._name = _name_for(texts)
        self._runs: list[str] = []
        self._parts: list[list[_Piece]] = []
        self._left = 0
        self._frame = blocks
        if sum(map(len, texts)) > PART_SIZE:
            self._frame = self._framed(blocks, texts)

    @property
    def parts(self) -> Iterator[str]:
        """The blocks of each part, as JSON, which depends on nothing outside the part."""
        for pieces in self._parts:
            mark = json.dumps(_comment(_name_of(pieces)))
            blocks = (block for piece in pieces for block in (mark, *piece.blocks))
            yield f"[{', '.join((*blocks, mark))}]"

    def take(self, pages: Iterable[str]) -> None:
        """Take the HTML of every part, in order.

        Raises:
            ValueError: if the HTML of a part lacks a piece.
        """
        for pieces, page in zip(self._parts, pages, strict=True):
            _, *texts, _ = page.split(f"<!--{_name_of(pieces)}-->")
            for piece, text in zip(pieces, texts, strict=True):
                between = text.removeprefix("\n").removesuffix("\n")
                self._runs[piece.run] = "\n".join(filter(None, (self._runs[piece.run], between)))

    def frame(self) -> Blocks:
        """The blocks of the frame; a run that became nothing has no place in it."""
        places = enumerate(self._runs)
        empty = {f"<!--{self._name}-{place}-->" for place, run in places if not run}
        return _without(self._frame, empty)

    def page(self, frame: str) -> str:
        """The whole page, of the HTML of the frame.

        Raises:
            ValueError: if the frame does not hold the place of each run once.
        """
        first, *texts = re.split(rf"<!--{self._name}-([0-9]+)-->", frame)
        places = [int(number) for number in texts[::2]]
        if sorted(places) != [place for place, run in enumerate(self._runs) if run]:
            raise ValueError(frame)
        inserted = (
            self._runs[place] + after for place, after in zip(places, texts[1::2], strict=True)
        )
        return first + "".join(inserted)

    def _framed(self, blocks: Blocks, texts: Iterable[str]) -> Blocks:
        """The frame of some blocks; what contains no heading is added to the parts."""
        frame: Blocks = []
        is_open = False
        for block, text in zip(blocks, texts, strict=True):
            if _HEADING not in text:
                if not is_open:
                    frame.append(_comment(f"{self._name}-{len(self._runs)}"))
                    self._runs.append("")
                self._add(text, goes_on=is_open)
            elif block["t"] == "Div":
                attributes, inner = block["c"]
                framed = self._framed(inner, map(json.dumps, inner))
                frame.append({"t": "Div", "c": [attributes, framed]})
            else:
                frame.append(block)
            is_open = _HEADING not in text
        return frame

    def _add(self, text: str, *, goes_on: bool) -> None:
        """Add a block to the last part, or begin a new one if it has no room."""
        if len(text) > self._left:
            self._parts.append([])
            self._left = PART_SIZE
            goes_on = False
        if not goes_on:
            self._parts[-1].append(_Piece(len(self._runs) - 1, []))
        self._parts[-1][-1].blocks.append(text)
        self._left -= len(text)


def _name_for(texts: Iterable[str]) -> str:
    """A name that some texts cannot contain, since it depends on them as a whole."""
    digest = hashlib.sha256("\n".join(texts).encode()).hexdigest()
    return f"part-{digest[:32]}"


def _name_of(pieces: Iterable[_Piece]) -> str:
    """The name that marks the pieces of a part."""
    return _name_for(block for piece in pieces for block in piece.blocks)


def _without(blocks: Blocks, comments: Collection[str]) -> Blocks:
    """Some blocks without these comments."""
    kept = []
    for block in blocks:
        if block["t"] == "Div":
            attributes, inner = block["c"]
            kept.append({"t": "Div", "c": [attributes, _without(inner, comments)]})
        elif block["t"] != "RawBlock" or block["c"][1] not in comments:
            kept.append(block)
    return kept


def _comment(name: str) -> Element:
    return {"t": "RawBlock", "c": ["html", f"<!--{name}-->"]}
