"""Measures whole runs of a program: seconds, and the memory of its largest process."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

KILOBYTES_IN_MB = 1024
TAIL = 20  # lines of a failed program that are shown


@dataclass(frozen=True)
class Measure:
    """The time and memory of one run, and the seconds that it kept processors busy."""

    seconds: float
    megabytes: float
    processor: float = 0.0


def measure(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], log: Path
) -> Measure:
    """Run a program to its end, and measure it with everything that it started.

    Raises:
        click.ClickException: if it fails; the end of its output is in the message.
    """
    with log.open("wb") as output:
        started = time.perf_counter()
        program = subprocess.Popen(
            list(command),
            cwd=folder,
            env=dict(environment),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
        # wait4 measures only this program and its children, getrusage all children there ever were
        _, status, usage = os.wait4(program.pid, 0)
        seconds = time.perf_counter() - started
    program.returncode = os.waitstatus_to_exitcode(status)
    if program.returncode:
        end = log.read_text(encoding="utf-8", errors="replace").splitlines()[-TAIL:]
        raise click.ClickException(
            f"{command[0]} ended with {program.returncode}:\n" + "\n".join(end)
        )
    processor = usage.ru_utime + usage.ru_stime
    return Measure(seconds, usage.ru_maxrss / KILOBYTES_IN_MB, processor)


def median(measures: Sequence[Measure]) -> Measure:
    """The median of each figure."""
    return Measure(
        statistics.median(measure.seconds for measure in measures),
        statistics.median(measure.megabytes for measure in measures),
        statistics.median(measure.processor for measure in measures),
    )
