"""Compares two texts word by word, ignoring insignificant differences."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from compendium.model.markup import read_escapes, unshield

_CONTEXT = 3  # words shown on each side of a difference
_OPENING = 8  # words shown of a text that the other side lacks
_MOST_PAIRS = 4_000_000  # of words of two texts; texts of records have less than a tenth

_LINK = re.compile(r"\[(?!\^)((?:[^\]\\]|\\.)*)\]\([^)]*\)")
_TAG = re.compile(r"</?[a-z]+>")
_ESCAPE = re.compile(r"\\([^\w\s])")
_SINGLE_QUOTES = re.compile("[\u2018\u2019\u201b]")
_DOUBLE_QUOTES = re.compile("[\u201c\u201d\u201e\u201f]")


def comparable(text: str) -> str:
    """The text without emphasis, link mark-up, curled quotes and uneven white space.

    >>> comparable("the  “*modi operandi*” of [55/25](#)")
    'the "modi operandi" of 55/25'
    """
    text = _LINK.sub(r"\1", read_escapes(text))
    text = _TAG.sub("", text).replace("*", "")
    text = unshield(_ESCAPE.sub(r"\1", text))
    text = _DOUBLE_QUOTES.sub('"', _SINGLE_QUOTES.sub("'", text))
    return " ".join(text.split())


def excerpts(printed: str, ours: str) -> list[tuple[str, str]]:
    """Each difference of two texts as a pair of excerpts, printed and ours; none if they agree.

    An excerpt contains every differing word and a few on each side. If one side has nothing at all,
    the excerpt of the other is its first words.

    >>> excerpts("States parties shall take measures", "States parties should take measures")
    [('States parties shall take measures', 'States parties should take measures')]
    """
    printed, ours = comparable(printed), comparable(ours)
    if printed == ours:
        return []
    if not printed or not ours:
        return [(opening(printed), opening(ours))]
    left, right = printed.split(" "), ours.split(" ")
    return [
        (_excerpt(left, start, end), _excerpt(right, other_start, other_end))
        for start, end, other_start, other_end in _hunks(left, right)
    ]


def opening(text: str) -> str:
    """The first words of a text, to name it by.

    >>> opening("The use of public-private partnerships in the context of preventing trafficking")
    'The use of public-private partnerships in the context …'
    """
    words = comparable(text).split(" ")
    return " ".join(words if len(words) <= _OPENING else [*words[:_OPENING], "…"])


def _hunks(left: list[str], right: list[str]) -> list[tuple[int, int, int, int]]:
    """The differing stretches; two are one if fewer words are between them than are shown."""
    hunks: list[tuple[int, int, int, int]] = []
    if len(left) * len(right) > _MOST_PAIRS:  # no text of a record; the comparison would not end
        first = next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), 0)
        end, other_end = min(first + _OPENING, len(left)), min(first + _OPENING, len(right))
        return [(first, end, first, other_end)]
    for tag, start, end, other_start, other_end in SequenceMatcher(
        None, left, right, autojunk=False
    ).get_opcodes():
        if tag == "equal":
            continue
        if hunks and start - hunks[-1][1] <= _CONTEXT:
            hunks[-1] = (hunks[-1][0], end, hunks[-1][2], other_end)
        else:
            hunks.append((start, end, other_start, other_end))
    return hunks


def _excerpt(words: list[str], start: int, end: int) -> str:
    return " ".join(words[max(0, start - _CONTEXT) : end + _CONTEXT])
