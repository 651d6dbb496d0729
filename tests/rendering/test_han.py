"""Chinese is set as a compositor sets it: lines flush at both edges, marks drawn together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pdfplumber
import pytest
from weasyprint.formatting_structure.boxes import LineBox, TextBox

from compendium.rendering.weasyprint import lay_out, to_pdf

SIZE = 20
MARGIN = 50
POINTS = 0.75  # of a pixel
COLUMN = 410  # not a multiple of the size: half a letter is left over
MEASURES = {"column": COLUMN, "size": SIZE, "margin": MARGIN}
TEXT = "缔约国应当确保向被害人提供即时支助和保护，而不论他们是否参与刑事司法程序。" * 2
PAGE = """<!DOCTYPE html><html lang={language}><title>Page</title><style>
@page {{ size: 600px 800px; margin: {margin}px }}
body {{ margin: 0 }}
p {{ width: {column}px; text-align: justify }}
p {{ font: {size}px/30px "Noto Serif CJK SC", "Noto Serif" }}
</style><p>{text}</p>"""


def lines(text: str, tmp_path: Path, language: str = "zh") -> list[tuple[str, float, float]]:
    """The lines of a paragraph: text, width from its first letter to its last, size of its box."""
    html = PAGE.format(text=text, language=language, **MEASURES)

    def measure(document: Any) -> list[tuple[str, float, float]]:
        found = []
        for box in document.pages[0]._page_box.descendants():
            if isinstance(box, LineBox):
                texts = [leaf for leaf in box.descendants() if isinstance(leaf, TextBox)]
                end = texts[-1].position_x + texts[-1].width
                words = "".join(leaf.text for leaf in texts)
                found.append((words, end - texts[0].position_x, box.width))
        return found

    return lay_out(html, base=tmp_path, write=measure)


def test_lines_are_flush(tmp_path: Path) -> None:
    """Every line but the last is as wide as the column, within a tenth of a pixel."""
    *full, last = lines(TEXT, tmp_path)
    assert len(full) > 2
    assert [width for _, width, _ in full] == pytest.approx([COLUMN] * len(full), abs=0.1)
    assert [box for _, _, box in full] == pytest.approx([COLUMN] * len(full), abs=0.1)
    assert last[1] < COLUMN - SIZE


def test_emphasis_and_figures_are_flush_too(tmp_path: Path) -> None:
    """A line with an element in it, and one with figures, are spread as a whole."""
    text = TEXT[:9] + "<em>和保护</em>第<a href='https://example.org/'>4/1</a>号" + TEXT
    *full, _ = lines(text, tmp_path)
    assert [width for _, width, _ in full] == pytest.approx([COLUMN] * len(full), abs=0.1)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("议定书，和", 5.0),
        ("《议定书》，和", 6.5),
        ("（《议定书》）。和", 7.5),
        ("议定书和", 4.0),
    ],
)
def test_marks_that_meet_share_a_square(text: str, letters: float, tmp_path: Path) -> None:
    """Of two marks that meet, one takes half a square; one that stands alone takes a whole."""
    ((_, width, _),) = lines(text, tmp_path)
    assert width / SIZE == pytest.approx(letters, abs=0.02)


def test_a_mark_at_the_end_of_a_line_takes_half_a_square(tmp_path: Path) -> None:
    """A mark that ends a line begins half a letter before the edge of the column."""
    text = TEXT[:17] + "保护，而不论"
    html = PAGE.format(text=text, language="zh", **MEASURES)
    path = tmp_path / "page.pdf"
    path.write_bytes(to_pdf(html, base=tmp_path))
    with pdfplumber.open(path) as pdf:
        mark = next(char for char in pdf.pages[0].chars if char["text"] == "，")
    assert mark["x0"] / POINTS == pytest.approx(MARGIN + COLUMN - SIZE / 2, abs=0.4)


def test_a_line_that_lacks_much_stays_short(tmp_path: Path) -> None:
    """Where something long begins the next line, letters are not torn apart."""
    text = "见文件<span style='white-space: nowrap'>CTOC/COP/WG.4/2015/5/Add.1/Corr.1/Rev.2</span>"
    (first, width, _), *_ = lines(text, tmp_path)
    assert first == "见文件"
    assert width == pytest.approx(3 * SIZE, abs=0.1)


def test_other_languages_are_justified_at_spaces(tmp_path: Path) -> None:
    """Text in another language is laid out as WeasyPrint lays it out."""
    (first, width, _), *_ = lines("one two three four five six " * 4, tmp_path, "en")
    assert first.count(" ") > 3
    assert width == pytest.approx(COLUMN, abs=0.1)
