"""The order of topics that a language proposes."""

from __future__ import annotations

import pytest

from compendium.texts.order import propose_order
from support.cases import Case


@pytest.mark.cases("sorting.md")
def test_headings(case: Case) -> None:
    """Headings are sorted as the language sorts them."""
    headings = case.given.split("\n")
    order = propose_order([(heading, heading) for heading in headings], case.language)
    assert list(order.topics) == case.wanted.split("\n")
