"""A number that stands twice in a document takes nothing from the other, and costs no more."""

from __future__ import annotations

from compendium.documents.printed import PrintedText
from compendium.importing.drafts import _passages

ONE = [
    PrintedText(("4",), "Asks:"),
    PrintedText(("4", "a"), "Oil;"),
    PrintedText(("4", "b"), "Wick."),
]


def test_each_has_what_follows_it() -> None:
    """Below each of two paragraphs of one number stand its own subparagraphs alone."""
    again = [PrintedText(("4",), "Urges:"), PrintedText(("4", "a"), "Brass.")]
    found = _passages([*ONE, *again], ())
    below = [[one["text"] for one in passage["subparagraphs"]] for passage in found]
    assert [passage["text"] for passage in found] == ["Asks:", "Urges:"]
    assert below == [["Oil;", "Wick."], ["Brass."]]


def test_a_heading_is_of_what_it_stands_before() -> None:
    """The heading before the second paragraph of a number is not that of the first."""
    headings = [PrintedText(("4", "heading", n), f"Heading {n}") for n in ("1", "2")]
    found = _passages([headings[0], *ONE, headings[1], PrintedText(("4",), "Urges.")], ())
    assert [passage["headings"] for passage in found] == [["Heading 1"], ["Heading 2"]]


def test_pages_that_come_again_and_again() -> None:
    """A document whose page comes a hundred times has a hundred times its texts, not a million."""
    (*_, last) = found = _passages(ONE * 100, ())
    assert len(found) == 100
    assert len(last["subparagraphs"]) == 2
