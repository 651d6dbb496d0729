"""Divides a line that contains several points of a list if their marks are in sequence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from compendium.documents.blocks import Hand, Kind
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.headings import Headings
from compendium.documents.marks import mark_alone, mark_of
from compendium.documents.numbered_parts import with_parts_changed
from compendium.documents.original import Line, Original, Style
from compendium.documents.outline import FIRST_MARKS, followers
from compendium.documents.printed import STRAY, PrintedText

_POINTS = frozenset({Kind.LETTER, Kind.ITEM})
_LEAST = 2  # points of a list
_MARK = r"[(（]?[^\W\d_]{1,5}[)）]|[\u3220-\u3229]"  # noqa: RUF001
# After a text of a list that continues, perhaps with a word for "and".
_NEXT = re.compile(rf"[;؛；]\s*(?:[^\W\d_]{{1,5}}\s+)?({_MARK})\s*(?=\S)")  # noqa: RUF001
_FIRST = re.compile(rf"[:：]\s*({_MARK})\s*(?=\S)")  # noqa: RUF001


def with_points_apart(original: Original, hand: Hand, headings: Headings) -> Original:
    """A document in which each point of a list begins a line; every division is reported.

    A line that begins with the mark of a point is divided if the next mark follows a semicolon, and
    no line before the next number begins with that mark.

    Args:
        original: the document, made tidy.
        hand: how it is written.
        headings: recognizes its headings.
    """

    def change(lines: Sequence[Line]) -> Iterator[Line]:
        for place, line in enumerate(lines):
            kind, says = mark_of(line.text, hand)
            if kind in _POINTS and line.style is Style.TEXT:
                following = _marks_after(lines[place + 1 :], hand)
                yield from _divided(line, says, following, hand)
            else:
                yield line

    return with_parts_changed(original, headings, change)


def points_in(texts: Iterable[PrintedText], hand: Hand) -> Iterator[Doubted]:
    """The doubts about texts that contain the beginning of a list, with no list below them.

    Args:
        texts: the texts of a record.
        hand: how the document is written.
    """
    listed = list(texts)
    above = {text.steps[:-1] for text in listed}
    for text in listed:
        first = _FIRST.search(text.text) if text.steps not in {STRAY, *above} else None
        if first is None or (says := _says(first[1], hand)) not in FIRST_MARKS:
            continue
        if text.text[first.end()].islower():  # as points within a sentence do, not those in lines
            continue
        later = {_says(match[1], hand) for match in _NEXT.finditer(text.text, first.end())}
        if later & followers(says):
            yield Doubted(Doubt.POINTS, text.line, text.text[first.start(1) :])


def _marks_after(lines: Sequence[Line], hand: Hand) -> frozenset[str]:
    """The marks of points at the beginnings of lines, up to the next number."""
    marks = set[str]()
    for line in lines:
        kind, says = mark_of(line.text, hand)
        if kind is Kind.NUMBER:
            break
        if kind in _POINTS:
            marks.add(says)
    return frozenset(marks)


def _divided(line: Line, says: str, following: frozenset[str], hand: Hand) -> Iterator[Line]:
    """The points of a line that begins with a point."""
    starts = [0]
    for match in _NEXT.finditer(line.text):
        mark = _says(match[1], hand)
        if mark in followers(says) and mark not in following:
            starts.append(match.start(1))
            says = mark
    if len(starts) < _LEAST:
        yield line
        return
    for start, stop in zip(starts, [*starts[1:], len(line.text)], strict=True):
        piece = line.text[start:stop].rstrip()
        doubts = (*line.doubts, (Doubt.DIVISION, piece))
        yield replace(line, text=piece, made="" if start else line.made, doubts=doubts)


def _says(mark: str, hand: Hand) -> str:
    """The meaning of the mark of a point; empty if it is not a mark."""
    kind, says = mark_alone(mark, hand)
    return says if kind in _POINTS else ""
