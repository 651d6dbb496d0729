"""Texts of a document beside those of a record, paired by the steps that lead to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TypeAlias

from compendium.comparing.recorded_texts import RecordedText
from compendium.documents.printed import PrintedText
from compendium.documents.word_comparison import excerpts, opening
from compendium.model.annexes import ANNEX_STEP
from compendium.model.record_texts import note_place, text_place

_TOP = 2  # steps that lead to the heading of an annex
Pairs: TypeAlias = Iterator[tuple[str, str, str]]  # place, printed, ours


def text_pairs(key: str, printed: Sequence[PrintedText], ours: Sequence[RecordedText]) -> Pairs:
    """Every difference as place, printed and ours; texts are paired by their steps.

    A text that only one side has, or that one side has twice, is a difference; an annex that only
    one side has is one difference, at its heading.
    """
    lone = _annexes(printed) ^ _annexes(ours)
    waiting = {text.steps: text for text in ours if text.steps[:-1] not in lone}
    for text in (text for text in printed if text.steps[:-1] not in lone):
        own = waiting.pop(text.steps, None)
        if own is None:
            yield text_place(key, text.steps), opening(text.text), ""
        else:
            yield from _compared(own.place, text.text, own.text)
            yield from _notes(own.place, text.notes, own.notes)
    for own in waiting.values():
        yield own.place, "", opening(own.text)


def _annexes(texts: Sequence[PrintedText] | Sequence[RecordedText]) -> set[tuple[str, ...]]:
    """The steps to the headings of annexes."""
    return {text.steps for text in texts if text.steps[0] == ANNEX_STEP and len(text.steps) == _TOP}


def _notes(place: str, printed: Sequence[str], ours: Sequence[str]) -> Pairs:
    for count, (theirs, own) in enumerate(zip_longest(printed, ours, fillvalue=""), start=1):
        yield from _compared(note_place(place, count), theirs, own)


def _compared(place: str, printed: str, ours: str) -> Pairs:
    for excerpt, own_excerpt in excerpts(printed, ours):
        yield place, excerpt, own_excerpt
