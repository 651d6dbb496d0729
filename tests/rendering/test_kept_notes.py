"""Notes stay on the page of their calls."""

from __future__ import annotations

from pathlib import Path

from weasyprint import HTML, Document

from compendium.rendering.weasyprint import lay_out

# A page of twelve lines, on which a note and a paragraph of ten lines meet at every height.
STYLES = """
@page { size: 200px 240px; margin: 0 }
body { margin: 0; font: 16px/20px monospace; orphans: 2; widows: 2 }
p { margin: 0 }
.note { float: footnote; footnote-policy: line }
"""
NOTED = '<p>text<a id="call"></a><span class="note"><a id="note"></a>the note</span></p>'
PLACES = [(before, after) for before in (0, 4, 8) for after in range(12 - before)]


def page(before: int, after: int) -> str:
    """A page with a line that has a note, some lines before and after it, and a paragraph."""
    body = "<p>line</p>" * before + NOTED + "<p>line</p>" * after + f"<p>{'line<br>' * 10}</p>"
    return f"<html><head><style>{STYLES}</style></head><body>{body}</body></html>"


def is_apart(document: Document) -> bool:
    """Whether the call and the note stand on two pages."""
    (call,) = (number for number, one in enumerate(document.pages) if "call" in one.anchors)
    return "note" not in document.pages[call].anchors


def test_a_note_stays_with_its_call(tmp_path: Path) -> None:
    """However the lines fall, call and note stand on one page."""
    pages = {place: page(*place) for place in PLACES}
    apart = [place for place, html in pages.items() if lay_out(html, base=tmp_path, write=is_apart)]
    assert apart == []


def test_weasyprint_alone_does_not_keep_it() -> None:
    """WeasyPrint still puts a note off for the lines after it; else this may be dropped."""
    assert any(is_apart(HTML(string=page(*place)).render()) for place in PLACES)
