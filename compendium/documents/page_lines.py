"""The printed lines of a PDF page: their words, where they stand, emphasis and marks of notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from compendium.documents.original import emphasised, raised
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

Word = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line.

    `strong` is its text with bold words as emphasis, as well as slanted ones, which `text` has.
    `foot` is where most of its words end, `opening` how wide its first word is, `bold` whether
    all of it is, `columns` whether it has some, as the masthead has, `at_edge` whether it stands
    where running heads do, `above_rule` whether it stands above the rule below these, `under_rule`
    whether below that above the notes.
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

    @property
    def is_rule(self) -> bool:
        """Whether it is the rule above the notes, as Word draws it."""
        return bool(_RULE.fullmatch(self.text.replace("*", "")))


def rows_of(page: Any) -> Iterator[Row]:
    """The lines of a page, from top to foot."""
    words = page.extract_words(extra_attrs=_ATTRIBUTES, keep_blank_chars=False)
    edge = _EDGE * page.height
    head_rule, under_rule = _head_rule(page), False
    for group in _groups(words):
        top, bottom = min(w["top"] for w in group), max(w["bottom"] for w in group)
        size, first = _size(group), group[0]
        unspaced = _UNSPACED.search(first["text"])
        row = Row(
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
            above_rule=bottom < head_rule,
            under_rule=under_rule,
        )
        under_rule = under_rule or row.is_rule
        yield row


def _head_rule(page: Any) -> float:
    """Where the rule below the running heads stands, across most of the page; zero without one."""
    wide: Counter[float] = Counter()
    for drawn in (*page.rects, *page.lines):
        if drawn["bottom"] - drawn["top"] < _THIN and drawn["bottom"] < _EDGE * page.height:
            wide[round(drawn["top"])] += drawn["x1"] - drawn["x0"]
    return min((top for top, width in wide.items() if width > page.width / 2), default=0.0)


def _groups(words: Sequence[Word]) -> list[list[Word]]:
    """The words line by line: those whose middle stands between the top and foot of others."""
    groups: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w["bottom"], w["x0"])):
        middle = (word["top"] + word["bottom"]) / 2
        for group in groups[-3:]:
            top, bottom = min(w["top"] for w in group), max(w["bottom"] for w in group)
            own_middle = (top + bottom) / 2
            if top < middle < bottom or word["top"] < own_middle < word["bottom"]:
                group.append(word)
                break
        else:
            groups.append([word])
    ordered = [sorted(group, key=lambda w: w["x0"]) for group in groups]
    return sorted(ordered, key=lambda group: min(w["top"] for w in group))


def _size(group: Sequence[Word]) -> float:
    weights: Counter[float] = Counter()
    for word in group:
        weights[round(word["size"], 1)] += len(word["text"])
    return weights.most_common(1)[0][0]


def _text(group: Sequence[Word], emphasis: re.Pattern[str]) -> str:
    """The text of a line, with the words in some fonts as emphasis, and the marks of notes."""
    size, foot = _size(group), median(w["bottom"] for w in group)
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
