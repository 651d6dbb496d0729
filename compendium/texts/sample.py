"""A random sample of texts, for a reviser who reads a few and judges all by them."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil
from random import Random

from compendium.texts.text_units import EDITION_CATALOGUE, TextUnit


def population(units: Sequence[TextUnit]) -> list[TextUnit]:
    """The texts that a sample is drawn from: what was adopted, and the topics.

    The frames of the editions are left out: they repeat each other, and each new edition would
    change the sample.
    """
    return [unit for unit in units if unit.catalogue != EDITION_CATALOGUE]


def draw_sample(units: Sequence[TextUnit], share: float, seed: int) -> list[TextUnit]:
    """Draw a share of the texts, rounded up, in the order of the records.

    Each key draws its own lot from the seed, so a new text can push others out of the sample but
    does not change their lots: after a new meeting most of the sample is the same as before.

    Args:
        units: all texts.
        share: how much of them, above 0 and up to 1.
        seed: what the lots follow from.
    """
    known = population(units)
    size = ceil(round(share * len(known), 9))  # 0.07 * 100 is a little above 7
    lots = sorted(known, key=lambda unit: Random(f"{seed} {unit.key}").random())  # noqa: S311 - no secret
    drawn = {unit.key for unit in lots[:size]}
    return [unit for unit in known if unit.key in drawn]
