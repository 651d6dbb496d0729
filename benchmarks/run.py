"""Measures the build, compared with bare calls of its tools, and writes benchmarks/RESULTS.md.

Everything happens in a copy of a commit, in a temporary folder.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import click
import pypandoc
from changing import add_meeting, change_topic, change_word
from machine import facts, load
from measuring import Measure, measure, median
from sections import BUILD, RESULTS, write_part

PROJECT = Path(__file__).resolve().parents[1]

BARE_PANDOC, BARE_WEASYPRINT = "bare `pandoc`, JSON to HTML", "bare `weasyprint`, HTML to PDF"
BARE = "bare calls together"
EVERY_LANGUAGE = "cold build, every language"
NEW_MEETING = "new meeting, every language"
CASES = {
    "cold build": "nothing there yet: checks, HTML, PDF, comparison with every published document",
    "screen alone": "the same build without the deliveries for press and archive",
    "nothing to do": "the same command again",
    "one word": "one word of one paragraph changed: HTML and PDF made again",
    "one topic": "one topic of one paragraph taken away: HTML and PDF made again",
}


# Builds of all editions in all languages of the settings, which the cases above do not measure.
CASES_OF_EVERY_LANGUAGE = {
    EVERY_LANGUAGE: "every edition: checks, HTML, PDF, comparison with every document",
    NEW_MEETING: "its record and catalogues added: editions that end before it stay",
}


class Bench:
    """A copy of a commit, and the measures made in it."""

    def __init__(self, folder: Path, commit: str, language: str, edition: str) -> None:
        self.folder = folder / "project"
        self.commit = commit
        self.edition = f"{language}/{edition}"
        self.log = folder / "output.txt"
        self.measures: dict[str, list[Measure]] = {}
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        self.environment = os.environ | {"PATH": path, "PYTHONPATH": str(self.folder)}
        self.snakemake = ["snakemake", "--cores", "2", "--config", f"languages=[{language}]"]
        self.editions = [f"output/editions/{self.edition}.{medium}" for medium in ("html", "pdf")]

    def begin(self) -> None:
        """Restore the commit, with nothing built."""
        shutil.rmtree(self.folder, ignore_errors=True)
        extract_commit(PROJECT, self.commit, self.folder)

    def take(self, name: str, command: list[str]) -> None:
        """Measure a command under a name."""
        result = measure(command, self.folder, self.environment, self.log)
        self.measures.setdefault(name, []).append(result)
        click.echo(f"  {name}: {result.seconds:.1f} s, {result.megabytes:.0f} MB", err=True)

    def round(self) -> None:
        """Measure each case once, from no output to a changed topic, and the bare calls."""
        self.begin()
        self.take("screen alone", [*self.snakemake, "deliveries=[screen]"])
        self.begin()
        self.take("cold build", self.snakemake)
        self.take("nothing to do", self.snakemake)
        self.bare()
        self.changed("one word", change_word)
        self.changed("one topic", change_topic)

    def new_meeting(self) -> None:
        """Measure a build of every language, then one after a meeting was added."""
        self.begin()
        every = ["snakemake", "--cores", "2"]
        self.take(EVERY_LANGUAGE, every)
        add_meeting(self.folder)
        self.take(NEW_MEETING, every)

    def changed(self, name: str, change: Callable[[Path], str]) -> None:
        """Change a source and build the editions again, which must then be newer than before."""
        before = [(self.folder / edition).stat().st_mtime_ns for edition in self.editions]
        change(self.folder)
        self.take(name, [*self.snakemake, "--", *self.editions])
        after = [(self.folder / edition).stat().st_mtime_ns for edition in self.editions]
        if not all(new > old for old, new in zip(before, after, strict=True)):
            raise click.ClickException(f"{name}: an edition was not made again")

    def bare(self) -> None:
        """Call Pandoc and WeasyPrint directly on the same document and page as the build."""
        document = f"output/work/{self.edition}.json"
        page = self.folder / "templates" / "bare.html"  # beside its pictures and styles
        keep = ["compendium", "pdf", "--document", document, "--html", str(page)]
        measure([*keep, "--output", "bare.pdf"], self.folder, self.environment, self.log)
        pandoc = [str(pypandoc.get_pandoc_path()), "--from=json", "--to=html5", "--standalone"]
        self.take(BARE_PANDOC, [*pandoc, "--output=bare.html", document])
        weasyprint = ["weasyprint", "--quiet", "--pdf-tags", "--pdf-version", "1.7"]
        self.take(BARE_WEASYPRINT, [*weasyprint, str(page), "bare.pdf"])
        page.unlink()


def extract_commit(project: Path, commit: str, target: Path) -> None:
    """Write the files of a commit, and nothing else, to a folder."""
    command = ["git", "archive", "--format=tar", commit]
    archive = subprocess.run(command, cwd=project, capture_output=True, check=True).stdout
    target.mkdir(parents=True, exist_ok=True)
    subprocess.run(["tar", "-x", "-C", str(target)], input=archive, check=True)


def rows(measures: dict[str, list[Measure]]) -> Iterator[tuple[str, str, Measure, float]]:
    """The rows of the table: case, explanation, median, ratio to the bare calls."""
    medians = {name: median(each) for name, each in measures.items()}
    pandoc, weasyprint = medians[BARE_PANDOC], medians[BARE_WEASYPRINT]
    bare = Measure(pandoc.seconds + weasyprint.seconds, max(pandoc.megabytes, weasyprint.megabytes))
    for name, figure in ((BARE_PANDOC, pandoc), (BARE_WEASYPRINT, weasyprint), (BARE, bare)):
        yield name, "", figure, figure.seconds / bare.seconds
    for name, explained in (CASES | CASES_OF_EVERY_LANGUAGE).items():
        if name in medians:
            yield name, explained, medians[name], medians[name].seconds / bare.seconds


def table(measures: dict[str, list[Measure]]) -> Iterator[str]:
    """The table of results."""
    yield "| Case | Seconds | Ratio to the bare calls | Memory of the largest process |"
    yield "|---|---:|---:|---:|"
    for name, explained, figure, ratio in rows(measures):
        case = f"**{name}**: {explained}" if explained else name
        yield f"| {case} | {figure.seconds:.1f} | {ratio:.2f} | {figure.megabytes:.0f} MB |"


def new_meeting_lines(measures: dict[str, list[Measure]]) -> Iterator[str]:
    """The sentence that compares a new meeting with the cold build of every language."""
    if NEW_MEETING in measures:
        new, cold = (median(measures[name]).seconds for name in (NEW_MEETING, EVERY_LANGUAGE))
        yield ""
        yield f"A new meeting in every language takes {new / cold:.2f} of their cold build."


def deliveries_line(measures: dict[str, list[Measure]]) -> str:
    """The sentence on the cost of the deliveries for press and archive."""
    every, alone = (median(measures[name]).seconds for name in ("cold build", "screen alone"))
    return f"The deliveries for press and archive take {1 - alone / every:.2f} of a cold build."


def write_results(bench: Bench, loads: list[str]) -> None:
    """Write the file of results."""
    count = len(bench.measures["cold build"])
    lines = [
        "# Results of the benchmark",
        "",
        (
            "Written by `benchmarks/run.py`; do not edit. Whole processes on the wall clock, "
            f"medians of {count} rounds; one edition ({bench.edition}, HTML and PDF), "
            "`snakemake --cores 2`. The bare calls are made in the same rounds on the very "
            "document and page of the build, and do nothing else: no records, no checks, no "
            "index, no page for the screen."
        ),
        "",
        *table(bench.measures),
        *new_meeting_lines(bench.measures),
        "",
        deliveries_line(bench.measures),
        "",
        "| Machine | |",
        "|---|---|",
        *(f"| {name} | {value} |" for name, value in facts(PROJECT, bench.commit)),
        f"| Load average before each round | {', '.join(loads)} |",
        "",
    ]
    write_part(BUILD, "\n".join(lines))


@click.command(help=__doc__)
@click.option("--rounds", type=click.IntRange(1), default=5, show_default=True, help="How many.")
@click.option("--commit", default="HEAD", show_default=True, help="The commit to measure.")
@click.option("--language", default="en", show_default=True, help="The language of the edition.")
@click.option(
    "--new-meetings",
    type=click.IntRange(0),
    default=1,
    show_default=True,
    help="How many rounds of a new meeting in every language.",
)
@click.option("--edition", default="compendium", show_default=True, help="The edition.")
def main(rounds: int, commit: str, language: str, edition: str, new_meetings: int) -> None:
    """Measure, and write the results."""
    loads = []
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path(folder), commit, language, edition)
        for number in range(1, rounds + 1):
            loads.append(load())
            click.echo(f"round {number} of {rounds}, load average {loads[-1]}", err=True)
            bench.round()
        for _ in range(new_meetings):
            bench.new_meeting()
    write_results(bench, loads)
    click.echo("\n".join(table(bench.measures)))
    click.echo(f"written: {RESULTS.relative_to(PROJECT)}", err=True)


if __name__ == "__main__":
    main()
