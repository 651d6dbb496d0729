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
import zlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

Element = dict[str, Any]
Blocks = list[Element]
# The largest and the usual size of a part, in characters of its JSON. Larger ones need more memory,
# and a change concerns more text; smaller ones need more calls.
PART_SIZE = 250_000
_USUAL_SIZE = 100_000
_HEADING = '"t": "Header"'


@dataclass(frozen=True, slots=True)
class _Piece:
    """Blocks of a run that follow each other, as JSON; a long run has several pieces."""

    run: int
    blocks: list[str]


@dataclass(frozen=True, slots=True)
class Part:
    """What Pandoc writes in one call: pieces, with a comment before and after each."""

    pieces: list[_Piece] = field(default_factory=list)

    @property
    def digest(self) -> str:
        """The checksum of its text, wherever it stands in the document."""
        return hashlib.sha256(
            json.dumps([piece.blocks for piece in self.pieces]).encode()
        ).hexdigest()

    def blocks(self) -> str:
        """Its blocks, as JSON."""
        mark = json.dumps(_comment(self.digest))
        blocks = (block for piece in self.pieces for block in (mark, *piece.blocks))
        return f"[{', '.join((*blocks, mark))}]"

    def texts(self, page: str) -> list[str]:
        """The HTML of each piece, of that which Pandoc made of the blocks.

        Raises:
            ValueError: if the comments do not stand where they did.
        """
        before, *texts, after = page.split(f"<!--{self.digest}-->")
        if before or after.strip() or len(texts) != len(self.pieces):
            raise ValueError(page)
        return [text.removeprefix("\n").removesuffix("\n") for text in texts]


class PageParts:
    """A document that is cut into parts, and the page that is made of what becomes of them."""

    def __init__(self, blocks: Blocks) -> None:
        """Cut a document; one that is no larger than a part is left whole."""
        texts = [json.dumps(block) for block in blocks]
        # a name that the document cannot contain, since it depends on the whole text
        self._name = hashlib.sha256("\n".join(texts).encode()).hexdigest()
        self._runs: list[str] = []
        self.parts: list[Part] = []
        self._left = 0
        self._frame = blocks
        if sum(map(len, texts)) > PART_SIZE:
            self._frame = self._framed(blocks, texts)

    def take(self, written: Iterable[Sequence[str]]) -> None:
        """Take the HTML of the pieces of every part, in order."""
        for part, texts in zip(self.parts, written, strict=True):
            for piece, text in zip(part.pieces, texts, strict=True):
                self._runs[piece.run] = "\n".join(filter(None, (self._runs[piece.run], text)))

    def frame(self) -> Blocks:
        """The blocks of the frame; a run that became nothing has no place in it."""
        if not self.parts:
            return self._frame
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
        """Add a block to the last part, or begin a new one."""
        if len(text) > self._left:
            self.parts.append(Part())
            self._left = PART_SIZE
            goes_on = False
        if not goes_on:
            self.parts[-1].pieces.append(_Piece(len(self._runs) - 1, []))
        self.parts[-1].pieces[-1].blocks.append(text)
        self._left -= len(text)
        # Where a part ends depends on the text alone, so that a change moves no ends behind it.
        if zlib.crc32(text.encode()) * _USUAL_SIZE < len(text) << 32:
            self._left = 0


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
