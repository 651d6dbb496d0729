"""Paragraphs are made whole and find their number, letter or item by sequence."""

from __future__ import annotations

import pytest

from compendium.documents.blocks import Block, Kind, blocks_of, settle_notes
from compendium.documents.outline import texts_of
from compendium.documents.printed import PrintedText


def _read(text: str, *, titled: bool = False) -> tuple[PrintedText, ...]:
    head = "Resolution 1/1"
    lines = [head, *text.split("\n")] if titled else text.split("\n")
    blocks = blocks_of(lines, lambda line: Kind.RECORD if line == head else None)
    blocks, notes = settle_notes(blocks[1:] if titled else blocks)
    return texts_of(blocks, notes, titled=titled)


def _steps(text: str, *, titled: bool = False) -> list[str]:
    return [".".join(one.steps) for one in _read(text, titled=titled)]


def test_sentence_divided_by_a_page_is_whole() -> None:
    """A line that begins small continues the paragraph, over the notes between them."""
    found = _read("1. With regard¹\n\n¹ A note.\n\nto extradition.²\n² Another note.\n2. Next.")
    assert found == (
        PrintedText(("1",), "With regard[^1] to extradition.[^2]", ("A note.", "Another note.")),
        PrintedText(("2",), "Next."),
    )


def test_unfinished_sentence_goes_on_with_a_capital() -> None:
    """A paragraph without its end goes on in the next line, whatever that begins with."""
    found = _read("1. The articles of the Trafficking\nin\n2013 and the\nProtocol.")
    assert [one.text for one in found] == [
        "The articles of the Trafficking in 2013 and the Protocol."
    ]


def test_line_after_a_finished_paragraph_is_stray() -> None:
    """A line without a mark after a finished paragraph, such as a running head, stands apart."""
    assert _steps("1. Finished.\nTHEMATIC INDEX\n2. Next.") == ["1", "#stray", "2"]


@pytest.mark.parametrize(
    ("marks", "steps"),
    [
        ("1. x:|(a) x;|(b) x.|2. x.", "1 1.a 1.b 2"),
        ("1. x:|(h) x;|(i) x;|(j) x.", "1 1.h 1.i 1.j"),
        ("1. x:|(h) x:|(i) x;|(ii) x;|(i) x;|(j) x.", "1 1.h 1.h.i 1.h.ii 1.i 1.j"),
        ("1. x:|(h) x;|(i) x:|(i) x;|(ii) x;|(j) x.", "1 1.h 1.i 1.i.i 1.i.ii 1.j"),
        ("(a) x:|(i) x;|(ii) x;|(iii) x;|(iv) x;|(v) x;|(b) x.", "a a.i a.ii a.iii a.iv a.v b"),
        ("(u) x:|(i) x;|(ii) x;|(v) x;|(w) x.", "u u.i u.ii v w"),
        ("1. x:|(z) x;|(aa) x;|(bb) x.", "1 1.z 1.aa 1.bb"),
        ("1. x:|- (*k*) x;|- (*l*) x.", "1 1.k 1.l"),
    ],
)
def test_letter_or_item_follows_from_sequence(marks: str, steps: str) -> None:
    """(i) is an item where items are announced or go on, and a letter after (h)."""
    assert " ".join(_steps(marks.replace("|", "\n"))) == steps


def test_preamble_is_counted() -> None:
    """A titled record opens with title and formula; what then has no number is its preamble."""
    text = "Title of it\nThe Conference,\nRecalling a,\nNoting b\nand c,\nPP 2\n1. *Urges* x;"
    assert _steps(text, titled=True) == ["#title", "#formula", "pp.1", "pp.2", "1"]


def test_count_in_the_margin_is_checked() -> None:
    """The count of preambular paragraphs stands beside the paragraph it counts, or is a stray."""
    preamble = "Title of it\nThe Conference,\nRecalling a,\n{}\nNoting b,\n1. *Urges* x;"
    assert "#stray" not in _steps(preamble.format("PP 1"), titled=True)
    assert "#stray" not in _steps(preamble.format("PP 2"), titled=True)
    assert "#stray" in _steps(preamble.format("PP 5"), titled=True)


def test_remark_opens_a_meeting_without_paragraphs() -> None:
    """A section that only says what became of its work prints a remark."""
    assert _read("The work was endorsed later.") == (
        PrintedText(("#remark",), "The work was endorsed later."),
    )


def test_note_that_nothing_names_is_stray() -> None:
    """A note without a mark in the text, or a second one of its number, is no note of any text."""
    blocks, notes = settle_notes(
        [
            Block(Kind.NUMBER, "1", "Text.¹"),
            Block(Kind.NOTE, "1", "Named."),
            Block(Kind.NOTE, "1", "Named again."),
            Block(Kind.NOTE, "7", "Not named."),
        ]
    )
    assert {number: note.text for number, note in notes.items()} == {"1": "Named."}
    assert [block.text for block in blocks if block.kind is Kind.STRAY] == [
        "Named again.",
        "Not named.",
    ]
