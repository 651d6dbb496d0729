"""The blocks of a web page: its paragraphs, with their lines as breaks divide them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compendium.documents.blocks import Flow
from compendium.documents.line_breaks import Piece, paragraphs_in
from compendium.documents.marks_alone import begins_with_mark, marks_joined
from compendium.documents.original import Line, Style, emphasised, of_paragraphs

_LINES = 2  # the least number of breaks in a text typed line by line


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: its lines as breaks divide them, including empty ones, and the mark made for it.

    `in_table` means that it is a cell of a table, or a part of one.
    """

    lines: tuple[str, ...]
    place: int
    style: Style = Style.TEXT
    made: str = ""
    in_table: bool = False
    of_note: Sequence[str] = ()  # the paragraphs of the note

    def __len__(self) -> int:
        return sum(map(len, self.lines))

    @property
    def is_typed(self) -> bool:
        """Whether it is typed line by line, as whole pages are."""
        return self.style is Style.TEXT and len(self.lines) > _LINES


def divided(pieces: list[tuple[str, bool]]) -> Iterator[list[tuple[str, bool]]]:
    """The pieces of each line."""
    line: list[tuple[str, bool]] = []
    for piece in pieces:
        if piece[0]:
            line.append(piece)
        else:
            yield line
            line = []
    yield line


def joined(pieces: list[tuple[str, bool]]) -> str:
    """The text of a line, with emphasis for the pieces that have it."""
    runs: list[tuple[list[str], bool]] = []
    for text, strong in pieces:
        if runs and runs[-1][1] == strong:
            runs[-1][0].append(text)
        else:
            runs.append(([text], strong))
    texts = ((re.sub(r"[ \t\r\n\f]+", " ", "".join(parts)), strong) for parts, strong in runs)
    return "".join(emphasised(text) if strong else text for text, strong in texts).strip()


def row_of(blocks: list[Block]) -> list[Block]:
    """The cells of a row; a mark in a separate cell is joined to the text in the next cell."""
    if any(len(block.lines) > 1 for block in blocks):
        return blocks
    cells = [Line(block.lines[0], block.place, block.style, made=block.made) for block in blocks]
    return [Block((cell.text,), cell.place, cell.style, cell.made) for cell in marks_joined(cells)]


def lines_of_blocks(blocks: list[Block]) -> tuple[tuple[Line, ...], Flow]:
    """The lines of a page, and their flow: that of plain text if most of it is typed so."""
    if _is_typed(blocks):
        pieces: list[tuple[Piece, Block]] = [
            ((line, ()), block) for block in blocks for line in block.lines if line
        ]
        flow = Flow.BROKEN
    else:
        pieces = [(piece, block) for block in blocks for piece in _paragraphs(block)]
        flow = Flow.WHOLE
    return tuple(_line(piece, block) for piece, block in pieces), flow


def _is_typed(blocks: list[Block]) -> bool:
    """Whether most of a page is typed line by line: in one block, or in several with broken lines.

    A line is broken where the next begins with a small letter.
    """
    typed = [block for block in blocks if block.is_typed]
    broken = any(
        line[:1].islower() and not begins_with_mark(line) for block in typed for line in block.lines
    )
    lengths = list(map(len, typed))
    return 2 * (sum(lengths) if broken else max(lengths, default=0)) > sum(map(len, blocks))


def _line(piece: Piece, block: Block) -> Line:
    text, doubts = piece
    made = block.made if text.startswith(block.made) else ""
    return Line(
        text,
        block.place,
        block.style,
        made=made,
        doubts=(*of_paragraphs(block.of_note), *doubts),
        in_table=block.in_table,
    )


def _paragraphs(block: Block) -> Iterator[Piece]:
    """A block as paragraphs, with the doubts about each; a heading is one paragraph."""
    if block.style is Style.TEXT:
        yield from paragraphs_in(block.lines)
        return
    for text in " ".join(line or "\n" for line in block.lines).split("\n"):
        if text.strip():
            yield text.strip(), ()
