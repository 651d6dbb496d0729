"""Progress of long work: a line on the error output now and then."""

from __future__ import annotations

import time

import click

_SILENT = 2.0  # seconds; what is done sooner needs no word of progress


class Ticker:
    """Says how far something is, at most every two seconds.

    Args:
        name: what it is, before each word.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._said = time.monotonic()

    def say(self, what: str, *, now: bool = False) -> bool:
        """Say a word, unless another was said just now; whether it was said."""
        if not now and time.monotonic() - self._said < _SILENT:
            return False
        self._said = time.monotonic()
        click.echo(f"{self._name}: {what}", err=True)
        return True
