"""The facts of the machine that a measurement depends on; no names of hosts or folders."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import pypandoc


def facts(project: Path, commit: str) -> Iterator[tuple[str, str]]:
    """Name and value of each fact."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    yield "Date", datetime.now(UTC).strftime("%Y-%m-%d")
    yield "Commit", _commit(project, commit)
    yield "Processor", f"{_processor()}, {len(os.sched_getaffinity(0))} cores"
    yield "Memory", f"{memory:.1f} GB"
    yield "Python", platform.python_version()
    for package in ("WeasyPrint", "Snakemake"):
        yield package, version(package)
    yield "Pandoc", str(pypandoc.get_pandoc_version())


def load() -> str:
    """How busy the machine is: the load average of the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _commit(project: Path, commit: str) -> str:
    command = ["git", "rev-parse", "--short", commit]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    return done.stdout.strip()
