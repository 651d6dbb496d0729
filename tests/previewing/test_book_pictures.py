"""Pictures of the pages of the book that hold a paragraph."""

from __future__ import annotations

import queue

import pytest
from weasyprint import HTML

from compendium.previewing.book_pictures import pages_with
from compendium.previewing.page_making import PageMaker
from compendium.previewing.picture_process import PictureProcess
from support.edited_project import Desk

PAGE = """
<style>
  @page { size: 200px 100px; margin: 10px }
  body { margin: 0; font: 10px/20px sans-serif; orphans: 1; widows: 1 }
  p { margin: 0 }
</style>
<p id="first">One<br>two<br>three</p>
<p id="over">Four<br>five<br>six</p>
<div id="long"><p id="last">Seven<br>eight</p><p style="break-before: page">Nine</p>
<p style="break-before: page">Ten</p><p style="break-before: page">Eleven</p></div>
"""


@pytest.mark.parametrize(
    ("wanted", "pages"),
    [
        ("first", [1]),
        ("over", [1, 2]),
        ("last", [2]),
        ("long", [2, 3, 4]),
        ("gone last", [2]),
        ("gone", [1]),
        ("", [1]),
    ],
)
def test_pages_of_a_paragraph(wanted: str, pages: list[int]) -> None:
    """All pages that hold a part of a paragraph are found, and the first ones of a long section."""
    document = HTML(string=PAGE).render()
    assert len(document.pages) == 5
    assert pages_with(document, wanted.split(" ")) == pages


@pytest.mark.acceptance
def test_only_the_newest_is_taken(desk: Desk, maker: PageMaker) -> None:
    """Of pictures that are asked for one after the other, only those of the last are taken."""
    page = maker.make().page
    assert page is not None
    taken: queue.Queue[tuple[int, set[int], bytes]] = queue.Queue()
    with PictureProcess(desk.project) as pictures:
        for number in range(3):
            pictures.ask(
                page.file,
                ["lk.2.1"],
                lambda made, error, number=number: taken.put(  # type: ignore[misc]
                    (number, {*made}, b"".join(made.values())[:8] if error is None else b"")
                ),
            )
        number, pages, beginning = taken.get(timeout=60)
    assert number == 2
    assert len(pages) == 1
    assert beginning == b"\x89PNG\r\n\x1a\n"
    assert taken.empty()
