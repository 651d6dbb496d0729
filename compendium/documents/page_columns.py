"""The words of a page line by line, with the columns of the page one after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median
from typing import Any

_SMALL, _REACHES = 0.7, 0.35  # of a line: the size of a raised word, its overlap with the line
_GUTTER = 0.8  # of the size: the least space between two columns
_LINES = 4  # the least number of lines side by side that are columns
_NARROWEST = 0.2  # of both columns together; a narrower column contains numbers before a text
_NEAR = 1.3  # of the usual distance of lines; a larger distance divides paragraphs
_ALIKE = 0.3  # of the size: two lines that differ by less begin at one place
_MOST = 0.6  # of the lines of a column: more must begin at one place; the others begin a paragraph
_FARTHEST = 3  # sizes between two lines of a column
_FILLED = 0.75  # of its column: many lines of text end beyond it, and few cells of a table
_OFTEN = 0.33  # of the lines of text: more must fill the column; short paragraphs explain the rest

Word = dict[str, Any]
Group = list[Word]


@dataclass(frozen=True, slots=True)
class _Gutter:
    """The space between two columns, and the first and last of the lines that it divides."""

    left: float
    right: float
    first: int
    last: int


def stretches(words: Sequence[Word]) -> Iterator[tuple[Sequence[Word], int, float]]:
    """The words of a page in reading order, in groups that are below each other.

    Each group comes with the number of its column, which is zero if the page has none, and with the
    place where the column ends. All columns get the position of the first.
    """
    columns = list(_columns(words))
    alone = len(columns) == 1
    for number, (column_words, end) in enumerate(columns, start=1):
        yield column_words, 0 if alone else number, 0.0 if alone else end


def _columns(words: Sequence[Word]) -> Iterator[tuple[Sequence[Word], float]]:
    groups = groups_of(words)
    gutter = _gutter(groups)
    if gutter is None:
        yield words, max((word["x1"] for word in words), default=0.0)
        return
    above = [word for group in groups[: gutter.first] for word in group]
    beside = [word for group in groups[gutter.first : gutter.last + 1] for word in group]
    below = [word for group in groups[gutter.last + 1 :] for word in group]
    middle = (gutter.left + gutter.right) / 2
    left = [word for word in beside if word["x0"] < middle]
    right = [word for word in beside if word["x0"] >= middle]
    shift = min(w["x0"] for w in right) - min(w["x0"] for w in left)
    moved = [word | {"x0": word["x0"] - shift, "x1": word["x1"] - shift} for word in right]
    for part in (above, left, moved, below):
        if part:
            yield from _columns(part)


def _gutter(groups: Sequence[Group]) -> _Gutter | None:
    """The space that divides the most lines into columns of text."""
    best: _Gutter | None = None
    for first, group in enumerate(groups):
        for space in _spaces(group):
            place = _reaching_down(groups, first, *space)
            longer = best is None or place.last - place.first > best.last - best.first
            if longer and _divides_text(groups[place.first : place.last + 1], place):
                best = place
    return best and _whole(groups, best)


def _whole(groups: Sequence[Group], gutter: _Gutter) -> _Gutter:
    """The gutter extended by the lines above that reach beyond it, without the last that do not.

    Lines that are only in the left column belong to it if they continue below each other, or fill
    it.
    """
    left, right = gutter.left, gutter.right
    first = gutter.first
    for place in range(first - 1, -1, -1):
        crossed = any(word["x0"] < right and word["x1"] > left for word in groups[place])
        if crossed or _far_below(groups[place], groups[place + 1]):
            break
        if groups[place][0]["x0"] >= right:
            first = place
    last = max(
        place
        for place in range(gutter.first, gutter.last + 1)
        if any(word["x0"] >= right for word in groups[place])
    )
    feet = [max(w["bottom"] for w in groups[place]) for place in range(first, gutter.last + 1)]
    usual = median([b - a for a, b in pairwise(feet)] or [0.0])
    start = min(word["x0"] for group in groups[first : last + 1] for word in group)
    filled = start + _FILLED * (left - start)
    for place in range(last + 1, gutter.last + 1):
        rest = groups[place : gutter.last + 1]
        near = feet[place - first] - feet[place - first - 1] < _NEAR * usual
        if near or any(max(w["x1"] for w in group) > filled for group in rest):
            last = place
        else:
            break
    return _Gutter(left, right, first, last)


def _spaces(group: Group) -> list[tuple[float, float]]:
    """The wide spaces within a line, which may lie between columns."""
    least = _GUTTER * size_of(group)
    return [(a["x1"], b["x0"]) for a, b in pairwise(group) if b["x0"] - a["x1"] >= least]


def _reaching_down(groups: Sequence[Group], first: int, left: float, right: float) -> _Gutter:
    """How far down a space continues before words interrupt it, and its remaining width."""
    last = first
    for place in range(first + 1, len(groups)):
        group = groups[place]
        ends = [-inf, *(word["x1"] for word in group)]
        starts = [*(word["x0"] for word in group), inf]
        spaces = [
            (max(left, end), min(right, start)) for end, start in zip(ends, starts, strict=True)
        ]
        inner_left, inner_right = max(spaces, key=lambda space: space[1] - space[0])
        narrow = inner_right - inner_left < _GUTTER * size_of(group)
        if narrow or _far_below(groups[place - 1], group):
            break
        left, right, last = inner_left, inner_right, place
    return _Gutter(left, right, first, last)


def _far_below(above: Group, group: Group) -> bool:
    """Whether two lines are farther apart than paragraphs of one column."""
    space = min(w["top"] for w in group) - max(w["bottom"] for w in above)
    return bool(space > _FARTHEST * size_of(group))


def _divides_text(groups: Sequence[Group], gutter: _Gutter) -> bool:
    """Whether there are lines of text on both sides of a space, not numbers or cells."""
    sides = [
        [
            side
            for group in groups
            if (side := [w for w in group if (w["x0"] < gutter.right) is here])
        ]
        for here in (True, False)
    ]
    if min(map(len, sides)) < _LINES:
        return False
    edges = [
        (min(g[0]["x0"] for g in side), max(max(w["x1"] for w in g) for g in side))
        for side in sides
    ]
    whole = edges[1][1] - edges[0][0]
    return all(
        end - start > _NARROWEST * whole
        and _begins_alike(side)
        and sum(max(w["x1"] for w in group) - start > _FILLED * (end - start) for group in side)
        > _OFTEN * len(side)
        for side, (start, end) in zip(sides, edges, strict=True)
    )


def _begins_alike(side: Sequence[Group]) -> bool:
    """Whether most lines of a side begin at one place, unlike after spaces in justified text."""
    start = min(group[0]["x0"] for group in side)
    alike = sum(group[0]["x0"] - start < _ALIKE * size_of(group) for group in side)
    return bool(alike > _MOST * len(side))


def groups_of(words: Sequence[Word]) -> list[Group]:
    """The words line by line: a line contains the words whose middle is between its top and foot.

    A raised figure in a font with little space above its letters may be somewhat higher.

    >>> line = {"text": "lamps", "x0": 0, "top": 277.0, "bottom": 287.0}
    >>> raised = {"text": "2", "x0": 9, "top": 273.6, "bottom": 279.6}
    >>> [[word["text"] for word in group] for group in groups_of([line, raised])]
    [['lamps', '2']]
    """
    groups: list[Group] = []
    for word in sorted(words, key=lambda w: (w["bottom"], w["x0"])):
        middle = (word["top"] + word["bottom"]) / 2
        for group in groups[-3:]:
            top, bottom = min(w["top"] for w in group), max(w["bottom"] for w in group)
            own_middle = (top + bottom) / 2
            beside = top < middle < bottom or word["top"] < own_middle < word["bottom"]
            if beside or _is_raised_from(word, top, bottom):
                group.append(word)
                break
        else:
            groups.append([word])
    ordered = [sorted(group, key=lambda w: w["x0"]) for group in groups]
    return sorted(ordered, key=lambda group: min(w["top"] for w in group))


def _is_raised_from(word: Word, top: float, bottom: float) -> bool:
    """Whether either a word or a line is much smaller than the other, and reaches well into it."""
    smaller, larger = sorted((word["bottom"] - word["top"], bottom - top))
    within = min(word["bottom"], bottom) - max(word["top"], top)
    return bool(smaller < _SMALL * larger and within > _REACHES * smaller)


def size_of(group: Sequence[Word]) -> float:
    """The size of most letters of a line."""
    weights: Counter[float] = Counter()
    for word in group:
        weights[round(word["size"], 1)] += len(word["text"])
    return weights.most_common(1)[0][0]
