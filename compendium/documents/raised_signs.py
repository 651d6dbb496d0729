"""Raised figures and letters of a line, which may be marks of notes or not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from compendium.documents.blocks import NOTE_MARK
from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.original import Line, Said
from compendium.documents.printed import PrintedText


def raised_signs(number: int, said: Said) -> Iterator[Doubted]:
    """The doubts about a line: figures that call a note again, and characters that call none."""
    yield from (Doubted(Doubt.AGAIN, number, figure) for figure in said.again.values())
    yield from (Doubted(Doubt.RAISED, number, sign) for sign in said.raised)


def notes_named_again(texts: Iterable[PrintedText], lines: Sequence[Line]) -> Iterator[Doubted]:
    """The doubts about texts whose raised figure is the number of a note of an earlier mark."""
    named: set[int] = set()
    for text in texts:
        for number in text.note_lines:
            mark = NOTE_MARK.pattern.match(lines[number - 1].text)
            if mark and number in named:
                yield Doubted(Doubt.AGAIN, text.line, mark[1])
            named.add(number)
