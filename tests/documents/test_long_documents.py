"""Documents of very many lines are read in a time that grows with them, and not faster."""

from __future__ import annotations

import time

from compendium.documents.blocks import blocks_of


def _work(lines: int) -> float:
    """Seconds of work for a text that so many lines make."""
    text = ["States should act on", *(f"and report on matter {line}" for line in range(lines))]
    began = time.process_time()
    (block,) = blocks_of(text, lambda _: None)
    took = time.process_time() - began
    assert block.text == " ".join(text)
    return took


def test_a_text_of_many_lines() -> None:
    """Four times the lines take four times the work; sixteen times, when each is joined to all."""
    assert _work(40_000) < 9 * _work(10_000)


def test_signs_that_need_no_space_between_lines() -> None:
    """A Chinese text of several lines has no spaces where they were joined, and ends as it did."""
    blocks = blocks_of(["工作组建议缔约国", "采取措施", "打击贩运.", "下一段"], lambda _: None)
    assert [block.text for block in blocks] == ["工作组建议缔约国采取措施打击贩运.", "下一段"]
