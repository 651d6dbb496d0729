"""Words of a PDF that are struck through or that nobody sees are left out, and told."""

from __future__ import annotations

from pathlib import Path

from weasyprint import HTML

from compendium.documents.adopted import read_adopted
from compendium.documents.pdf import read_pdf
from compendium.importing.doubts import doubts
from compendium.languages.language import load_language

PAGE = """\
<style>body { font: 10pt serif } p { margin: 0 0 6pt } .a { color: white } .b { font-size: 1pt }
.c { text-decoration: overline } td { border: 1pt solid }</style>
<p>Resolution 12/1<p>Lamps of brass<p>The Conference, which meets by day and by night, all the year,
<p>1. Urges all <s>of the struck words</s> States to light <u>the lamps</u> <i class=c>over</i>
<span class=a>in white letters</span> the coast <span class=b>in tiny letters</span>.
<table><tr><td>In cells</table>"""


def test_words_that_are_struck_through_or_not_seen() -> None:
    """They are no words of the text and are named (I026); lines below and above words are none."""
    original = read_pdf(HTML(string=PAGE).write_pdf(), Path("a.pdf"))
    adopted = read_adopted(original, load_language("en"), None)
    text = next(text for text in adopted.records[0].texts if text.steps == ("1",))
    assert text.text.startswith("Urges all States to light the lamps *over* the coast .")
    told = [found.message for found in doubts(adopted) if found.code == "I026"]
    assert len(told) == 2
    assert "hidden words are left out: in white letters" in told[0]
    assert "words struck through are left out: of the struck words" in told[1]
    assert not [fault for fault in adopted.account.faults if fault.line == 0]
