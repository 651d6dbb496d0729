"""The printed lines of a PDF page: their words, positions, emphasis and marks of notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from operator import itemgetter
from statistics import median
from typing import Any

from compendium.documents.original import emphasised, is_power, superscript
from compendium.documents.page_columns import Word, groups_of, size_of, stretches
from compendium.documents.page_direction import (
    Sign,
    brackets_are_seen,
    in_order,
    is_right_to_left,
    mirrored,
    settled,
)
from compendium.model.markup import shield

_SMALL = 0.86  # of the size of its line; a smaller figure is the mark of a note
_RAISED_FIGURE = 0.25  # how far it is above the foot of its line, in sizes
_TOUCHING = 0.12  # of the size: words nearer than this are one word
_APART = 6  # sizes; words farther apart in a line are columns
_EDGE = 0.09  # of the height of a page: the area of running heads and page numbers
_THIN = 2  # points
_ORDINAL = frozenset("oa")  # letters of an ordinal: nº, 2ª
_RULE = re.compile(r"_{6,}")
_SLANTED = re.compile(r"italic|oblique", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy", re.IGNORECASE)
_STRONG = re.compile(f"{_SLANTED.pattern}|{_BOLD.pattern}", re.IGNORECASE)
_UNSPACED = re.compile(r"[\u2e80-\u9fff]")  # characters between which a line may break
# In a line from right to left, the spaces within it are often only kerning.
_BEFORE_STOP = re.compile(r" +(?=[.،؛](?:\s|$))")
_ATTRIBUTES = ["fontname", "size"]


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line.

    `strong` is its text with bold and slanted words as emphasis; in `text` only slanted words are.
    `foot` is where most of its words end, `opening` is the width of its first word, and `bold`
    means that the whole line is bold. `columns` means that it has columns, as the masthead does;
    `at_edge` that it is in the area of running heads; `above_rule` that it is above the rule below
    these; `under_rule` that it is below the rule above the notes. `column` counts the columns of
    text on a page and is zero if there are none, and `limit` is where that column ends. The line
    has the position that it would have in the first column.
    """

    text: str
    strong: str
    page: int
    foot: float
    left: float
    right: float
    size: float
    opening: float
    bold: bool
    columns: bool
    at_edge: bool
    above_rule: bool = False
    under_rule: bool = False
    column: int = 0
    limit: float = 0.0

    @property
    def stretch(self) -> tuple[int, int]:
        """The page, or the column of one, whose lines are below each other."""
        return self.page, self.column

    @property
    def is_rule(self) -> bool:
        """Whether it is the rule above the notes, as Word draws it."""
        return bool(_RULE.fullmatch(self.text.replace("*", "")))


