"""The contents are set so that the eye finds the number of a page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from weasyprint import Document
from weasyprint.formatting_structure.boxes import LineBox

from compendium.rendering.weasyprint import lay_out

# Titles that end everywhere in a line, from its beginning to its end.
TITLES = [
    f"Recommendations and decisions of the Conference {'i' * length}" for length in range(120)
]


def lines(box: Any) -> Iterator[str]:
    """The text of every line in a box, in their order."""
    if isinstance(box, LineBox):
        yield "".join(getattr(within, "text", "") for within in box.descendants())
    for child in getattr(box, "children", ()):
        yield from lines(child)


def lines_of(document: Document) -> list[str]:
    """The lines of all pages."""
    return [line for page in document.pages for line in lines(page._page_box)]


def test_dots_never_stand_alone(root: Path, tmp_path: Path) -> None:
    """Wherever the last line of a title ends, there is a word on the line of its page number."""
    style = (root / "templates/styles/book.css").read_text(encoding="utf-8")
    entries = "".join(f'<li><a href="#contents">{title}</a></li>' for title in TITLES)
    html = (
        f'<html lang="en"><head><style>{style}</style></head><body>'
        f'<nav id="contents" class="contents"><ul>{entries}</ul></nav></body></html>'
    )
    numbered = [line for line in lay_out(html, base=tmp_path, write=lines_of) if ".." in line]
    assert len(numbered) > 100
    assert [line for line in numbered if not line[0].isalpha()] == []
