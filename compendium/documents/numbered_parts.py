"""The parts of a document whose paragraphs count from one: each record, each annex."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from compendium.documents.headings import Headings
from compendium.documents.original import Line, Original


def numbered_parts(lines: Sequence[Line], headings: Headings) -> Iterator[range]:
    """The lines of each record without those after its end, of each annex, and of the rest.

    Args:
        lines: the lines of the document.
        headings: recognizes its headings.
    """
    start, in_record, ended = 0, False, False
    for place, line in enumerate(lines):
        text = line.text.strip()
        is_record = headings.record(text) is not None
        is_end = in_record and headings.closes(text)
        if not (is_record or is_end or headings.is_annex(text)):
            continue
        if not ended:
            yield range(start, place)
        start, ended = place + 1, is_end
        in_record = is_record or (in_record and is_end)
    if not ended:
        yield range(start, len(lines))


def with_parts_changed(
    original: Original, headings: Headings, change: Callable[[Sequence[Line]], Iterable[Line]]
) -> Original:
    """A document with other lines in each of these parts.

    Args:
        original: the document.
        headings: recognizes its headings.
        change: a function that gives the new lines of a part.
    """
    lines: list[Line] = []
    end = 0
    for part in numbered_parts(original.lines, headings):
        lines += original.lines[end : part.start]
        lines += change(original.lines[part.start : part.stop])
        end = part.stop
    lines += original.lines[end:]
    return replace(original, lines=tuple(lines))


def next_line(lines: Sequence[Line], place: int) -> int:
    """The place of the next line with words, or the place after the last line."""
    following = range(place + 1, len(lines))
    return next((later for later in following if lines[later].text.strip()), len(lines))
