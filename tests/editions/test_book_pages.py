"""The pages are set as a careful compositor sets them."""

from __future__ import annotations

from itertools import combinations, pairwise

import pikepdf
import pytest

from compendium.model.roman import to_roman
from compendium.rendering.colours import tint
from support.inspection.book import Book, Stretch
from support.inspection.counting import RecordProperty, report
from support.inspection.expected import Expected
from support.inspection.flow import Flow, Found, squeeze
from support.inspection.made import EDITION, LANGUAGES, Made

# Letters may reach this far, in points, over the edge of their box or into one another.
TOLERANCE = 1.0
# The column of the marks beside preambular paragraphs, in the outer margin.
MARGIN_COLUMN = 45
# An index of so many rows has a topic that goes on overleaf.
MANY_ROWS = 200


@pytest.fixture(scope="module")
def found(text: Flow, expected: Expected) -> list[Found]:
    """The pieces of the parts, at their places."""
    return text.find_all(expected.parts())


@pytest.fixture(scope="module")
def rows(index_text: Flow, expected: Expected) -> list[Found]:
    """The pieces of the index, at their places."""
    return index_text.find_all(expected.thematic_index())


def test_page_numbers(book: Book) -> None:
    """Pages count in small Roman numerals from the title page, then from 1 where the body begins.

    Cover, title page and empty pages bear none.
    """
    body = book.places["compendium"].page
    wrong = []
    for page in range(1, book.page_count + 1):
        number = str(page - body + 1) if page >= body else to_roman(max(page - 2, 1)).lower()
        empty = not book.body(page)
        bare = book.kind(page) == "cover" or empty or page == 3
        if book.folio(page) != ("" if bare else number):
            wrong.append((page, book.folio(page), number))
    assert wrong == []


def test_new_parts_begin_on_right_hand_pages(book: Book, expected: Expected) -> None:
    """Title, contents, introduction, body, parts and index begin on odd pages; the back is even."""
    parts = [f"part.{part.letter.lower()}" for part in expected.edition.parts]
    starts = ["contents", "introduction", "compendium", *parts, "index"]
    assert [name for name in starts if book.places[name].page % 2 == 0] == []
    assert book.page_count % 2 == 0
    title = "".join(part.text for part in book.on_page(3))
    assert squeeze(expected.edition.short_title) in squeeze(title)


def test_running_heads(book: Book, expected: Expected, found: list[Found]) -> None:
    """Right-hand pages bear the part, left-hand pages the section that goes on at their top."""
    parts = {f"part.{part.letter.lower()}": part.running_head for part in expected.edition.parts}
    sections = {f.piece.key: f.piece.text for f in found if f.piece.kind == "heading"}
    wrong = []
    part = section = ""
    for page in range(book.places["part.a"].page, book.places["index"].page):
        for key in [f.piece.key for f in found if f.stretches[0].page == page]:
            part = parts.get(key, part)
            if key in sections and not key.endswith(".title") and key not in parts:
                section = section if _goes_on(page, found, key) else sections[key]
        head = squeeze("".join(stretch.text for stretch in book.head(page)))
        if book.body(page) and page % 2 and head != squeeze(part):
            wrong.append((page, head))
        if book.body(page) and not page % 2 and head not in _sections(page, found, sections):
            wrong.append((page, head))
    assert wrong == []


def _goes_on(page: int, found: list[Found], key: str) -> bool:
    return next(f for f in found if f.piece.key == key).stretches[0].page != page


def _sections(page: int, found: list[Found], sections: dict[str, str]) -> set[str]:
    """The sections that stand on a page: what is on it, and what went before."""
    here = set()
    for piece in found:
        if piece.piece.kind == "heading" and not piece.piece.key.endswith(".title"):
            if piece.stretches[0].page < page:
                here = {squeeze(sections[piece.piece.key])}
            elif piece.stretches[0].page == page:
                here.add(squeeze(sections[piece.piece.key]))
    return here


def test_nothing_is_outside_its_box(book: Book) -> None:
    """Every letter stands in the text block of its page, or in a margin made for it."""
    wrong = []
    assert len(book.stretches) > book.page_count
    for part in book.stretches:
        block = book.block(part.page)
        left = block.left - (MARGIN_COLUMN if book.kind(part.page) == "main" else 0)
        inside = left - TOLERANCE <= part.x0 and part.x1 <= block.right + TOLERANCE
        if not inside or not 20 < part.top < part.bottom < book.height - 20:
            wrong.append((part.page, part.text))
    assert wrong == []


def test_no_text_lies_on_other_text(book: Book) -> None:
    """No line runs into another, on any page."""
    pairs = [
        (page, one, other)
        for page in range(1, book.page_count + 1)
        for one, other in combinations(book.on_page(page), 2)
    ]
    assert len(pairs) > len(book.stretches)
    assert [(p, one.text, other.text) for p, one, other in pairs if _overlap(one, other)] == []


def _overlap(one: Stretch, other: Stretch) -> bool:
    """Whether the letters of two stretches meet: small letters rise half a size above the line."""
    if not (one.text.strip() and other.text.strip()):
        return False
    across = min(one.x1, other.x1) - max(one.x0, other.x0)
    upper, lower = sorted((one, other), key=lambda part: part.baseline)
    return across > TOLERANCE and lower.baseline - upper.baseline < 0.7 * lower.size


