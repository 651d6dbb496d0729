"""Measures the preview: the time from a saved file to what a browser shows.

In a copy of a commit, a word of a paragraph in the middle of the records is changed in each round,
after the bare calls of Pandoc and WeasyPrint on the same book. Headless Chromium shows the preview;
a time ends when it shows the marked paragraph, or the picture of its page of the book. The result
is written to its part of benchmarks/RESULTS.md.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
import pypandoc
from commit_copy import PROJECT, extract_commit
from machine import facts, load
from measuring import Measure, measure, median
from playwright.sync_api import Page, sync_playwright
from sections import PREVIEW, RESULTS, write_part

PANDOC, WEASYPRINT = "bare `pandoc`, JSON to HTML", "bare `weasyprint`, HTML to PDF"
SHOWN = "**changed paragraph**: from the saved file until the browser shows it, marked"
PICTURE = "**page of the book**: from the saved file until the browser shows its picture"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
LONGEST = 120_000  # milliseconds
_WORD = re.compile(r"(text: >-\n +\S+ [a-z]{4,})( )")


class Copy:
    """A copy of a commit, with the measures made in it."""

    def __init__(self, folder: Path, commit: str, language: str, edition: str) -> None:
        self.folder, self._log = folder / "project", folder / "output.txt"
        self.language, self.edition = language, edition
        extract_commit(PROJECT, commit, self.folder)
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        self.environment = os.environ | {"PATH": path, "PYTHONPATH": str(self.folder)}
        self.measures: dict[str, list[Measure]] = {}
        self._prepare()

    def _prepare(self) -> None:
        """Make the document and the page for the bare calls."""
        texts = ["--texts", "t.json", "--edition", self.edition]
        page = ["--html", "templates/bare.html", "--output", "bare.pdf"]
        for command in (
            ["collect", "--edition", self.edition, "--output", "r.json"],
            ["localise", "--records", "r.json", "--language", self.language, "--output", "t.json"],
            ["index", *texts, "--output", "i.json"],
            ["compose", *texts, "--index", "i.json", "--output", "d.json"],
            ["pdf", "--document", "d.json", *page],
        ):
            self._run(["compendium", *command])

    def _run(self, command: Sequence[str]) -> Measure:
        return measure(command, self.folder, self.environment, self._log)

    def bare(self) -> None:
        """Call Pandoc and WeasyPrint directly."""
        pandoc = [str(pypandoc.get_pandoc_path()), "--from=json", "--to=html5", "--standalone"]
        self.take(PANDOC, self._run([*pandoc, "--output=bare.html", "d.json"]))
        weasyprint = ["weasyprint", "--quiet", "--pdf-tags", "--pdf-version", "1.7"]
        self.take(WEASYPRINT, self._run([*weasyprint, "templates/bare.html", "bare.pdf"]))

    def take(self, name: str, result: Measure) -> None:
        """Keep a measure under a name."""
        self.measures.setdefault(name, []).append(result)
        click.echo(f"  {name}: {result.seconds:.2f} s", err=True)

    @contextmanager
    def preview(self) -> Iterator[str]:
        """Run the preview, and give its address."""
        options = ["--language", self.language, "--edition", self.edition]
        running = subprocess.Popen(
            [sys.executable, "-m", "compendium", "preview", *options],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            assert running.stdout is not None
            yield re.findall(r"http://\S+", running.stdout.readline())[0]
        finally:
            running.send_signal(signal.SIGINT)
            running.wait()

    def edit(self, number: int) -> float:
        """Change a word in the middle of the records, and return when its file was saved."""
        files = sorted((self.folder / "sources/wg4").glob("*.yaml"))
        path = files[len(files) // 2]
        before = path.with_suffix(".before")
        if not before.exists():
            shutil.copy2(path, before)
        text, count = _WORD.subn(rf"\1{'x' * number}\2", before.read_text(encoding="utf-8"), 1)
        assert count == 1
        path.write_text(text, encoding="utf-8")
        return time.perf_counter()


def wait_for(tab: Page, number: int, name: str) -> None:
    """Wait until the browser shows a page, or its picture, by the number of the page."""
    selectors = {
        SHOWN: f'html[data-number="{number}"]',
        PICTURE: f'#pictures[data-number="{number}"]:not(.older) img',
    }
    element = tab.wait_for_selector(selectors[name], timeout=LONGEST)
    if name == PICTURE and element is not None:
        element.evaluate("image => image.decode()")


def measure_rounds(copy: Copy, tab: Page, rounds: int) -> list[str]:
    """Measure each case once in each round; give the load of the machine before each."""
    loads = []
    wait_for(tab, 1, SHOWN)
    wait_for(tab, 1, PICTURE)
    for number in range(1, rounds + 1):
        loads.append(load())
        click.echo(f"round {number} of {rounds}, load average {loads[-1]}", err=True)
        copy.bare()
        saved = copy.edit(number)
        for name in (SHOWN, PICTURE):
            wait_for(tab, number + 1, name)
            copy.take(name, Measure(time.perf_counter() - saved, 0))
    return loads


def lines(measures: Mapping[str, Sequence[Measure]], what: str, loads: Sequence[str]) -> list[str]:
    """The lines of this part of the file of results."""
    seconds = {name: median(each).seconds for name, each in measures.items()}
    bare = seconds[PANDOC] + seconds[WEASYPRINT]
    return [
        (
            "Written by `benchmarks/preview.py`; do not edit. One word is changed while the "
            f"preview runs ({what}); wall clock, medians of {len(loads)} rounds. The bare calls "
            "are made in the same rounds."
        ),
        "",
        "| Case | Seconds | Ratio to the bare calls |",
        "|---|---:|---:|",
        *(f"| {name} | {value:.2f} | {value / bare:.2f} |" for name, value in seconds.items()),
        "",
        "| Machine | |",
        "|---|---|",
        *(f"| {name} | {value} |" for name, value in facts(PROJECT, "HEAD")),
        f"| Load average before each round | {', '.join(loads)} |",
    ]


@click.command(help=__doc__)
@click.option("--rounds", type=click.IntRange(1), default=5, show_default=True, help="How many.")
@click.option("--commit", default="HEAD", show_default=True, help="The commit to measure.")
@click.option("--language", default="en", show_default=True, help="The language of the edition.")
@click.option("--edition", default="compendium", show_default=True, help="The edition.")
@click.option("--write/--no-write", default=True, help="Whether to write the results.")
def main(rounds: int, commit: str, language: str, edition: str, *, write: bool) -> None:
    """Measure, and write the results."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    with tempfile.TemporaryDirectory() as folder:
        copy = Copy(Path(folder), commit, language, edition)
        with copy.preview() as address, sync_playwright() as driver:
            browser = driver.chromium.launch(executable_path=program, args=FLAGS)
            tab = browser.new_page(viewport={"width": 1400, "height": 900})
            tab.goto(address)
            loads = measure_rounds(copy, tab, rounds)
            browser.close()
    text = "\n".join(lines(copy.measures, f"{language}/{edition}", loads))
    click.echo(text)
    if write:
        write_part(PREVIEW, text)
        click.echo(f"written: {RESULTS.relative_to(PROJECT)}", err=True)


if __name__ == "__main__":
    main()
