"""Lines of plain text that begin with a capital or a figure because the line before was full."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from compendium.documents.blocks import Block, Hand, Kind, ends
from compendium.documents.doubted import Doubt
from compendium.documents.headings import Headings
from compendium.documents.marks import mark_of
from compendium.documents.original import Line, Original

_WRAPPED = 0.15  # of the lines: at least this share continues a line that has not ended
_FEWEST = 5  # such lines, which show that a text is set in lines
_FULL = 0.7  # of the width: the least length of a full line
_WIDE = 0.9  # of the lines that others follow: this share is not longer than the width


def with_wrapped_lines(original: Original, hand: Hand, headings: Headings) -> Original:
    """A document in which no paragraph is divided where a full line of plain text ends with a stop.

    Such a line is joined to the next if empty lines separate the paragraphs. If they do not,
    the next line may begin a paragraph, which is reported.

    Args:
        original: the document, made tidy.
        hand: how it is written.
        headings: recognizes its headings.
    """
    if not original.is_set_in_lines:
        return original
    lines = original.lines
    width = _width(lines, hand)
    if not width:
        return original
    apart = _stand_apart(lines, hand)
    kept: list[Line] = []
    after_full = {*_after_full_lines(lines, width, hand, headings)}
    for place, line in enumerate(lines):
        if place not in after_full:
            kept.append(line)
        elif apart:
            kept.append(kept.pop().joined(line))
        else:
            kept.append(line.in_doubt(Doubt.DIVISION))
    return replace(original, lines=tuple(kept))


def _width(lines: Sequence[Line], hand: Hand) -> int:
    """The number of letters in a full line; zero if the text is not set in lines."""
    pairs = [(above.text.strip(), line.text.strip()) for above, line in pairwise(lines)]
    followed = [(above, line) for above, line in pairs if above and line]
    lengths = sorted(len(above) for above, _ in followed)
    width = lengths[int(_WIDE * (len(lengths) - 1))] if lengths else 0
    going_on = [
        len(above) >= _FULL * width and not (line[0].isupper() or _ended(above, hand))
        for above, line in followed
    ]
    filled = [line for line in lines if line.text.strip()]
    return width if sum(going_on) >= max(_FEWEST, _WRAPPED * len(filled)) else 0


def _stand_apart(lines: Sequence[Line], hand: Hand) -> bool:
    """Whether an empty line precedes each numbered paragraph, and there are such paragraphs."""
    numbered = [
        not above.text.strip()
        for above, line in pairwise(lines)
        if mark_of(line.text.strip(), hand)[0] is Kind.NUMBER
    ]
    return len(numbered) > 1 and all(numbered)


def _after_full_lines(
    lines: Sequence[Line], width: int, hand: Hand, headings: Headings
) -> Iterator[int]:
    """The places of lines without a mark below a full line whose end may be that of a paragraph."""
    for place, (above, line) in enumerate(pairwise(lines), start=1):
        before, text = above.text.strip(), line.text.strip()
        if not (before and text) or text[0].islower() or not _ended(before, hand):
            continue
        full = len(before) + 1 + len(text.split(maxsplit=1)[0]) > width
        plain = mark_of(text, hand)[0] is Kind.PLAIN and not headings.stands_alone(text)
        if full and plain and not headings.stands_alone(before):
            yield place


def _ended(text: str, hand: Hand) -> bool:
    return ends(Block(Kind.PLAIN, "", text), hand, commas=True)
