"""The printed lines of a PDF page: their words, where they stand, emphasis and marks of notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import Any

from compendium.documents.original import emphasised, raised
from compendium.documents.page_columns import Word, groups_of, size_of, stretches
from compendium.model.markup import shield

_SMALL = 0.86  # of the size of its line; a smaller figure is the mark of a note
_RAISED_FIGURE = 0.25  # how far above the foot of its line it stands, in sizes
_TOUCHING = 0.12  # of the size: words nearer than this are one word
_APART = 6  # sizes; what stands farther apart in a line are columns
_EDGE = 0.09  # of the height of a page: where running heads and page numbers stand
_THIN = 2  # points
_RULE = re.compile(r"_{6,}")
_SLANTED = re.compile(r"italic|oblique", re.IGNORECASE)
_BOLD = re.compile(r"bold|black|heavy", re.IGNORECASE)
_STRONG = re.compile(f"{_SLANTED.pattern}|{_BOLD.pattern}", re.IGNORECASE)
_UNSPACED = re.compile(r"[\u2e80-\u9fff]")  # signs between which a line may break
_ATTRIBUTES = ["fontname", "size"]


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line.

    `strong` is its text with bold words as emphasis, as well as slanted ones, which `text` has.
    `foot` is where most of its words end, `opening` how wide its first word is, `bold` whether
    all of it is, `columns` whether it has some, as the masthead has, `at_edge` whether it stands
    where running heads do, `above_rule` whether it stands above the rule below these, `under_rule`
    whether below that above the notes. `column` counts the columns of text on a page, zero where it
    has none, and `limit` is where that column ends; it stands where the first column does.
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
        """The page or the column of one on which lines stand below each other."""
        return self.page, self.column

    @property
    def is_rule(self) -> bool:
        """Whether it is the rule above the notes, as Word draws it."""
        return bool(_RULE.fullmatch(self.text.replace("*", "")))


def rows_of(page: Any) -> Iterator[Row]:
    """The lines of a page, from top to foot; columns of text one after the other."""
    words = page.extract_words(extra_attrs=_ATTRIBUTES, keep_blank_chars=False)
    head_rule, under_rule = _head_rule(page), False
    for words_of_stretch, column, limit in stretches(words):
        for group in groups_of(words_of_stretch):
            row = replace(_row(group, page), column=column, limit=limit, under_rule=under_rule)
            row = replace(row, above_rule=max(w["bottom"] for w in group) < head_rule)
            under_rule = under_rule or row.is_rule
            yield row


def _row(group: Sequence[Word], page: Any) -> Row:
    """A line of a page by its words."""
    edge = _EDGE * page.height
    top, bottom = min(w["top"] for w in group), max(w["bottom"] for w in group)
    size, first = size_of(group), group[0]
    unspaced = _UNSPACED.search(first["text"])
    return Row(
        text=_text(group, _SLANTED),
        strong=_text(group, _STRONG),
        page=page.page_number,
        foot=median(w["bottom"] for w in group),
        left=first["x0"],
        right=max(w["x1"] for w in group),
        size=size,
        opening=2 * size if unspaced else first["x1"] - first["x0"],
        columns=any(b["x0"] - a["x1"] > _APART * size for a, b in pairwise(group)),
        bold=all(_BOLD.search(w["fontname"]) for w in group),
        at_edge=bottom < edge or top > page.height - edge,
    )


def _head_rule(page: Any) -> float:
    """Where the rule below the running heads stands, across most of the page; zero without one."""
    wide: Counter[float] = Counter()
    for drawn in (*page.rects, *page.lines):
        if drawn["bottom"] - drawn["top"] < _THIN and drawn["bottom"] < _EDGE * page.height:
            wide[round(drawn["top"])] += drawn["x1"] - drawn["x0"]
    return min((top for top, width in wide.items() if width > page.width / 2), default=0.0)


def _text(group: Sequence[Word], emphasis: re.Pattern[str]) -> str:
    """The text of a line, with the words in some fonts as emphasis, and the marks of notes."""
    size, foot = size_of(group), median(w["bottom"] for w in group)
    pieces: list[tuple[str, bool]] = []
    before: Word | None = None
    for word in group:
        text, small = shield(word["text"]), word["size"] < _SMALL * size
        if small and text.isdigit() and foot - word["bottom"] > _RAISED_FIGURE * word["size"] / 2:
            text = raised(text)
        gap = "" if before is None or word["x0"] - before["x1"] < _TOUCHING * size else " "
        stands_out = bool(emphasis.search(word["fontname"]))
        if pieces and pieces[-1][1] == stands_out:
            pieces[-1] = (pieces[-1][0] + gap + text, stands_out)
        else:
            pieces.append((gap + text, stands_out))
        before = word
    return "".join(emphasised(text) if marked else text for text, marked in pieces).strip()
