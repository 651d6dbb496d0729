"""The running text of the book, page after page, and the places of expected pieces in it.

What is normalised, so that text can be compared: white space (line ends, no-break spaces) does not
count in finding a piece; in comparing its words, a line that ends in a hyphen or a dash joins the
next. Running heads, page numbers and notes are read apart. A call of a note is written `[^7]`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from support.inspection.book import Book, Stretch
from support.inspection.expected import Piece

# Between words on one line there is less than this, in points.
COLUMNS_APART = 1.5
_BREAKS_WITHOUT_SPACE = ("-", "–", "/")


@dataclass(frozen=True)
class Found:
    """A piece of the text with the stretches that hold it."""

    piece: Piece
    stretches: tuple[Stretch, ...]

    @property
    def pages(self) -> tuple[int, ...]:
        """The pages it stands on."""
        return tuple(sorted({part.page for part in self.stretches}))

    @property
    def lines(self) -> list[tuple[int, float]]:
        """Its lines, each by page and height; raised numbers make no line."""
        main = max(part.size for part in self.stretches)
        lines: list[tuple[int, float]] = []
        for part in self.stretches:
            if part.size < main or (part.page, part.baseline) in lines:
                continue
            lines.append((part.page, part.baseline))
        return lines


class Flow:
    """Stretches one after another, as one text without white space."""

    def __init__(self, stretches: Iterable[Stretch], book: Book) -> None:
        self._book = book
        self._stretches: list[Stretch] = []
        self._starts: list[int] = []
        text = ""
        for part in stretches:
            self._stretches.append(part)
            self._starts.append(len(text))
            text += squeeze(self.written(part))
        self.text = text

    def written(self, part: Stretch) -> str:
        """The text of a stretch, the call of a note written out."""
        return f"[^{part.text.strip()}]" if self._book.is_call(part) else part.text

    def find_all(self, pieces: Sequence[Piece]) -> list[Found]:
        """Find pieces that follow each other without anything between them.

        Raises:
            AssertionError: naming the first piece that is not where it should be, and its page.
        """
        found = []
        cursor = 0
        for piece in pieces:
            wanted = squeeze(piece.text)
            end = cursor + len(wanted)
            if self.text[cursor:end] != wanted:
                raise AssertionError(self._difference(piece, wanted, cursor))
            first, last = self._at(cursor), self._at(end - 1)
            found.append(Found(piece, tuple(self._stretches[first : last + 1])))
            cursor = end
        rest = self.text[cursor:]
        assert not rest, f"after the last piece follows, unexpected: {rest[:120]!r}"
        return found

    def _at(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _difference(self, piece: Piece, wanted: str, cursor: int) -> str:
        there = self.text[cursor : cursor + len(wanted)]
        same = next(
            (place for place, (a, b) in enumerate(zip(wanted, there, strict=False)) if a != b),
            min(len(wanted), len(there)),
        )
        page = self._stretches[self._at(cursor)].page
        return (
            f"{piece.kind} {piece.key}, page {page} of the file, differs at character {same}:\n"
            f"  records: …{wanted[max(0, same - 30) : same + 60]}\n"
            f"  book:    …{there[max(0, same - 30) : same + 60]}"
        )

    def words(self, found: Found) -> list[str]:
        """The words of a piece as they stand on the page."""
        text = ""
        before: Stretch | None = None
        for part in found.stretches:
            if before is not None and self._apart(before, part):
                joined = text.rstrip().endswith(_BREAKS_WITHOUT_SPACE)
                text += "" if joined else " "
            text += self.written(part)
            before = part
        return words(text)

    def _apart(self, before: Stretch, part: Stretch) -> bool:
        """Whether a line ends between two stretches, or a column."""
        if part.page != before.page:
            return True
        raised = self._book.is_call(part) or self._book.is_call(before)
        if part.baseline != before.baseline and not (raised and part.x0 > before.x0):
            return True
        return part.x0 - before.x1 > COLUMNS_APART


def squeeze(text: str) -> str:
    """A text without white space and without marks of zero width."""
    return re.sub(r"[\s\u200b\u2060\u00ad]+", "", text)


def words(text: str) -> list[str]:
    """The words of a text; any white space parts them."""
    return re.sub(r"[\u200b\u2060\u00ad]", "", text).split()
