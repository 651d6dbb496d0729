"""Marks typed before a text for which the structure of its document has no mark."""

from __future__ import annotations

import re
from dataclasses import dataclass

from compendium.documents.blocks import Hand, Kind
from compendium.documents.marks import mark_of, without_mark

_COMMA = re.compile(r"^(\d{1,3}),(?= )")  # typed instead of a full stop
_BARE = re.compile(r"^([1-9]\d{0,2})\s+(?=\D)")  # without any stop


@dataclass(frozen=True, slots=True)
class TypedMark:
    """A mark: its kind, its meaning, how it is printed, and the text after it.

    `bare` means that only its place shows that it is a number.
    """

    kind: Kind
    says: str
    printed: str
    rest: str
    bare: bool = False


def typed_mark(text: str, hand: Hand) -> TypedMark | None:
    """The mark that a text begins with; None if there is none.

    >>> from compendium.documents.blocks import Flow
    >>> from compendium.documents.marks import hand_of
    >>> from compendium.languages.language import load_language
    >>> hand = hand_of(load_language("en"), Flow.FIXED)
    >>> [typed_mark(text, hand).printed for text in ("(b) Rests;", "2, Rests;", "2 Rests;")]
    ['(b)', '2.', '2']
    """
    text = _COMMA.sub(r"\1.", text)
    kind, says = mark_of(text, hand)
    if kind in {Kind.NUMBER, Kind.LETTER, Kind.ITEM}:
        rest = without_mark(text, hand)
        return TypedMark(kind, says, text.removesuffix(rest).strip(), rest)
    bare = _BARE.match(text)
    return TypedMark(Kind.NUMBER, bare[1], bare[1], text[bare.end() :], bare=True) if bare else None
