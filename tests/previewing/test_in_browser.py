"""What an editor sees in a browser: the changed paragraph, its page of the book, the findings."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page

from support.edited_project import Desk
from support.inspection.browser import Browser

pytestmark = pytest.mark.acceptance
RECORD = "sources/lk/01-2011.yaml"
LONG = 60_000  # milliseconds that a layout may take on a busy machine


class Preview:
    """A running preview of a project."""

    def __init__(self, folder: Path, *options: str) -> None:
        command = [sys.executable, "-m", "compendium", "preview", *options]
        self.program = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        assert self.program.stdout is not None
        self.told = self.program.stdout.readline()
        self.address = re.findall(r"http://127\.0\.0\.1:\d+/", self.told)[0]

    def end(self) -> tuple[int, str]:
        """End it as Ctrl-C does; its exit code, and what it said last."""
        if self.program.poll() is None:
            self.program.send_signal(signal.SIGINT)
        _, said = self.program.communicate(timeout=20)
        return self.program.returncode, said

    def close(self) -> None:
        """End it, if it still runs."""
        if self.program.returncode is None:
            self.end()


@pytest.fixture
def preview(desk: Desk) -> Iterator[Preview]:
    """A preview of the project on the desk."""
    with closing(Preview(desk.folder)) as running:
        yield running


def wait_for_page(tab: Page, number: int) -> None:
    """Wait until a page is seen, by its number."""
    tab.wait_for_selector(f'html[data-number="{number}"]', timeout=LONG)


def in_page(tab: Page, script: str) -> object:
    """What a script finds in the page of the edition that is seen."""
    frame = tab.query_selector("iframe")
    assert frame is not None
    return frame.evaluate(f"frame => {{ const page = frame.contentDocument; return {script}; }}")


def text_of(tab: Page, key: str) -> str:
    """What a paragraph says in the page of the edition."""
    return str(in_page(tab, f"page.getElementById('{key}').innerText"))


MARKED = "[...page.querySelectorAll('[style*=outline]')].map(element => element.closest('[id]').id)"
# Whether the page in the frame is the one that the server has, but for the mark.
SAME = """async () => {
  const frame = document.querySelector("iframe");
  const text = await (await fetch(frame.src)).text();
  const shown = frame.contentDocument.documentElement.cloneNode(true);
  shown.querySelectorAll("[style*=outline]").forEach(element => element.removeAttribute("style"));
  return shown.isEqualNode(new DOMParser().parseFromString(text, "text/html").documentElement);
}"""
SEEN = """(id => {
  const box = page.getElementById(id).getBoundingClientRect();
  return box.top >= 0 && box.top < page.defaultView.innerHeight;
})('lk.2.1')"""


def test_a_change_is_seen(desk: Desk, preview: Preview, browser: Browser) -> None:
    """A saved word is scrolled to and marked, and then its page of the book is a picture."""
    before = len(browser.requests)
    with browser.show(preview.address, width=1200) as tab:
        wait_for_page(tab, 1)
        desk.edit("sources/lk/02-2013.yaml", "test fog signals", "test all fog signals")
        wait_for_page(tab, 2)
        assert in_page(tab, MARKED) == ["lk.2.1"]
        assert in_page(tab, SEEN) is True
        assert "test all fog signals" in str(
            in_page(tab, "page.getElementById('lk.2.1').innerText")
        )
        picture = tab.wait_for_selector('#pictures[data-number="2"]:not(.older) img', timeout=LONG)
        assert picture is not None
        assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") > 500
        assert tab.inner_text("figcaption") != "Page 1 of the file"
        tab.keyboard.press("Tab")
        tab.click("#changed button")
        desk.undo()
        wait_for_page(tab, 3)
        assert "test all fog signals" not in str(
            in_page(tab, "page.getElementById('lk.2.1').innerText")
        )
    assert {re.sub(r"(?<=\d)/.*", "/", url) for url in browser.requests[before:]} <= {
        preview.address,
        "data:,",
    }


def test_every_kind_of_change(desk: Desk, preview: Preview, browser: Browser) -> None:
    """What is inserted, removed, moved or restyled is shown as a page that is loaded afresh."""
    record = "sources/lk/02-2013.yaml"
    changes = (
        ("sources/lk/01-2011.yaml", "ten years", "*twelve* years"),
        (
            record,
            "Leave ashore.",
            "Leave ashore;\n      - letter: c\n        text: >-\n          Pay.",
        ),
        (record, "topics: [fog-signals]", "topics: [reporting]"),
        (record, "test fog signals each", "test each"),
        ("templates/styles/screen.css", "}", "}\nmain { color: #111; }"),
        ("templates/screen.html", "<main", "<p>New</p><main"),
        ("sources/topics.yaml", "heading: ", "heading: All "),
    )
    with browser.show(preview.address, width=1200) as tab:
        wait_for_page(tab, 1)
        for number, change in enumerate(changes, start=2):
            desk.edit(*change)
            wait_for_page(tab, number)
            assert tab.evaluate(SAME), change
        desk.undo()
        added = tab.frame_locator("iframe").get_by_text("New", exact=True)
        added.wait_for(state="detached", timeout=LONG)
        for _ in range(LONG // 100):  # other files were undone after that one
            if tab.evaluate(SAME):
                break
            tab.wait_for_timeout(100)
        assert tab.evaluate(SAME)


def test_a_fault_is_seen(desk: Desk, preview: Preview, browser: Browser) -> None:
    """A broken file leaves the page as it was, with the finding and its line beside it."""
    with browser.show(preview.address, width=1200) as tab:
        wait_for_page(tab, 1)
        desk.edit(RECORD, "topics: [keepers.welfare]", "topics: [keepers.welfare")
        tab.wait_for_selector("#status.error", timeout=LONG)
        assert re.search(rf"{RECORD}:\d+ F003 error", tab.inner_text("#findings"))
        assert "ten years" in str(in_page(tab, "page.body.innerText"))
        desk.undo()
        desk.edit(RECORD, "ten years", "twelve years")
        wait_for_page(tab, 2)
        assert in_page(tab, MARKED) == ["lk.1.4"]
        assert tab.inner_text("#findings") == ""


def test_from_right_to_left(desk: Desk, browser: Browser) -> None:
    """A page in Arabic is shown as it is, and a changed translation is marked."""
    with (
        closing(Preview(desk.folder, "--language", "ar")) as running,
        browser.show(running.address, width=1200) as tab,
    ):
        wait_for_page(tab, 1)
        assert in_page(tab, "page.documentElement.dir") == "rtl"
        path = desk.folder / "translations/ar/lk/01-2011.po"
        key, text = re.findall(
            r'^msgctxt "(lk\.1\.\d+)"\n(?:msgid .*\n(?:".*\n)*)msgstr ""\n"(\S+)',
            path.read_text(encoding="utf-8"),
            re.MULTILINE,
        )[0]
        desk.edit("translations/ar/lk/01-2011.po", f'msgstr ""\n"{text}', f'msgstr ""\n"و{text}')
        wait_for_page(tab, 2)
        assert key in in_page(tab, MARKED)  # type: ignore[operator]


def test_ctrl_c_ends_it(desk: Desk) -> None:
    """Ctrl-C ends it with one line and the exit code of every command, and leaves no folder."""
    before = set(Path(tempfile.gettempdir()).glob("compendium-preview-*"))
    with closing(Preview(desk.folder)) as running:
        code, said = running.end()
    assert code == 130
    assert said.strip() == "error: stopped; nothing was left half written"
    assert set(Path(tempfile.gettempdir()).glob("compendium-preview-*")) <= before
    assert not (desk.folder / "output").exists()
