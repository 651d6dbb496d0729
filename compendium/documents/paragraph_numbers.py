"""The paragraphs of an operative part that have numbers, and the headings between them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from compendium.documents.blocks import Block, Hand, Kind, ends
from compendium.documents.marks import mark_alone, mark_of
from compendium.documents.original import Original, Role, Said

_LONGEST_HEADING = 250


def following_numbers(original: Original, hand: Hand) -> dict[int, str]:
    """The number of the next paragraph, by the line of each that has one."""
    numbered = [
        (place, mark_alone(line.said.mark, hand)[1])
        for place, line in enumerate(original.lines, start=1)
        if line.said
        and line.said.role is Role.PASSAGE
        and not line.said.depth
        and mark_alone(line.said.mark, hand)[0] is Kind.NUMBER
    ]
    return {place: mark for (place, _), (_, mark) in pairwise(numbered)}


def with_headings(original: Original, hand: Hand) -> Original:
    """A document whose plain headings are known as such.

    A paragraph of the operative part that has neither number nor stop, before the next number or
    another heading, is one.
    """
    lines = list(original.lines)
    before_number = False
    for place in range(len(lines) - 1, -1, -1):
        said = lines[place].said
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
