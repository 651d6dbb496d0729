"""Finds the annexes of a document whose lines differ from those of its record."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from unicodedata import normalize

from compendium.documents.printed import PrintedText
from compendium.documents.word_comparison import opening
from compendium.importing.slots import Slot
from compendium.model.annexes import ANNEX_STEP
from compendium.model.record_texts import Steps

_NUMBER = re.compile(r"\W*(\d{1,3})\s?[.)\-–]")
# A letter of a list; after n languages differ in their letters.
_LETTER = re.compile(r"\W{0,3}([a-n])\s?\)")


@dataclass(frozen=True, slots=True)
class Different:
    """The difference between an annex of a document and that of its record, and its line."""

    line: int
    what: str


def differing_annexes(
    slots: Mapping[Steps, Slot], printed: Sequence[PrintedText]
) -> dict[Steps, Different]:
    """The annexes whose lines may not be those of the record, by the steps to them.

    An annex has the lines of the record's annex if both have the same number of lines, the same
    numbers and letters before them, and headings at the same places.

    Args:
        slots: the texts of the record, by steps.
        printed: the texts of the document.
    """
    theirs: dict[Steps, list[PrintedText]] = {}
    for text in printed:
        if text.steps[0] == ANNEX_STEP:
            theirs.setdefault(text.steps[:2], []).append(text)
    ours: dict[Steps, list[Slot]] = {}
    for steps, slot in slots.items():
        if steps[0] == ANNEX_STEP:
            ours.setdefault(steps[:2], []).append(slot)
    compared = {
        above: _difference(theirs.get(above, []), ours.get(above, []))
        for above in {**ours, **theirs}
    }
    return {above: different for above, different in compared.items() if different}


def _difference(theirs: Sequence[PrintedText], ours: Sequence[Slot]) -> Different | None:
    """The first difference of two annexes."""
    if len(theirs) != len(ours):
        line = theirs[0].line if theirs else 0
        return Different(line, f"the annex has {len(theirs)} lines, the record's {len(ours)}")
    for their, our in zip(theirs, ours, strict=True):
        if _number(their.text) != _number(our.text):
            what = f"another number than in the record: {opening(their.text)}"
            return Different(their.line, what)
        letters = {mark[1] for text in (their.text, our.text) if (mark := _LETTER.match(text))}
        if len(letters) > 1:
            what = f"another letter than in the record: {opening(their.text)}"
            return Different(their.line, what)
        if their.heading != our.heading:
            is_one = "a heading" if their.heading else "no heading"
            what = f"{is_one}, otherwise than in the record: {opening(their.text)}"
            return Different(their.line, what)
    return None


def _number(text: str) -> int:
    """The number that a line begins with; zero if there is none.

    >>> [_number(text) for text in ("12. Lamps", "1 - Lamps", "(a) Lamps", "2030 will be")]
    [12, 1, 0, 0]
    """
    match = _NUMBER.match(normalize("NFKC", text))
    return int(match[1]) if match else 0
