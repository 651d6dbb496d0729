"""Numbers in another form are read, and the account of their document balances."""

from __future__ import annotations

import pytest

from compendium.documents.adopted import read_adopted
from compendium.documents.blocks import Flow
from compendium.documents.original import Line, Original
from compendium.languages.language import load_language

HEAD = ("Resolution 12/1", "Lamps", "The Conference,")


@pytest.mark.parametrize("first", ["1) ", "(1) ", "1, ", "1."])
def test_automatic_numbers(first: str) -> None:
    """A number that a program counts is none of the words of the file, in any form."""
    head = [Line(text, place) for place, text in enumerate(HEAD, start=1)]
    counted = [first, first.replace("1", "2")]
    made = [
        Line(f"{number}{text}", place, made=number)
        for place, (number, text) in enumerate(zip(counted, ("Urges;", "Rests."), strict=True), 4)
    ]
    shown = " ".join([*HEAD, "Urges;", "Rests."])
    adopted = read_adopted(
        Original("a.docx", (*head, *made), Flow.WHOLE, shown=shown), load_language("en"), None
    )
    assert [".".join(text.steps) for text in adopted.records[0].texts][2:] == ["1", "2"]
    assert adopted.account.faults == ()


@pytest.mark.parametrize("first", ["l. ", "① "])
def test_signs_for_figures(first: str) -> None:
    """A letter or a sign for a figure is that figure, in the text as in the file."""
    texts = (*HEAD, f"{first}Urges;", "2. Rests.")
    lines = tuple(Line(text, place) for place, text in enumerate(texts, start=1))
    original = Original("a.txt", lines, Flow.BROKEN, shown="\n".join(texts))
    adopted = read_adopted(original, load_language("en"), None)
    assert [".".join(text.steps) for text in adopted.records[0].texts][2:] == ["1", "2"]
    assert adopted.account.faults == ()
