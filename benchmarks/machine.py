"""Collects the facts of the machine that affect a measurement; no names of hosts or folders."""

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
    """Yield the name and value of each fact."""
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
    """The load average of the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _commit(project: Path, commit: str) -> str:
    command = ["git", "rev-parse", "--short", commit]
    completed = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    return completed.stdout.strip()
