"""Printed lines as paragraphs: by their distance, their marks, and whether they may continue."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from compendium.documents.blocks import NOTE_MARK, Block, Flow, Hand, Kind, ends
from compendium.documents.bullets import begins_with_bullet, begins_with_dash
from compendium.documents.doubted import Doubt
from compendium.documents.headings import Headings
from compendium.documents.hyphens import Hyphens
from compendium.documents.marks import mark_of, marks_within
from compendium.documents.original import Line, Style
from compendium.documents.outline import FIRST_MARKS, followers
from compendium.documents.page_lines import Row

_GAP = 1.35  # of the usual distance of lines; a larger distance divides paragraphs
_LOOSEST = 1.5  # of the size: lines of one paragraph are rarely farther apart
_INDENT = 0.8  # of the size: a line this much farther in than the line above is indented
_SAME = 0.75  # points: sizes that differ by less count as equal
_SPACED = 2  # in so many: lines with space above them, if space divides paragraphs
_MOST = 0.7  # of the paragraphs: from this share on, all count as such
_SHARE = 20  # a distance is usual if at least one in this many distances is the same
_SHORT = 0.65  # of the measure: a shorter line is the last of its paragraph
_SPACE = 0.35  # of the size: the smallest space between two words


@dataclass
class _Paragraph:
    text: str
    first: Row
    last: Row
    doubts: list[tuple[Doubt, str]] = field(default_factory=list)

    def goes_on(self, row: Row, layout: _Layout) -> None:
        """Add a line."""
        if word := layout.doubtful(self.text, row.text):
            self.doubts.append((Doubt.HYPHEN, word))
        self.text, self.last = layout.joined(self.text, row.text), row


def paragraphs_of(
    rows: Sequence[Row], hand: Hand, headings: Headings
) -> tuple[tuple[Line, ...], Flow]:
    """Join lines to paragraphs, and return whether the reader of the text may join more of them.

    It may not if space divides paragraphs and their first lines are indented. Otherwise pages
    divide paragraphs, and the reader of the text joins these. A line that only seems to begin with
    the mark of a list is joined here, across the notes at the foot of the page.
    """
    layout = _Layout(rows, hand, headings)
    made: list[_Paragraph] = []
    text = [row for row in rows if not layout.is_note(row)]
    for place, row in enumerate(text):
        before = layout.before(made, row)
        if before is None or layout.begins(before, text[place:]):
            made.append(_Paragraph(row.text, row, row))
        else:
            if layout.is_broken_off(before, row):
                before.doubts.append((Doubt.DIVISION, row.text))
            before.goes_on(row, layout)
    made += _notes(rows, layout)
    lines = (
        Line(each.text, each.first.page, layout.style(each), doubts=tuple(each.doubts))
        for each in sorted(made, key=lambda paragraph: paragraph.first.page)
    )
    return tuple(lines), Flow.FIXED if layout.is_plain else Flow.BROKEN


def _notes(rows: Sequence[Row], layout: _Layout) -> list[_Paragraph]:
    """The notes at the feet of pages; each has its raised number, and may continue overleaf."""
    made: list[_Paragraph] = []
    for row in filter(layout.is_note, rows):
        if made and not NOTE_MARK.pattern.match(row.text):
            if layout.is_apart(made[-1].last, row):
                made[-1].doubts.append((Doubt.DIVISION, row.text))
            made[-1].goes_on(row, layout)
        else:
            made.append(_Paragraph(row.text, row, row))
    return made


class _Layout:
    """The layout of a document: its usual distances, its measure, its margin, its marks.

    `_spaced` means that space divides its paragraphs, `_indented` that their first lines are
    indented as well.
    """

    def __init__(self, rows: Sequence[Row], hand: Hand, headings: Headings) -> None:
        self._hand, self._headings = hand, headings
        self._leading = _leading(rows)
        self._hyphens = Hyphens((row.text for row in rows), hand.conjunctions)
        weights: Counter[float] = Counter()
        for row in rows:
            weights[row.size] += len(row.text)
        self._body = weights.most_common(1)[0][0] if weights else 0.0
        body = [row for row in rows if self._is_body(row)]
        self._measure = {
            side: max((row.right for row in body if row.page % 2 == side), default=0.0)
            for side in (0, 1)
        }
        lefts = Counter(_rounded(row.left) for row in body)
        self._margin = lefts.most_common(1)[0][0] if lefts else 0.0
        opening = [
            row for above, row in pairwise(rows) if self._is_body(row) and self.is_apart(above, row)
        ]
        self._spaced = len(opening) * _SHARE > _SPACED * len(body)
        self._indented = self._spaced and sum(map(self._is_inset, opening)) > _MOST * len(opening)

    @property
    def is_plain(self) -> bool:
        """Whether the page shows where each paragraph begins."""
        return self._indented

    def is_note(self, row: Row) -> bool:
        """Whether a line belongs to a note: below the rule, in letters smaller than the text."""
        return row.under_rule and row.size < self._body - _SAME

    def _is_body(self, row: Row) -> bool:
        return abs(row.size - self._body) < _SAME and not (row.columns or row.at_edge)

    def _is_inset(self, row: Row) -> bool:
        return row.left - self._margin > _INDENT * row.size

    def is_apart(self, above: Row, row: Row) -> bool:
        """Whether two lines of a page are farther apart than usual."""
        distance = row.foot - above.foot
        return above.stretch == row.stretch and distance > _GAP * self._leading[_rounded(row.size)]

    def before(self, made: Sequence[_Paragraph], row: Row) -> _Paragraph | None:
        """The paragraph that a line may continue: on a new page, the last in the same size."""
        for paragraph in reversed(made):
            if paragraph.last.stretch == row.stretch or _same_size(paragraph.last, row):
                return paragraph
        return None

    def begins(self, before: _Paragraph, rows: Sequence[Row]) -> bool:
        """Whether the first of the lines begins a paragraph, judging by those that follow."""
        row, above = rows[0], before.last
        alike = _same_size(above, row) and above.bold == row.bold
        is_heading = self._headings.stands_alone
        if not alike or above.columns or row.columns:
            return True
        if is_heading(self._clean(row.text)) or is_heading(self._clean(before.text)):
            return True
        if above.stretch != row.stretch:
            return self._begins_page(before, rows)
        indented = above is not before.first and row.left - above.left > _INDENT * row.size
        return indented or self.is_apart(above, row) or self._begins_below(before, rows)

    def _begins_page(self, before: _Paragraph, rows: Sequence[Row]) -> bool:
        """Whether the first line of a page begins a paragraph."""
        row, above = rows[0], before.last
        if self._indented and self._is_body(row):
            return self._opens_page(before, row)
        marked = self._mark_begins(before, rows)
        divided = above.text.endswith("-") or self._is_divided(before, row)
        return marked is not False and not (marked is None and divided)

    def _begins_below(self, before: _Paragraph, rows: Sequence[Row]) -> bool:
        """Whether a line begins a paragraph although no space divides it from the line above."""
        row, above = rows[0], before.last
        marked = self._mark_begins(before, rows)
        if marked is not None:
            return marked
        text = self._clean(row.text)
        if begins_with_bullet(text) or (begins_with_dash(text) and self._ended(before.text)):
            return True
        fits, ended = self._fits(above, row), self._ended(before.text)
        if self._indented and self._is_body(row):
            return fits and self._is_short(above)
        opens = self._headings.opens_section(self._clean(row.text))
        # If space divides paragraphs, a comma before it does not end one: it may be in a date.
        ended_early = self._is_short(above) or (ended and not self._spaced)
        return (fits and (opens or ended_early)) or (ended and opens)

    def _opens_page(self, before: _Paragraph, row: Row) -> bool:
        """Whether a line begins a paragraph on a new page, in a document with indented first lines.

        A line indented as far as the last line of the previous page continues its paragraph, if
        that paragraph had an indented first line.
        """
        if not self._is_inset(row):
            return False
        hangs = before.last is not before.first and abs(before.last.left - row.left) < _SAME
        return not hangs

    def _is_divided(self, before: _Paragraph, row: Row) -> bool:
        """Whether a page divides a paragraph of a preamble whose paragraphs begin with emphasis.

        The reader of the text cannot decide this, because a comma may or may not end the paragraph.
        """
        opens = before.text.startswith("*") and not row.text.startswith("*")
        ended = ends(Block(Kind.PLAIN, "", self._clean(before.text)), self._hand)
        return opens and not ended and not self._fits(before.last, row)

    def style(self, paragraph: _Paragraph) -> Style:
        """The style of a paragraph: a heading if it is larger or bold, and not a sentence."""
        stands_out = paragraph.first.bold or paragraph.first.size > self._body + _SAME
        return Style.HEADING if stands_out and not self._ended(paragraph.text) else Style.TEXT

    def joined(self, text: str, line: str) -> str:
        """Two lines as one text; emphasis continues across the end of a line."""
        if text.endswith("*") and line.startswith("*"):
            return f"{text[:-1]} {line[1:]}"
        return self._hyphens.joined(text, line)

    def doubtful(self, text: str, line: str) -> str:
        """The word divided by a hyphen at the end of a line, if the hyphen may belong to it."""
        return self._hyphens.doubtful(text.rstrip("*"), line.lstrip("*"))

    def _mark_begins(self, before: _Paragraph, rows: Sequence[Row]) -> bool | None:
        """Whether the first line begins with a real mark; None if no mark is there.

        The mark is real if it would have fitted into the line above. Otherwise "(h)" after "(g)" in
        the same paragraph belongs to the text, and so does "(a)" before "(b)".
        """
        kind, mark = mark_of(self._clean(rows[0].text), self._hand)
        if kind is Kind.PLAIN:
            return None
        if self._fits(before.last, rows[0]):
            return True
        if kind in {Kind.NUMBER, Kind.NOTE} or not self._ended(before.text):
            return self._ended(before.text)
        within = marks_within(self._clean(before.text), self._hand)
        if any(mark in followers(other) for other in within):
            return False
        return mark not in FIRST_MARKS or not self._goes_on_inside(mark, rows)

    def _goes_on_inside(self, mark: str, rows: Sequence[Row]) -> bool:
        """Whether the next mark occurs within a line before any line begins with it."""
        for row in rows:
            text = self._clean(row.text)
            if mark_of(text, self._hand)[1] in followers(mark):
                return False
            if followers(mark) & set(marks_within(text, self._hand)):
                return True
        return False

    def _is_short(self, row: Row) -> bool:
        """Whether a line of the text, not of a title, ends far from the edge of its measure."""
        measure = self._limit(row) - row.left
        in_text = row.size < self._body + _SAME and not row.text.endswith(("-", "/"))
        return in_text and row.right - row.left < _SHORT * measure

    def _fits(self, above: Row, row: Row) -> bool:
        """Whether the first word of a line had room in the line above, which has ended if so."""
        room = self._limit(above) - above.right
        return room > row.opening + _SPACE * row.size

    def is_broken_off(self, before: _Paragraph, row: Row) -> bool:
        """Whether a line within a paragraph ends far from the measure, unlike any line of a text.

        It may be a line at the edge of a page, or the last line of another paragraph.
        """
        above = before.last
        ended = self._spaced and self._ended(before.text)
        return (self._is_short(above) or ended) and self._fits(above, row) and not above.bold

    def _limit(self, row: Row) -> float:
        """Where the lines of its column or page end at most."""
        return row.limit or self._measure[row.page % 2]

    def _ended(self, text: str) -> bool:
        return ends(Block(Kind.PLAIN, "", self._clean(text)), self._hand, commas=True)

    def _clean(self, text: str) -> str:
        return self._hand.clean(text).strip("*")


def _leading(rows: Sequence[Row]) -> dict[float, float]:
    """The usual distance of lines for each size: the smallest that is not rare."""
    distances: dict[float, Counter[float]] = {_rounded(row.size): Counter() for row in rows}
    for above, below in pairwise(rows):
        if above.stretch == below.stretch and _same_size(above, below) and below.foot > above.foot:
            distances[_rounded(below.size)][_rounded(below.foot - above.foot)] += 1
    leading: dict[float, float] = {}
    for size, counts in distances.items():
        usual = (d for d, count in counts.items() if count * _SHARE >= counts.total())
        leading[size] = min([_LOOSEST * size, *usual])
    return leading


def _rounded(points: float) -> float:
    return round(points * 2) / 2


def _same_size(row: Row, other: Row) -> bool:
    return abs(row.size - other.size) < _SAME