class Pages:
    """The pages of a document, read in order."""

    def __init__(self) -> None:
        self._right_to_left = self._swapped = False

    def rows_of(self, page: Any) -> Iterator[Row]:
        """The lines of a page, from top to foot; columns of text come one after the other."""
        self._right_to_left = is_right_to_left(page.chars, before=self._right_to_left)
        words = self._words(page)
        parts = [
            (group, column, limit)
            for column_words, column, limit in stretches(words)
            for group in groups_of(column_words)
        ]
        if self._right_to_left:
            lines = (list(_signs(group, _STRONG)) for group, _, _ in parts)
            self._swapped = brackets_are_seen(lines, before=self._swapped)
        head_rule, under_rule = _head_rule(page), False
        for group, column, limit in parts:
            row = replace(
                self._row(group, page),
                column=column,
                limit=limit,
                above_rule=max(w["bottom"] for w in group) < head_rule,
                under_rule=under_rule,
            )
            under_rule = under_rule or row.is_rule
            yield row

    def _words(self, page: Any) -> list[Word]:
        if not self._right_to_left:
            words: list[Word] = page.extract_words(extra_attrs=_ATTRIBUTES)
            return words
        from pdfplumber.utils.text import extract_words  # noqa: PLC0415 - slow to load

        found = extract_words(settled(page.chars), extra_attrs=_ATTRIBUTES, return_chars=True)
        return [mirrored(word, page.width) for word in found]

    def _row(self, group: Sequence[Word], page: Any) -> Row:
        """A line of a page, made from its words."""
        edge = _EDGE * page.height
        top, bottom = min(w["top"] for w in group), max(w["bottom"] for w in group)
        size, first = size_of(group), group[0]
        unspaced = _UNSPACED.search(first["text"])
        return Row(
            text=self._text(group, _SLANTED),
            strong=self._text(group, _STRONG),
            page=page.page_number,
            foot=_foot(group),
            left=first["x0"],
            right=max(w["x1"] for w in group),
            size=size,
            opening=2 * size if unspaced else _opening(group),
            columns=any(b["x0"] - a["x1"] > _APART * size for a, b in pairwise(group)),
            bold=all(_BOLD.search(w["fontname"]) for w in group),
            at_edge=bottom < edge or top > page.height - edge,
        )

    def _text(self, group: Sequence[Word], emphasis: re.Pattern[str]) -> str:
        """The text of a line, with emphasis for the words in some fonts, and the marks of notes."""
        if self._right_to_left:
            signs = in_order(list(_signs(group, emphasis)), swapped=self._swapped)
            pieces = [(sign.text, sign.strong) for sign in signs]
        else:
            pieces = list(_pieces(group, emphasis))
        runs = (
            ("".join(text for text, _ in run), strong)
            for strong, run in groupby(pieces, key=itemgetter(1))
        )
        said = "".join(emphasised(text) if strong else text for text, strong in runs).strip()
        return _BEFORE_STOP.sub("", said) if self._right_to_left else said


def _head_rule(page: Any) -> float:
    """The position of the rule below the running heads, across most of the page; zero if none."""
    wide: Counter[float] = Counter()
    for drawn in (*page.rects, *page.lines):
        if drawn["bottom"] - drawn["top"] < _THIN and drawn["bottom"] < _EDGE * page.height:
            wide[round(drawn["top"])] += drawn["x1"] - drawn["x0"]
    return min((top for top, width in wide.items() if width > page.width / 2), default=0.0)


def _foot(group: Sequence[Word]) -> float:
    """The foot of most words of a line, without smaller words, which may be raised."""
    size = size_of(group)
    return float(median(w["bottom"] for w in group if w["size"] >= _SMALL * size))


def _opening(group: Sequence[Word]) -> float:
    """The width of the first word of a line, whose letters may be in several fonts."""
    end = group[0]["x1"]
    for word in group:
        if word["x0"] - end >= _TOUCHING * size_of(group):
            break
        end = word["x1"]
    return float(end - group[0]["x0"])


def _pieces(group: Sequence[Word], emphasis: re.Pattern[str]) -> Iterator[tuple[str, bool]]:
    """The words of a line with the spaces between them, and whether each is emphasis.

    A space belongs to the word after it.
    """
    size, before = size_of(group), None
    for word in group:
        text = _raised(word, group) or shield(word["text"])
        near = before is None or word["x0"] - before["x1"] < _TOUCHING * size
        yield (text if near else f" {text}"), bool(emphasis.search(word["fontname"]))
        before = word


def _signs(group: Sequence[Word], emphasis: re.Pattern[str]) -> Iterator[Sign]:
    """The characters of a line from right to left as seen, from the left, with its spaces."""
    size, before = size_of(group), None
    for word in reversed(group):
        strong = bool(emphasis.search(word["fontname"]))
        if before is not None and before["x0"] - word["x1"] >= _TOUCHING * size:
            yield Sign(" ", strong)
        figure = _raised(word, group)
        texts = [figure] if figure else [char["text"] for char in word["chars"]]
        yield from (Sign(shield(text), strong) for text in texts)
        before = word


def _raised(word: Word, group: Sequence[Word]) -> str:
    """The text of a raised word: the mark of a note, a power; empty if the word is not raised."""
    size, foot = size_of(group), median(w["bottom"] for w in group)
    figures = word["text"]
    if word["size"] >= _SMALL * size or not (is_power(figures) or figures in _ORDINAL):
        return ""
    above = foot - word["bottom"] > _RAISED_FIGURE * word["size"] / 2
    return superscript(figures) if above else ""
