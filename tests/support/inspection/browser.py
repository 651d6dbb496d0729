"""The Chromium of the system, driven through Playwright, for pages of this machine."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser as Chromium
from playwright.sync_api import Page, Playwright, Request, sync_playwright

# No sandbox, because containers have none to give; the rest keeps the browser off the network.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--disable-quic",
]


def start_driver() -> Playwright:
    """Start the driver of the browser.

    Raises:
        RuntimeError: if it does not run, in its own words: Playwright says no more than that the
            connection was closed.
    """
    try:
        return sync_playwright().start()
    except Exception as fault:
        asked = [sys.executable, "-m", "playwright", "--version"]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        said = (done.stderr or done.stdout).strip() if done.returncode else str(fault)
        raise RuntimeError(f"the driver of the browser does not run: {said}") from fault


class Browser:
    """A running browser, and what it asked for since it was started."""

    def __init__(self, chromium: Chromium) -> None:
        self._chromium = chromium
        self.requests: list[str] = []

    @contextmanager
    def show(self, page: Path | str, *, width: int, height: int = 800) -> Iterator[Page]:
        """Show a file or an address in a window of that size; its requests are kept."""

        def keep(request: Request) -> None:
            self.requests.append(request.url)

        tab = self._chromium.new_page(viewport={"width": width, "height": height})
        try:
            tab.on("request", keep)
            tab.goto(page if isinstance(page, str) else page.resolve().as_uri())
            yield tab
        finally:
            tab.close()


@contextmanager
def running_browser() -> Iterator[Browser]:
    """The Chromium of this machine; the driver runs once in a process, so a fixture shares it."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("Chromium is not installed; run: make test")
    driver = start_driver()
    chromium = driver.chromium.launch(executable_path=program, args=FLAGS)
    yield Browser(chromium)
    chromium.close()
    driver.stop()
