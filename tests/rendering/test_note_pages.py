"""Notes stay on the page of their calls."""

from __future__ import annotations

from pathlib import Path

from compendium.rendering.note_pages import break_for_note, units_in, with_breaks
from compendium.rendering.weasyprint import lay_out

PAGES = [
    {"body.1.1": (0.0, 10.0), "note-call-1": (0.0, 12.0), "body.1.2": (0.0, 40.0)},
    {"note-1": (0.0, 90.0), "body.1.3": (0.0, 10.0)},
]


def test_a_note_on_the_next_page_asks_for_a_break() -> None:
    """The break stands before the last unit that begins on the page of the call."""
    assert break_for_note(PAGES, ["body.1.1", "body.1.2", "body.1.3"]) == "body.1.2"


def test_the_first_note_is_seen_to_first() -> None:
    """Where two notes stand on the wrong page, the break is for the first: it moves the second."""
    later = [{name.replace("1", "2"): place for name, place in page.items()} for page in PAGES]
    keys = ["body.1.1", "body.1.2", "body.2.1", "body.2.2"]
    assert break_for_note([*PAGES, *later], keys) == "body.1.2"


def test_a_note_on_its_page_asks_for_none() -> None:
    """Nothing is moved where call and note stand on one page."""
    assert break_for_note([PAGES[0] | {"note-1": (0.0, 90.0)}], ["body.1.1"]) is None


def test_a_break_moves_its_unit(tmp_path: Path) -> None:
    """The unit named begins a page, and no other."""
    html = (
        "<html><head></head><body>"
        '<div id="a.1" class="paragraph"><p>one</p></div>'
        '<div id="a.2" class="paragraph"><p>two</p></div></body></html>'
    )
    assert units_in(html) == ["a.1", "a.2"]
    pages = lay_out(
        with_breaks(html, ["a.2"]),
        base=tmp_path,
        write=lambda document: [set(page.anchors) for page in document.pages],
    )
    assert [page & {"a.1", "a.2"} for page in pages] == [{"a.1"}, {"a.2"}]