def test_headings_stay_with_their_text(found: list[Found], rows: list[Found]) -> None:
    """After a heading, two lines of its text or a row of its table follow on the same page."""
    wrong = []
    for pieces in (found, rows):
        for place, piece in enumerate(pieces):
            if piece.piece.kind != "heading":
                continue
            page = piece.stretches[-1].page
            after = _after(pieces, place)
            entries = [f for f in after if f.piece.kind.startswith("entry") and f.pages == (page,)]
            lines = [line for f in after for line in f.lines if line[0] == page]
            if len(piece.pages) != 1 or (len(lines) < 2 and not entries):
                wrong.append((piece.piece.key, page))
    assert wrong == []


def _after(pieces: list[Found], place: int) -> list[Found]:
    """The next pieces of text after a heading, other headings and labels left out."""
    texts = [f for f in pieces[place + 1 : place + 8] if f.piece.kind not in {"heading", "label"}]
    return texts[:2]


def test_no_label_stands_alone(rows: list[Found]) -> None:
    """The name of a part in the index has its first row on the same page."""
    wrong = [
        (label.piece.key, label.pages)
        for label, row in pairwise(rows)
        if label.piece.kind == "label" and label.pages[-1] != row.pages[0]
    ]
    assert wrong == []


def test_no_row_is_cut(rows: list[Found], record_property: RecordProperty) -> None:
    """Every line of the index stands on one page."""
    entries = [row for row in rows if row.piece.kind.startswith("entry")]
    assert [row.piece.text for row in entries if len(row.pages) > 1] == []
    report(record_property, rows=len(entries))


def test_no_line_of_a_paragraph_stands_alone(found: list[Found]) -> None:
    """A paragraph that goes on overleaf leaves two lines behind and takes two along."""
    wrong = []
    for piece in found:
        pages = [page for page, _ in piece.lines]
        if any(pages.count(page) < 2 for page in set(pages)) and len(set(pages)) > 1:
            wrong.append((piece.piece.key, pages))
    assert wrong == []


def test_continued_topics(
    book: Book, rows: list[Found], expected: Expected, record_property: RecordProperty
) -> None:
    """A page of the index that begins within a topic says so at its top, and no other page does."""
    headings = {f"topic.{topic.key}": topic.heading for topic in expected.index.topics}
    continued_lines = {
        key: squeeze(expected.edition.index.continued.format(heading=heading))
        for key, heading in headings.items()
    }
    wrong, continued = [], 0
    for page in range(book.places["index"].page, book.page_count - 1):
        first = next((row for row in rows if page in row.pages), None)
        if first is None:  # the pages after the index, before the back cover
            continue
        begins = first.piece.kind == "heading"
        head = squeeze("".join(part.text for part in book.head(page)))
        continued += not begins
        said = {key for key, line in continued_lines.items() if line in head}
        if (first.piece.key in said) == begins or (begins and said):
            wrong.append((page, first.piece.key))
    assert wrong == []
    assert continued or len(rows) < MANY_ROWS
    report(record_property, continued=continued)


def test_shading(made: Made, book: Book, rows: list[Found], expected: Expected) -> None:
    """In the index the entries of Part B have the tint of the accent, those of Part A have none."""
    shaded = expected.edition.parts[-1].letter
    colour = tint(made.accent)
    wrong = []
    for row in rows:
        if not row.piece.kind.startswith("entry"):
            continue
        is_shaded = all(_is_shaded(book, part, colour) for part in row.stretches)
        is_plain = not any(_is_shaded(book, part, colour) for part in row.stretches)
        if not (is_shaded if row.piece.kind.endswith(shaded) else is_plain):
            wrong.append((row.pages, row.piece.text))
    assert wrong == []


def _is_shaded(book: Book, part: Stretch, colour: str) -> bool:
    wanted = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    middle = (part.baseline + part.top) / 2
    return any(
        area.page == part.page
        and area.x0 - TOLERANCE <= part.x0
        and part.x1 <= area.x1 + TOLERANCE
        and area.top <= middle <= area.bottom
        and area.bottom - area.top > part.size
        and area.colour == pytest.approx(wanted, abs=0.005)
        for area in book.areas
    )


@pytest.mark.parametrize(("made", "language"), LANGUAGES, indirect=["made"])
def test_notes_stand_on_the_page_of_their_calls(made: Made, language: str) -> None:
    """Nobody has to turn a page between a call and its note."""
    with pikepdf.open(made.editions / language / f"{EDITION}.pdf") as pdf:
        pages = {page.obj.objgen: number for number, page in enumerate(pdf.pages, start=1)}
        named = pikepdf.NameTree(pdf.Root.Names.Dests)
        places = {name: pages[target[0].objgen] for name, target in named.items()}
    calls = {name: page for name, page in places.items() if name.startswith("note-call-")}
    assert len(calls) > made.notes
    assert {name: places[name.replace("call-", "")] for name in calls} == calls
