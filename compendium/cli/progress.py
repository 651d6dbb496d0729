"""Progress of long work: a line on the error output now and then."""

from __future__ import annotations

import time

import click

_SILENT = 2.0  # seconds; shorter work needs no report


class Ticker:
    """Reports how far some work is, at most every two seconds.

    Args:
        name: the name of the work, shown before each report.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._reported = time.monotonic()

    def say(self, what: str, *, now: bool = False) -> bool:
        """Print a report unless another was printed just now; return whether it was printed."""
        if not now and time.monotonic() - self._reported < _SILENT:
            return False
        self._reported = time.monotonic()
        click.echo(f"{self._name}: {what}", err=True)
        return True
