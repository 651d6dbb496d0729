"""The numbered paragraphs of an operative part, and the headings between them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from compendium.documents.blocks import Block, Hand, Kind, ends
from compendium.documents.marks import mark_alone, mark_of
from compendium.documents.original import Original, Role, Said

_LONGEST_HEADING = 250


def misprinted_numbers(original: Original, hand: Hand, lines: range) -> dict[int, str]:
    """The correct numbers for misprinted ones, by their lines.

    Numbers that do not follow those before them are misprinted if the same count of numbers is
    missing there: they are in sequence among themselves, and the number after them continues as if
    they had been correct.

    Args:
        original: the document.
        hand: how it is written.
        lines: the lines of the record, by their numbers from one.
    """
    numbered = [(place, int(mark)) for place, mark in _numbers(original, hand, lines)]
    numbers = [number for _, number in numbered]
    right: dict[int, str] = {}
    last = place = 0
    while place < len(numbers):
        end = place + 1
        while end < len(numbers) and numbers[end] == numbers[end - 1] + 1:
            end += 1
        fitting = end < len(numbers) and numbers[end] == last + end - place + 1
        if numbers[place] != last + 1 and fitting:
            counted = enumerate(numbered[place:end], start=last + 1)
            right |= {line: str(number) for number, (line, *_) in counted}
            last += end - place
        else:
            last = numbers[end - 1]
        place = end
    return right


def next_number(original: Original, hand: Hand, lines: range, place: int) -> str:
    """The number of the first numbered paragraph after a line; empty if there is none."""
    after = range(place + 1, lines.stop)
    return next((mark for _, mark in _numbers(original, hand, after)), "")


def _numbers(original: Original, hand: Hand, lines: range) -> Iterator[tuple[int, str]]:
    """The numbers of paragraphs, with their lines."""
    for place in lines:
        said = original.lines[place - 1].said
        if said and said.role is Role.PASSAGE and not said.depth:
            kind, mark = mark_alone(said.mark, hand)
            if kind is Kind.NUMBER:
                yield place, mark


def with_headings(original: Original, hand: Hand) -> Original:
    """A document whose plain headings are marked as headings.

    A paragraph of the operative part that has neither number nor stop, before the next number or
    another heading, is a heading.
    """
    lines = list(original.lines)
    before_number = False
    for place in range(len(lines) - 1, -1, -1):
        said = lines[place].said
        if place + 2 in original.starts:  # the last line of a resolution before another
            before_number = False
        if said is None or said.role not in {Role.PASSAGE, Role.GOES_ON, Role.HEADING}:
            continue
        bare = said.role is Role.PASSAGE and not (said.mark or said.depth)
        if before_number and bare and _is_heading(lines[place].text, hand):
            lines[place] = replace(lines[place], said=Said(Role.HEADING, loose=True))
        elif said.role is not Role.HEADING:
            before_number = said.depth == 0 and mark_alone(said.mark, hand)[0] is Kind.NUMBER
    return replace(original, lines=tuple(lines))


def _is_heading(text: str, hand: Hand) -> bool:
    block = Block(Kind.PLAIN, "", text)
    plain = mark_of(text, hand)[0] is Kind.PLAIN
    return plain and len(text) < _LONGEST_HEADING and not ends(block, hand, commas=True)
