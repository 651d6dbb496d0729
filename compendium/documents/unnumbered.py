"""Unnumbered paragraphs in a record: their role if others have a number, or if none has one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from compendium.documents.doubted import Doubt, Doubted
from compendium.documents.printed import STRAY, PrintedText
from compendium.model.record_texts import FORMULA, TITLE
from compendium.model.units import PREAMBULAR_STEP

WITHOUT = "#"  # with a count: the step of an unnumbered paragraph until it is settled
_HEADS = frozenset({TITLE, FORMULA, STRAY})

Settled = tuple[tuple[PrintedText, ...], tuple[Doubted, ...], bool]


def settle_unnumbered(texts: Sequence[PrintedText], preambular: int) -> Settled:
    """The texts with steps for unnumbered paragraphs, doubts, and whether all lack a number.

    Before the first number such a paragraph belongs to the preamble. After it, the paragraph has no
    place.

    Args:
        texts: the texts of one record.
        preambular: how many paragraphs its preamble has.
    """
    tops = [text for text in texts if text.steps not in _HEADS]
    marked = [text for text in tops if text.steps[0][0] not in {WITHOUT, PREAMBULAR_STEP[0]}]
    without = any(text.steps[0][0] == WITHOUT for text in tops)
    if not (marked and without):
        return tuple(map(_counted, texts)), (), without
    settled: list[PrintedText] = []
    doubted: list[Doubted] = []
    for text in texts:
        first, *others = text.steps
        if first[0] != WITHOUT or text.steps in _HEADS:
            settled.append(text)
        elif text.line > marked[0].line:
            settled.append(replace(text, steps=STRAY))
        else:
            preambular += not others
            doubted.append(Doubted(Doubt.PREAMBLE, text.line, text.text))
            settled.append(replace(text, steps=(PREAMBULAR_STEP, str(preambular), *others)))
    return tuple(settled), tuple(doubted), False


def _counted(text: PrintedText) -> PrintedText:
    """Unnumbered paragraphs, by their count if no paragraph has a number."""
    first, *others = text.steps
    unnumbered = first[0] == WITHOUT and text.steps not in _HEADS
    return replace(text, steps=(first.removeprefix(WITHOUT), *others)) if unnumbered else text
