"""In the index paper a topic that goes on over a page stands above its rows, and no other does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from weasyprint import Document
from weasyprint.formatting_structure.boxes import LineBox, MarginBox, TableRowBox, TextBox

from compendium.rendering.weasyprint import lay_out

# Topics of one to five rows, so that pages end after every kind of row.
TOPICS = {f"topic-{number}": 1 + number * 7 % 5 for number in range(150)}
# A heading that takes three lines above a page.
LONG = "Convention, the Conference of its Parties and their Working Group, role and work of " * 3


def rows(said: str = "") -> Iterator[str]:
    """The rows of all topics, as `compendium.composing.paper` makes them."""
    for topic, count in TOPICS.items():
        for place in range(count):
            first = ' class="first"' if place == 0 else ""
            goes_on = f' data-continued="{said or topic}…"' if place < count - 1 else ""
            cells = '<th class="topic">a</th><td>b</td>'
            yield f'<tr id="{topic}-{place}"{first}{goes_on}>{cells}</tr>'


def within(box: Any, kind: type) -> Iterator[Any]:
    """The boxes of a kind in a box, in their order."""
    if isinstance(box, kind):
        yield box
    for child in getattr(box, "children", ()):
        yield from within(child, kind)


def above_and_first(document: Document) -> list[tuple[str, str]]:
    """For each page, what stands above it and the id of its first row."""
    found = []
    for page in document.pages:
        margins = within(page._page_box, MarginBox)
        top = [box for box in margins if box.at_keyword == "@top-center"]
        above = "".join(text.text for box in top for text in within(box, TextBox))
        ids = [box.element.get("id") for box in within(page._page_box, TableRowBox)]
        found.append((above, next(filter(None, ids))))
    return found


def lines_above(document: Document) -> list[dict[str, list[tuple[float, float]]]]:
    """For each page, top and foot of each line of the boxes above its text, in CSS pixels."""
    return [
        {
            box.at_keyword: [
                (line.position_y, line.position_y + line.height) for line in within(box, LineBox)
            ]
            for box in within(page._page_box, MarginBox)
            if box.at_keyword.startswith("@top-")
        }
        for page in document.pages
    ]


def paper(root: Path, said: str = "") -> str:
    """An index paper with a symbol and topics of a few rows each."""
    style = (root / "templates/styles/paper.css").read_text(encoding="utf-8")
    head = "<thead><tr><th>Topic</th><th>Document</th></tr></thead>"
    return (
        f'<html lang="en"><head><style>{style} h6 {{ string-set: symbol content() }}</style></head>'
        f'<body><h6>A/1</h6><div class="index-table"><table>{head}<tbody>{"".join(rows(said))}'
        "</tbody></table></div></body></html>"
    )


def test_continued_where_it_is(root: Path, tmp_path: Path) -> None:
    """Above a page stands the topic whose rows go on there; nothing where a topic begins."""
    found = lay_out(paper(root), base=tmp_path, write=above_and_first)
    expected = []
    for _, first in found:
        topic, _, place = first.rpartition("-")
        expected.append((f"{topic}…" if place != "0" else "", first))
    assert found == expected
    beginnings = [first for _, first in found if first.endswith("-0")]
    assert 1 < len(beginnings) < len(found), "pages begin with every kind of row"


def test_a_long_topic_leaves_room_for_the_symbol(root: Path, tmp_path: Path) -> None:
    """A topic of three lines above a page does not reach the symbol that stands there, too."""
    pages = lay_out(paper(root, LONG), base=tmp_path, write=lines_above)
    long = [above for above in pages if len(above["@top-center"]) == 3]
    assert len(long) > 5
    for above in long:
        symbol = above.get("@top-left", []) + above.get("@top-right", [])
        assert len(symbol) == 1
        assert symbol[0][1] <= min(top for top, _ in above["@top-center"])
