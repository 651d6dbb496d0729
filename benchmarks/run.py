"""Measures the build, compared with bare calls of its tools, and writes benchmarks/RESULTS.md.

Everything happens in copies of commits, in a temporary folder. With --before, an earlier commit is
built in every language beside the one that is measured, in the same rounds.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import click
from bare_calls import BareCalls
from build_table import BARE, Case, comparisons, medians_of, table
from changing import add_meeting, change_topic, change_word
from commit_copy import PROJECT, Bench
from machine import facts, load
from ruamel.yaml import YAML
from sections import BUILD, RESULTS, write_part

COLD, SCREEN, NOTHING = "cold build", "screen alone", "nothing to do"
WORD_ON_SCREEN, WORD, TOPIC = "one word, for the screen", "one word, verified", "one topic"
EVERY_LANGUAGE, NEW_MEETING = "cold build, every language", "new meeting, every language"
BARE_IN_TURN = "bare calls for every language, one after the other"
BARE_TOGETHER = "bare calls for every language, two at a time"
BEFORE = "cold build, every language, commit before"
CASES = (
    Case(COLD, "nothing there yet: checks, HTML, PDF, comparison with every published document"),
    Case(SCREEN, "the same build without the deliveries for press and archive"),
    Case(NOTHING, "the same command again"),
    Case(
        WORD_ON_SCREEN, "one word of one paragraph changed: HTML page and PDF file for the screen"
    ),
    Case(WORD, "the same with every delivery; what changed is verified, without veraPDF"),
    Case(TOPIC, "one topic of one paragraph taken away: HTML and every PDF file made again"),
    Case(BARE_IN_TURN, "Pandoc, then WeasyPrint"),
    Case(BARE_TOGETHER, "the same on two cores"),
    Case(BEFORE, "the build of an earlier commit, in the same rounds"),
    Case(
        EVERY_LANGUAGE,
        "every edition: checks, HTML, PDF, comparison with every document",
        (BARE, BARE_IN_TURN, BARE_TOGETHER, BEFORE),
    ),
    Case(
        NEW_MEETING,
        "its record and catalogues added: editions that end before it stay",
        (BARE, EVERY_LANGUAGE, BEFORE),
    ),
)
VERIFIED = "output/reports/verified"
BUILD_ALL = ["snakemake", "--cores", "2"]


def one_language(bench: Bench, bare: BareCalls) -> None:
    """Measure the cases of one language once, from no output to a changed topic."""
    screen = ["deliveries=[screen]"]
    bench.begin()
    bench.take(SCREEN, [*bench.snakemake, *screen])
    bench.changed(WORD_ON_SCREEN, change_word, settings=screen)
    bench.begin()
    bench.take(COLD, bench.snakemake)
    bench.take(NOTHING, bench.snakemake)
    bare.take(bench, bench.edition.partition("/")[0])
    bench.changed(WORD, change_word, targets=[VERIFIED])
    bench.changed(TOPIC, change_topic)


def every_language(bench: Bench, before: Bench | None, bare: BareCalls) -> None:
    """Measure the cases of every language once; the earlier commit first."""
    if before is not None:
        before.begin()
        before.take(BEFORE, BUILD_ALL)
    bench.begin()
    bench.take(EVERY_LANGUAGE, BUILD_ALL)
    settings = YAML(typ="safe").load(bench.folder / "config/config.yaml")
    bare.take_all(bench, settings["languages"], {1: BARE_IN_TURN, 2: BARE_TOGETHER})
    add_meeting(bench.folder)
    bench.take(NEW_MEETING, BUILD_ALL)


def lines(bench: Bench, before: Bench | None, loads: list[str]) -> list[str]:
    """The lines of this program's part of the file of results."""
    medians = medians_of(bench.measures | (before.measures if before else {}))
    rounds = len(bench.measures[COLD])
    of_every_language = len(bench.measures.get(EVERY_LANGUAGE, ()))
    earlier = [f"| Commit before | {before.commit} |"] if before else []
    return [
        "# Results of the benchmark",
        "",
        (
            "Written by `benchmarks/run.py`; do not edit. Whole processes on the wall clock, "
            f"medians of {rounds} rounds ({of_every_language} of every language); one edition "
            f"({bench.edition}) is changed, `snakemake --cores 2`. The bare calls are made in the "
            "same rounds on the very document and page of the build, and do nothing else: no "
            "records, no checks, no index, no page for the screen."
        ),
        "",
        *table(CASES, medians),
        *comparisons(CASES, medians),
        "",
        (
            "The deliveries for press and archive take "
            f"{1 - medians[SCREEN].seconds / medians[COLD].seconds:.2f} of a cold build."
        ),
        "",
        "| Machine | |",
        "|---|---|",
        *(f"| {name} | {value} |" for name, value in facts(PROJECT, bench.commit)),
        *earlier,
        f"| Load average before each round | {', '.join(loads)} |",
    ]


@click.command(help=__doc__)
@click.option("--rounds", type=click.IntRange(1), default=5, show_default=True, help="How many.")
@click.option("--commit", default="HEAD", show_default=True, help="The commit to measure.")
@click.option("--language", default="en", show_default=True, help="The language of the edition.")
@click.option("--edition", default="compendium", show_default=True, help="The edition.")
@click.option(
    "--every-language",
    "of_every_language",
    type=click.IntRange(0),
    default=5,
    show_default=True,
    help="How many of the rounds also build every language.",
)
@click.option("--before", help="An earlier commit, built in every language for comparison.")
@click.option(
    "--environment",
    type=click.Path(path_type=Path, exists=True, resolve_path=True),
    help="The virtual environment of that commit.  [default: that of this program]",
)
@click.option("--output", type=click.Path(path_type=Path), help="Write the results here instead.")
def main(
    rounds: int,
    commit: str,
    language: str,
    edition: str,
    of_every_language: int,
    before: str | None,
    environment: Path | None,
    output: Path | None,
) -> None:
    """Measure, and write the results."""
    loads = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench = Bench(folder / "now", commit, language, edition)
        earlier = before and Bench(folder / "before", before, language, edition, environment)
        bare = BareCalls(folder / "bare", edition)
        for number in range(1, rounds + 1):
            loads.append(load())
            click.echo(f"round {number} of {rounds}, load average {loads[-1]}", err=True)
            one_language(bench, bare)
            if number <= of_every_language:
                every_language(bench, earlier or None, bare)
    result = "\n".join(lines(bench, earlier or None, loads))
    if output is not None:
        output.write_text(result, encoding="utf-8")
    else:
        write_part(BUILD, result)
    click.echo(result)
    click.echo(f"written: {output or RESULTS.relative_to(PROJECT)}", err=True)


if __name__ == "__main__":
    main()
