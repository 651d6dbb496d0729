"""Notes with numbers in brackets, as typed pages have them: [1] in a text, and below all texts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from compendium.documents.original import Line, raised

_NOTE = re.compile(r"\s*\[(\d{1,3})\]\s+(?=\S)")
_CALL = re.compile(r"\s?\[(\d{1,3})\]")


def with_raised_notes(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Lines whose notes in brackets are raised, if the last of them are these notes.

    They are where each of the last lines begins with the next number from one, and every number
    stands in the lines before.

    >>> lines = [Line("Lamps.[1]", 1), Line("Wicks [2] too.", 2), Line("[1] A.", 3)]
    >>> [line.text for line in with_raised_notes([*lines, Line("[2] B.", 4)])]
    ['Lamps.¹', 'Wicks² too.', '¹ A.', '² B.']
    >>> [line.text for line in with_raised_notes(lines)]
    ['Lamps.[1]', 'Wicks [2] too.', '[1] A.']
    """
    said = [place for place, line in enumerate(lines) if line.text.strip()]
    first = next((place for place in said if _NOTE.match(lines[place].text)), len(lines))
    tail = [_NOTE.match(lines[place].text) for place in said if place >= first]
    numbers = [found[1] for found in tail if found]
    called = {mark for line in lines[:first] for mark in _CALL.findall(line.text)}
    counted = [str(number) for number in range(1, len(tail) + 1)]
    if not tail or numbers != counted or called != set(numbers):
        return tuple(lines)
    texts = [_CALL.sub(lambda call: raised(call[1]), line.text) for line in lines[:first]]
    texts += [_NOTE.sub(lambda mark: f"{raised(mark[1])} ", line.text) for line in lines[first:]]
    return tuple(replace(line, text=text) for line, text in zip(lines, texts, strict=True))
