"""Every link of the book leads where its words say; bookmarks and contents agree with the pages."""

from __future__ import annotations

from collections import Counter

import pikepdf

from support.inspection.book import Book
from support.inspection.counting import RecordProperty, report
from support.inspection.expected import Expected
from support.inspection.flow import Flow, squeeze


def test_no_dangling_link(book: Book, record_property: RecordProperty) -> None:
    """Every link inside the book leads to a place in it."""
    internal = [link for link in book.links if link.internal]
    dangling = [link for link in internal if link.target not in book.places]
    report(record_property, links=len(internal), dangling=len(dangling))
    assert internal
    assert dangling == []


def test_every_locator_is_a_link(
    book: Book, expected: Expected, record_property: RecordProperty
) -> None:
    """Every locator of the index links to its unit, every cross-reference to its topic."""
    first = book.places["index"].page
    there = [link for link in book.links if link.internal and link.page >= first]
    assert [link.target for link in there] == [key for _, key in expected.targets()]
    wrong = [
        (link.page, book.words_under(link), words)
        for link, (words, _) in zip(there, expected.targets(), strict=True)
        if squeeze(words) not in squeeze(book.words_under(link))
        and squeeze(book.words_under(link)) not in squeeze(words)
    ]
    assert wrong == []
    report(record_property, locators=len(there))


def test_links_lead_to_their_units(book: Book, text: Flow, expected: Expected) -> None:
    """The place of every unit and heading is the page and the line where its text begins."""
    wrong = []
    for found in text.find_all(expected.parts()):
        if found.piece.kind not in {"unit", "heading"}:
            continue
        first = found.stretches[0]
        place = book.places[found.piece.key]
        above = first.baseline - place.top
        # a heading may have air above it, which belongs to it
        if place.page != first.page or not 0 <= above <= 60:
            wrong.append((found.piece.key, place, first.page, first.baseline))
    assert wrong == []


def test_every_symbol_is_a_link(book: Book, expected: Expected, document_address: str) -> None:
    """Every document symbol links to its official address, and no other link leaves the book."""
    outside = [link for link in book.links if not link.internal]
    assert Counter(link.target for link in outside) == Counter(expected.addresses(document_address))
    wrong = [link for link in outside if not link.target.endswith(book.words_under(link) or "?")]
    assert wrong == []


def test_contents(book: Book, text: Flow, index_text: Flow, expected: Expected) -> None:
    """The contents list every heading with the page number printed where that heading stands."""
    pages = range(book.places["contents"].page, book.places["introduction"].page)
    printed = squeeze(
        "".join(part.text for page in pages for part in book.body(page) if part.text.strip(" ."))
    )
    headings = {"introduction": book.places["introduction"].page}
    found = [*text.find_all(expected.parts()), *index_text.find_all(expected.thematic_index())]
    headings |= {f.piece.key: f.stretches[0].page for f in found if f.piece.kind == "heading"}
    lines = [f"{words}{book.folio(headings[key])}" for words, key in expected.contents()]
    edition = expected.edition
    wanted = [edition.contents_heading, *lines, edition.contents_remark or ""]
    assert printed == squeeze("".join(wanted))


def test_bookmarks(book: Book, expected: Expected) -> None:
    """Every heading has a bookmark: contents, parts, gatherings, records, topics, in order."""
    with book.pdf.open_outline() as outline:
        there = list(_bookmarks(outline.root))
    pieces = [*expected.introduction(), *expected.parts(), *expected.thematic_index()]
    wanted = [(expected.edition.contents_heading, "contents")]
    wanted += [(piece.text, piece.key) for piece in pieces if piece.kind == "heading"]
    assert [squeeze(title) for title, _ in there] == [squeeze(title) for title, _ in wanted]
    pages = {page.objgen: number for number, page in enumerate(book.pdf.pages, start=1)}
    assert [pages[target] for _, target in there] == [book.places[key].page for _, key in wanted]


def _bookmarks(items: list[pikepdf.OutlineItem]) -> list[tuple[str, tuple[int, int]]]:
    """Titles and pages of the bookmarks, those below one after it."""
    found = []
    for item in items:
        destination = item.destination
        assert isinstance(destination, pikepdf.Array)
        found.append((item.title, destination[0].objgen))
        found += _bookmarks(item.children)
    return found


def test_metadata(book: Book, expected: Expected) -> None:
    """Title, author, subject, keywords and language of the document are those of the edition."""
    edition = expected.edition
    info = book.pdf.docinfo
    assert str(info["/Title"]) == edition.title
    assert str(info["/Author"]) == edition.publisher
    assert str(info["/Subject"]) == edition.subject
    assert str(info["/Keywords"]) == ", ".join(edition.keywords)
    assert str(book.pdf.Root.Lang) == expected.language.code
    assert book.pdf.Root.ViewerPreferences.DisplayDocTitle
