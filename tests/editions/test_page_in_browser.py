"""What a reader sees in a browser: on a phone, by keyboard, on paper, without a network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.inspection.browser import Browser
from support.inspection.counting import RecordProperty, report
from support.inspection.expected import Expected
from support.inspection.flow import squeeze
from support.inspection.made import PAGES, Made

PHONE = 320

# Elements whose box, not hidden from sight on purpose, reaches beyond the window.
TOO_WIDE = """() => {
  const hidden = element => {
    for (let at = element; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.clipPath !== 'none' || style.display === 'none') return true;
      if (at.matches('.skip:not(:focus)')) return true;
    }
    return false;
  };
  return [...document.body.querySelectorAll('*')]
    .filter(element => !hidden(element))
    .map(element => [element, element.getBoundingClientRect()])
    .filter(([_, box]) => box.width > 0 && (box.right > innerWidth + 0.5 || box.left < -0.5))
    .map(([element, box]) => element.outerHTML.slice(0, 120));
}"""

# Cells whose words need more room than the cell has.
OUT_OF_CELL = """() => [...document.querySelectorAll('td, tbody th')]
  .filter(cell => cell.scrollWidth > cell.clientWidth + 1)
  .map(cell => cell.textContent)"""


def test_a_driver_that_does_not_run_is_heard(tmp_path: Path) -> None:
    """What the driver of the browser says itself is shown, such as the library that it lacks."""
    node = tmp_path / "node"
    node.write_text("#!/bin/sh\necho no libatomic.so.1 >&2\nexit 127\n", encoding="utf-8")
    node.chmod(0o755)
    words = "from support.inspection.browser import start_driver; start_driver()"
    done = subprocess.run(
        [sys.executable, "-c", words],
        env=os.environ
        | {"PLAYWRIGHT_NODEJS_PATH": str(node), "PYTHONPATH": str(Path(__file__).parents[1])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "the driver of the browser does not run: no libatomic.so.1" in done.stderr


def test_no_request_leaves_the_page(browser: Browser, page: Path) -> None:
    """A browser that opens the page asks for that file and nothing else."""
    before = len(browser.requests)
    with browser.show(page, width=1280) as tab:
        tab.wait_for_load_state("networkidle")
    assert browser.requests[before:] == [page.resolve().as_uri()]


@pytest.mark.parametrize(("made", "name"), PAGES, indirect=["made"])
def test_nothing_sticks_out_of_a_phone(browser: Browser, made: Made, name: str) -> None:
    """No line of any page sticks out of the window of a small phone, or out of its cell."""
    nothing_sticks_out(browser, made.editions / name, PHONE)


# A page enlarged to 200 %, and the narrowest and widest forms of its two layouts.
@pytest.mark.parametrize("width", [640, 769, 1024, 1152, 1280])
def test_nothing_sticks_out(browser: Browser, page: Path, width: int) -> None:
    """No line sticks out of the window or out of its cell, up to the width of a desk."""
    nothing_sticks_out(browser, page, width)


def nothing_sticks_out(browser: Browser, page: Path, width: int) -> None:
    """See that a page in a window of that width is nowhere wider."""
    with browser.show(page, width=width) as tab:
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
        assert tab.evaluate(TOO_WIDE) == []
        assert tab.evaluate(OUT_OF_CELL) == []


def test_skip_link(browser: Browser, page: Path) -> None:
    """The first stop of the keyboard is a link, then in sight, that leads past the contents."""
    with browser.show(page, width=1280) as tab:
        tab.keyboard.press("Tab")
        focused = tab.locator(":focus")
        box = focused.bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["y"] >= 0
        tab.keyboard.press("Enter")
        assert tab.evaluate("document.activeElement.tagName") == "MAIN"
        tab.keyboard.press("Tab")
        assert tab.evaluate("document.activeElement.closest('main') !== null")


def test_permalinks_are_in_sight(browser: Browser, page: Path, expected: Expected) -> None:
    """Every permalink is shown without hovering, and large enough to be hit (WCAG 2.5.8)."""
    with browser.show(page, width=PHONE) as tab:
        sizes = tab.evaluate(
            """() => [...document.querySelectorAll('a.permalink')]
                 .map(link => [link.getBoundingClientRect(), getComputedStyle(link)])
                 .filter(([box, style]) => style.visibility === 'visible' && +style.opacity > 0)
                 .map(([box]) => Math.min(box.width, box.height))"""
        )
    assert len(sizes) == len(list(expected.corpus.units()))
    assert min(sizes) >= 24


def test_on_paper(
    browser: Browser,
    page: Path,
    expected: Expected,
    tmp_path: Path,
    record_property: RecordProperty,
) -> None:
    """Printed from the browser, the page still holds every unit in order."""
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not installed; run: make test")
    printed = tmp_path / "printed.pdf"
    with browser.show(page, width=1280) as tab:
        tab.pdf(path=printed, format="A4")
    command = ["pdftotext", "-raw", printed, "-"]
    text = squeeze(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    cursor = 0
    units = [piece for piece in expected.parts() if piece.kind == "unit"]
    for piece in units:
        wanted = squeeze(piece.text.replace("[^", "").replace("]", ""))
        cursor = text.find(wanted, cursor)
        assert cursor >= 0, f"{piece.key} is not in print, or not in its order"
        cursor += len(wanted)
    report(record_property, units=len(units))
