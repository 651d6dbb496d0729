"""Finds the texts beside one that the document or the record lacks, which may have parts of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from compendium.model.record_texts import Steps
from compendium.model.units import CLOSING_STEP, HEADING_STEP


def beside_gaps(
    recorded: Iterable[Steps], printed: Sequence[Steps], only_one: Collection[Steps]
) -> dict[Steps, Steps]:
    """The texts before and after each text that only one side has, and which text that is.

    In a list these are all of its entries.

    Args:
        recorded: the steps of the texts of the record.
        printed: the steps of the texts of the document, in its order.
        only_one: the steps that have no place on the other side.
    """
    order = _as_printed(list(recorded))
    beside = chain(_beside(order, only_one), _beside(printed, only_one))
    return {**dict(_in_list(order, only_one)), **dict(beside)}


def _in_list(order: Sequence[Steps], gone: Collection[Steps]) -> Iterator[tuple[Steps, Steps]]:
    """The entries of a list that lacks one: the letters of the others may have moved."""
    lists = {steps[:-1]: steps for steps in gone if _is_entry(steps)}
    for steps in order:
        if _is_entry(steps) and steps not in gone and steps[:-1] in lists:
            yield steps, lists[steps[:-1]]


def _is_entry(steps: Steps) -> bool:
    return steps[-1].isalpha() and steps[-1] not in {HEADING_STEP, CLOSING_STEP}


def _beside(order: Sequence[Steps], gone: Collection[Steps]) -> Iterator[tuple[Steps, Steps]]:
    before: Steps | None = None
    gap: Steps | None = None
    for steps in order:
        if steps in gone:
            gap = steps
            if before is not None:
                yield before, steps
            continue
        if gap is not None:
            yield steps, gap
        before, gap = steps, None


def _as_printed(recorded: Sequence[Steps]) -> list[Steps]:
    """The texts in the order of a document: headings before a paragraph, closing words after it."""
    places = {steps: place for place, steps in enumerate(recorded)}

    def place(steps: Steps) -> tuple[int, int]:
        if HEADING_STEP in steps:
            return places.get(steps[: steps.index(HEADING_STEP)], 0), 0
        if steps[-1] == CLOSING_STEP:
            above = steps[:-1]
            below = (places[one] for one in recorded if one[: len(above)] == above)
            return max(below), 2
        return places[steps], 1

    return sorted(recorded, key=place)
