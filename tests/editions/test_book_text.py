"""The text of the book is the text of the records: all of it, in order, and nothing else."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from support.inspection.book import Book
from support.inspection.counting import RecordProperty, report
from support.inspection.expected import Expected
from support.inspection.flow import Flow, squeeze, words


def test_every_unit_in_order(
    text: Flow, expected: Expected, record_property: RecordProperty
) -> None:
    """The parts hold every heading, formula and unit in order, and nothing between them."""
    found = text.find_all(expected.parts())
    units = [place for place in found if place.piece.kind == "unit"]
    assert len(units) == len(list(expected.corpus.units()))
    report(record_property, units=len(units), pieces=len(found))


def test_every_entry_in_order(
    index_text: Flow, expected: Expected, record_property: RecordProperty
) -> None:
    """The index holds every topic and every line of it in order, and nothing between them."""
    found = index_text.find_all(expected.thematic_index())
    kinds = Counter(place.piece.kind for place in found)
    entries = {kind: count for kind, count in kinds.items() if kind.startswith("entry")}
    assert sum(entries.values()) == sum(
        len(part.entries) for topic in expected.index.topics for part in topic.parts
    )
    report(
        record_property,
        topics=len(expected.index.topics),
        **{kind.replace(" ", "_"): n for kind, n in entries.items()},
    )


@pytest.mark.parametrize("which", ["parts", "thematic_index"])
def test_words_are_apart(which: str, text: Flow, index_text: Flow, expected: Expected) -> None:
    """The words of each piece are parted where the records part them."""
    flow, pieces = {
        "parts": (text, expected.parts),
        "thematic_index": (index_text, expected.thematic_index),
    }[which]
    wrong = [
        f"{found.piece.key}: {' '.join(flow.words(found))}"
        for found in flow.find_all(pieces())
        if joined(flow.words(found)) != joined(words(found.piece.text))
    ]
    assert not wrong


def test_introduction(book: Book, expected: Expected) -> None:
    """The introduction stands on its pages as the edition defines it."""
    pages = range(book.places["introduction"].page, book.places["compendium"].page)
    flow = Flow((part for page in pages for part in book.body(page)), book)
    flow.find_all(expected.introduction())


def test_front_matter(book: Book, expected: Expected) -> None:
    """Title, publisher, status, copyright and disclaimers stand before the contents."""
    pages = range(1, book.places["contents"].page)
    there = squeeze("".join(part.text for page in pages for part in book.on_page(page)))
    edition = expected.edition
    wanted = [edition.short_title, edition.subtitle, edition.publisher, edition.copyright]
    wanted += [
        *edition.disclaimers,
        *edition.imprint,
        *([edition.status] if edition.status else []),
    ]
    assert [text for text in wanted if squeeze(text) not in there] == []


def test_notes(book: Book, text: Flow, expected: Expected, record_property: RecordProperty) -> None:
    """The notes are numbered through the book, each at the foot of the page of its call."""
    found = text.find_all(expected.parts())
    calls = [
        (int(call), part.page)
        for place in found
        for part in place.stretches
        for call in re.findall(r"\[\^([0-9]+)\]", text.written(part))
    ]
    calls = list(dict.fromkeys(calls))
    assert [number for number, _ in calls] == list(range(1, len(expected.notes) + 1))
    for page in range(1, book.page_count + 1):
        here = "".join(
            f"{number}{expected.notes[number - 1]}" for number, at in calls if at == page
        )
        assert squeeze("".join(part.text for part in book.notes(page))) == squeeze(here)
    report(record_property, notes=len(calls))


def test_no_character_is_missing(book: Book) -> None:
    """No text holds a replacement character or a glyph that stands for no character."""
    wrong = [
        part for part in book.stretches if re.search(r"\ufffd|\(cid:|[\ue000-\uf8ff]", part.text)
    ]
    assert not wrong


def joined(of: list[str]) -> list[str]:
    """Words, where a hyphen or a dash at the end of one joins the next as it does at a line end."""
    return re.sub(r"([-–/]) ", r"\1", " ".join(of)).split(" ")
