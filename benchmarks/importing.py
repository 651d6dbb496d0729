"""Measures the import of many documents in one run, compared with a loop of single imports.

The loop uses another build of the program, given by its path, on a regular sample of resolutions in
all their languages: those in the language of the records first, into a record that grows. The
program of this environment imports the same sample in one run, and then the whole folder. Processor
time is compared, because the machine may be busy with other work. The result is written to its part
of benchmarks/RESULTS.md.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from machine import facts, load
from measuring import KILOBYTES_IN_MB
from sections import IMPORTING, RESULTS, write_part

PROJECT = Path(__file__).resolve().parents[1]
BODIES = """\
bodies:
  - key: ga
    name: General Assembly
    short_name: Assembly
    gathers_in: session
    segments: true
    part: A
"""
FACTS = ("--body", "ga", "--ordinal", "78", "--place", "New York")
DAYS = ("--first", "2023-09-05", "--last", "2024-09-10")
LANGUAGES = {
    "English": "en",
    "Arabic": "ar",
    "Chinese": "zh",
    "French": "fr",
    "Russian": "ru",
    "Spanish": "es",
}
_NUMBER = re.compile(r"RES_\d+_(\d+)")


@dataclass(frozen=True)
class Cost:
    """The cost of some processes: processor seconds, and the memory of the largest."""

    seconds: float = 0.0
    megabytes: float = 0.0

    def __add__(self, other: Cost) -> Cost:
        return Cost(self.seconds + other.seconds, max(self.megabytes, other.megabytes))


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run an import to its end; refused documents are not a failure."""
    with (folder / "output.txt").open("ab") as output:
        program = subprocess.Popen(command, cwd=folder, stdout=output, stderr=output)
        _, status, usage = os.wait4(program.pid, 0)
    program.returncode = os.waitstatus_to_exitcode(status)
    if program.returncode not in {0, 1, 3}:
        raise click.ClickException(f"{' '.join(command)} ended with {program.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / KILOBYTES_IN_MB)


def project(folder: Path, name: str) -> Path:
    """Make an empty project."""
    (folder / name / "sources").mkdir(parents=True)
    (folder / name / "sources" / "bodies.yaml").write_text(BODIES, encoding="utf-8")
    return folder / name


def share(documents: Path, every: int) -> dict[str, list[Path]]:
    """Every nth resolution, by language, in the order of the numbers."""
    sample: dict[str, list[Path]] = {}
    for name in LANGUAGES:
        files = sorted((documents / name).glob("*.xml"), key=number)
        numbers = {
            number(file)
            for file in sorted((documents / "English").glob("*.xml"), key=number)[::every]
        }
        sample[name] = [file for file in files if number(file) in numbers]
    return sample


def number(path: Path) -> int:
    """The number of a resolution, from the name of its file."""
    match = _NUMBER.search(path.name)
    assert match is not None
    return int(match[1])


def loop(program: str, files: dict[str, list[Path]], folder: Path) -> tuple[Cost, int]:
    """The cost of a loop of single imports, and their number."""
    cost, count = Cost(), 0
    for name, paths in files.items():
        for path in paths:
            language = [] if name == "English" else ["--language", LANGUAGES[name]]
            cost += run([program, "import", str(path), *FACTS, *DAYS, *language], folder)
            count += 1
        click.echo(f"  {name}: {cost.seconds:.0f} s so far", err=True)
    return cost, count


def one_run(program: str, documents: Path, folder: Path) -> Cost:
    """The cost of one import of a folder, with a table of results."""
    return run([program, "import", str(documents), *FACTS, *DAYS, "--report", "table.json"], folder)


def lines(costs: dict[str, tuple[Cost, int]], before: str, busy: str) -> Iterator[str]:
    """The lines of this program's part of the file of results."""
    (single, count), (bulk, _), (whole, _) = costs.values()
    yield (
        "Written by `benchmarks/importing.py`; do not edit. Resolutions of one session in six "
        "languages (Akoma Ntoso), one process; processor time of whole processes, which other work "
        f"on the machine lengthens alike. The loop is that of commit {before}, each file a call of "
        f"its own, over a fair share of the resolutions ({count} files): the whole loop takes "
        "longer for each file, since each call reads the whole record again."
    )
    yield ""
    yield "| Case | Files | Processor seconds | For each file | Ratio | Largest process |"
    yield "|---|---:|---:|---:|---:|---:|"
    for name, (cost, files) in costs.items():
        each = cost.seconds / files
        ratio = each / (single.seconds / count)
        yield (
            f"| {name} | {files} | {cost.seconds:.0f} | {each:.3f} | {ratio:.2f} | "
            f"{cost.megabytes:.0f} MB |"
        )
    yield ""
    yield (
        f"The share in one run takes {bulk.seconds / single.seconds:.2f} of the loop's processor "
        f"time; the largest process of the whole session has {whole.megabytes:.0f} MB."
    )
    yield ""
    yield "| Machine | |"
    yield "|---|---|"
    yield from (f"| {name} | {value} |" for name, value in facts(PROJECT, "HEAD"))
    yield f"| Load average before and after | {busy} |"


@click.command(help=__doc__)
@click.option(
    "--documents",
    type=click.Path(path_type=Path, exists=True, resolve_path=True),
    required=True,
    help="The folder of a session, with a folder for each language.",
)
@click.option("--before", required=True, help="The program of the build for the loop.")
@click.option("--commit", required=True, help="The commit of that build.")
@click.option("--every", default=16, show_default=True, help="Take every nth resolution.")
def main(documents: Path, before: str, commit: str, every: int) -> None:
    """Measure, and write the results."""
    program = str(Path(sys.executable).with_name("compendium"))
    busy = load()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files = share(documents, every)
        for language, paths in files.items():
            (folder / "share" / language).mkdir(parents=True)
            for path in paths:
                shutil.copy2(path, folder / "share" / language)
        costs = {
            "loop of single imports, a share": loop(before, files, project(folder, "loop")),
            "the same share in one run": (
                one_run(program, folder / "share", project(folder, "one")),
                sum(map(len, files.values())),
            ),
            "**the whole session in one run**": (
                one_run(program, documents, project(folder, "whole")),
                len(list(documents.rglob("*.xml"))),
            ),
        }
    write_part(IMPORTING, "\n".join(lines(costs, commit, f"{busy}, {load()}")))
    click.echo(f"written: {RESULTS.relative_to(PROJECT)}", err=True)


if __name__ == "__main__":
    main()
