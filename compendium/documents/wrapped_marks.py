"""Lines of plain text that begin with a mark because the line before them was full."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from compendium.documents.blocks import Block, Hand, Kind, ends
from compendium.documents.doubted import Doubt
from compendium.documents.headings import Headings
from compendium.documents.marks import mark_of
from compendium.documents.numbered_parts import numbered_parts
from compendium.documents.original import Line, Original
from compendium.documents.outline import FIRST_MARKS, followers

_GLUED = re.compile(r"(?<=[.,;:!?])\[?\d{1,3}\]?$")  # the mark of a note after a stop
_MARKS = frozenset({Kind.NUMBER, Kind.LETTER, Kind.ITEM})


def with_wrapped_marks(original: Original, hand: Hand, headings: Headings) -> Original:
    """A document in which a reference such as "(a) of" begins no line, if plain text wraps it so.

    A mark directly below a line that continues is such a reference if it does not come next in
    sequence, or if it appears again later. Otherwise it is read as the mark of a text. Both are
    reported. A line continues if it has no stop at its end, and ends with a figure or a
    conjunction, or has no room for the mark.

    Args:
        original: the document, made tidy.
        hand: how it is written.
        headings: recognizes its headings.
    """
    if not original.is_set_in_lines:
        return original
    lines = list(original.lines)
    width = max(len(line.text) for line in lines)
    for part in numbered_parts(lines, headings):
        _Part(lines, part, hand, width).settle()
    return replace(original, lines=tuple(lines))


@dataclass
class _Part:
    """Lines whose paragraphs count from one; `seen` are the letters below the last number."""

    lines: list[Line]
    part: range
    hand: Hand
    width: int  # of the longest line
    number: int = 0
    seen: set[str] = field(default_factory=set)

    def settle(self) -> None:
        """Join the lines that begin with a reference, and mark those that may begin with one."""
        before: int | None = None  # the line above, if it belongs to a text with a mark
        for place in self.part:
            text = self.lines[place].text.strip()
            if not text:
                before = None
                continue
            kind, says = mark_of(text, self.hand)
            if kind not in _MARKS:
                goes_on = before is not None and (text[0].islower() or not self._ended(before))
                before = place if goes_on and kind is Kind.PLAIN else None
                continue
            if before is not None and self._goes_on(before, text):
                if not self._comes_next(kind, says) or self._comes_again(place, kind, says):
                    self._join(before, place)
                    continue
                self._doubt([before, place])
            self._count(kind, says)
            before = place

    def _ended(self, place: int) -> bool:
        text = _GLUED.sub("", self.lines[place].text.rstrip())
        return ends(Block(Kind.PLAIN, "", text), self.hand, commas=True)

    def _goes_on(self, place: int, following: str) -> bool:
        text = self.lines[place].text.strip()
        full = len(text) + 1 + len(following.split(maxsplit=1)[0]) > self.width
        open_end = text[-1].isdigit() or text.endswith(self.hand.conjunctions)
        return (full or open_end) and not self._ended(place)

    def _comes_next(self, kind: Kind, says: str) -> bool:
        if kind is Kind.NUMBER:
            return self.number == 0 or int(says) == self.number + 1
        return says in FIRST_MARKS.union(*map(followers, self.seen))

    def _comes_again(self, place: int, kind: Kind, says: str) -> bool:
        """Whether a later line begins with the mark after the end of a text."""
        above = place
        for later in range(place + 1, self.part.stop):
            text = self.lines[later].text.strip()
            own, mark = mark_of(text, self.hand) if text else (Kind.PLAIN, "")
            begins = not self.lines[later - 1].text.strip() or self._ended(above)
            if begins and (own, mark) == (kind, says):
                return True
            if begins and own is Kind.NUMBER and kind is not Kind.NUMBER:
                return False
            above = later if text else above
        return False

    def _count(self, kind: Kind, says: str) -> None:
        if kind is Kind.NUMBER:
            self.number, self.seen = int(says), set()
        else:
            self.seen.add(says)

    def _join(self, before: int, place: int) -> None:
        self._doubt([place])
        self.lines[before] = self.lines[before].joined(self.lines[place])
        self.lines[place] = replace(self.lines[place], text="", made="")

    def _doubt(self, places: Iterable[int]) -> None:
        for place in places:
            self.lines[place] = self.lines[place].in_doubt(Doubt.DIVISION)
