"""Divides a line that contains several numbered paragraphs if their numbers are in sequence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from compendium.documents.blocks import Hand, Kind
from compendium.documents.doubted import Doubt
from compendium.documents.headings import Headings
from compendium.documents.marks import mark_of
from compendium.documents.numbered_parts import with_parts_changed
from compendium.documents.original import Line, Original, Style

_WITHIN = re.compile(r"(?<=[;؛；,،，.。:：])\s*(?<!\d)(\d{1,3})\s?[.)-]\s+(?=\S)")  # noqa: RUF001
_GOING_ON = tuple(";؛；,،，:：")  # noqa: RUF001 - the end of a text that another follows


def with_numbers_apart(original: Original, hand: Hand, headings: Headings) -> Original:
    """A document in which each numbered paragraph begins a line; every division is reported.

    A number within a line begins a paragraph if it comes next in sequence and the next line with a
    number does not begin with this number.

    Args:
        original: the document, made tidy.
        hand: how it is written.
        headings: recognizes its headings.
    """
    return with_parts_changed(original, headings, lambda lines: _divided(lines, hand))


def _divided(lines: Sequence[Line], hand: Hand) -> Iterator[Line]:
    numbers = [_number(line, hand) for line in lines]
    following = _next_after(numbers)
    last = 0
    for line, number, after in zip(lines, numbers, following, strict=True):
        last = number or last
        pieces = list(_pieces(line.text, last, after)) if line.style is Style.TEXT else [line.text]
        last += len(pieces) - 1
        if len(pieces) == 1:
            yield line
            continue
        for count, piece in enumerate(pieces):
            doubts = (*line.doubts, (Doubt.DIVISION, piece))
            yield replace(line, text=piece, made=line.made if count == 0 else "", doubts=doubts)


def _number(line: Line, hand: Hand) -> int:
    """The number that a line begins with; zero if there is none."""
    kind, says = mark_of(line.text, hand)
    return int(says) if kind is Kind.NUMBER else 0


def _next_after(numbers: Sequence[int]) -> list[int]:
    """The next number after each line; zero if there is none."""
    after: list[int] = [0]
    for number in reversed(numbers[1:]):
        after.append(number or after[-1])
    return after[::-1][-len(numbers) :] if numbers else []


def _pieces(text: str, last: int, after: int) -> Iterator[str]:
    """The paragraphs of a line, by the number above it and the next number after it.

    If no number follows, a number begins a paragraph only after a text that continues.
    """
    start = 0
    within: dict[int, list[re.Match[str]]] = {}
    for match in _WITHIN.finditer(text):
        within.setdefault(int(match[1]), []).append(match)
    while begins := _beginning(text, within.get(last + 1, ()), start, last + 1, after):
        yield text[start : begins.start()].rstrip()
        start, last = begins.start(1), last + 1
    yield text[start:]


def _beginning(
    text: str, places: Sequence[re.Match[str]], start: int, number: int, after: int
) -> re.Match[str] | None:
    """Where the paragraph of a number begins: preferably after a text that continues."""
    if after and after <= number:
        return None
    places = [match for match in places if match.start() > start]
    going_on = [match for match in places if text[match.start() - 1] in _GOING_ON and number > 1]
    return next(iter([*going_on, *(places if after else [])]), None)
