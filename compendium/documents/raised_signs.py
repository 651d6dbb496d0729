"""Raised figures and letters of a line, which may be marks of notes or not."""

from __future__ import annotations

from collections.abc import Iterator

from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.original import Said


def raised_signs(number: int, said: Said) -> Iterator[Doubted]:
    """The doubts about a line: figures that name a note again, and signs that name none."""
    yield from (Doubted(Doubt.AGAIN, number, figure) for figure in said.again.values())
    yield from (Doubted(Doubt.RAISED, number, sign) for sign in said.raised)
