"""Measures how the cost of a build grows with the records, and writes it to benchmarks/RESULTS.md.

A copy of a commit is enlarged: its records are repeated under new ordinals. In each size are
measured a check, a cold build of one edition in one language without comparisons, a changed word,
the same command again, and each command from the records to the HTML page. An exponent of 1 means
that a cost grows as the records do; of 0, that it does not grow.
"""

from __future__ import annotations

import math
import statistics
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import click
from changing import change_word
from commit_copy import PROJECT, Bench
from enlarging import enlarge
from machine import facts, load
from measuring import Measure, median
from sections import GROWTH, RESULTS, write_part

CHECK, COLD, WORD, NOTHING = "check", "cold build", "one word", "nothing to do"
EDITION = "compendium"
LARGEST = (COLD, WORD)  # the cases whose largest process counts
EXPLAINED = {
    CHECK: "`compendium check`, every language",
    COLD: "one edition in one language, without comparisons",
    WORD: "one word of one paragraph changed",
    NOTHING: "the same command again",
}
# Of each case or command: its measures at each size, smallest first.
Costs = Mapping[str, Sequence[Measure]]


def steps(language: str, edition: str) -> dict[str, list[str]]:
    """The commands from the records to the page, with the outputs of the build as inputs."""
    work, records = f"output/work/{language}/{edition}", f"output/work/{edition}.records.json"
    of_edition, settings = ["--edition", edition], ["--config", "config/config.yaml"]
    between = ["--output-texts", "measured.texts", "--output-index", "measured.index"]
    commands = {
        "collect": of_edition,
        "prepare": ["--records", records, "--language", language, *of_edition, *settings, *between],
        "html": ["--document", f"{work}.json", *settings],
    }
    return {
        name: ["compendium", name, *options, "--output", f"measured.{name}"]
        for name, options in commands.items()
    }


def measure_size(bench: Bench, times: int, *, pages_only: bool) -> dict[str, Measure]:
    """Measure every case and command at one size."""
    bench.begin()
    enlarge(bench.folder, times)
    if pages_only:
        bench.editions = [edition for edition in bench.editions if edition.endswith(".html")]
    build = [*bench.snakemake, "--", *bench.editions]
    bench.take(CHECK, ["compendium", "check"])
    bench.take(COLD, build)
    bench.take(NOTHING, build)
    for name, command in steps(*bench.edition.split("/")).items():
        bench.take(name, command)
    bench.changed(WORD, change_word)
    return {name: measures[-1] for name, measures in bench.measures.items()}


def exponent(sizes: Sequence[int], costs: Sequence[float]) -> float:
    """The slope of the logarithm of costs over that of sizes."""
    return statistics.linear_regression([*map(math.log, sizes)], [*map(math.log, costs)]).slope


def rows(sizes: Sequence[int], costs: Costs, names: Sequence[str]) -> Iterator[str]:
    """A row of the table of times for each name."""
    for name in names:
        seconds = [cost.processor for cost in costs[name]]
        shown = " | ".join(f"{value:.1f}" for value in seconds)
        case = f"**{name}**: {EXPLAINED[name]}" if name in EXPLAINED else f"`compendium {name}`"
        yield f"| {case} | {shown} | {exponent(sizes, seconds):.2f} |"


def memory_rows(sizes: Sequence[int], costs: Costs, names: Sequence[str]) -> Iterator[str]:
    """The rows of the largest process of the builds, and of each command."""
    builds = zip(*(costs[name] for name in LARGEST), strict=True)
    largest = [max(cost.megabytes for cost in same) for same in builds]
    each = {name: [cost.megabytes for cost in costs[name]] for name in names}
    for name, megabytes in {"**the builds**": largest, **each}.items():
        shown = " | ".join(f"{value:.0f} MB" for value in megabytes)
        label = f"`compendium {name}`" if name in each else name
        yield f"| {label} | {shown} | {exponent(sizes, megabytes):.2f} |"


def lines(sizes: Sequence[int], costs: Costs, bench: Bench, what: str, loads: str) -> list[str]:
    """The lines of this program's part of the file of results."""
    commands = [name for name in costs if name not in EXPLAINED]
    head = " | ".join(f"{size} x" for size in sizes)
    rule = "|---|" + "---:|" * (len(sizes) + 1)
    return [
        (
            "Written by `benchmarks/growth.py`; do not edit. The records are repeated under new "
            "ordinals. Processor time of whole processes, because it is least disturbed by other "
            "work on the machine; one edition "
            f"({bench.edition}, {what}), `snakemake --cores 2`. The exponent is the slope of the "
            "logarithm of the cost over that of the size: 1 where a cost grows as the records do, "
            "0 where it does not grow. Only a build keeps results for later commands. The YAML of "
            "a text that is repeated is parsed once, so reading the sources grows more than here."
        ),
        "",
        f"| Processor seconds | {head} | Exponent |",
        rule,
        *rows(sizes, costs, [*EXPLAINED, *commands]),
        "",
        f"| Memory of the largest process | {head} | Exponent |",
        rule,
        *memory_rows(sizes, costs, [CHECK, *commands]),
        "",
        "| Machine | |",
        "|---|---|",
        *(f"| {name} | {value} |" for name, value in facts(PROJECT, bench.commit)),
        f"| Load average before each size | {loads} |",
    ]


@click.command(help=__doc__)
@click.option("--rounds", type=click.IntRange(1), default=1, show_default=True, help="How many.")
@click.option(
    "--size",
    "sizes",
    type=click.IntRange(1),
    multiple=True,
    default=(1, 3, 10),
    show_default=True,
    help="A size to measure, compared with that of the project; at least two.",
)
@click.option("--commit", default="HEAD", show_default=True, help="The commit to measure.")
@click.option("--language", default="en", show_default=True, help="The language of the edition.")
@click.option("--pages-only", is_flag=True, help="Build the HTML page alone, not the PDF files.")
def main(
    rounds: int,
    sizes: tuple[int, ...],
    commit: str,
    language: str,
    *,
    pages_only: bool,
) -> None:
    """Measure, and write the results."""
    measures: list[dict[str, list[Measure]]] = [{} for _ in sizes]
    loads = []
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, rounds + 1):
            for size, of_size in zip(sizes, measures, strict=True):
                loads.append(load())
                click.echo(f"round {number} of {rounds}, {size} x, load {loads[-1]}", err=True)
                bench = Bench(Path(folder), commit, language, EDITION)
                for name, cost in measure_size(bench, size, pages_only=pages_only).items():
                    of_size.setdefault(name, []).append(cost)
    costs = {name: [median(of_size[name]) for of_size in measures] for name in measures[0]}
    what = "HTML" if pages_only else "HTML and PDF"
    text = "\n".join(lines(sizes, costs, bench, what, ", ".join(loads)))
    write_part(GROWTH, text)
    click.echo(text)
    click.echo(f"written: {RESULTS.relative_to(PROJECT)}", err=True)


if __name__ == "__main__":
    main()
