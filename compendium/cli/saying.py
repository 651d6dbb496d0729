"""How an error is told: what is wrong, and what to do."""

from __future__ import annotations

import click

from compendium.errors import UserError
from compendium.printable import printable


def say(error: UserError) -> None:
    """Tell an error on the error output, whatever its message quotes."""
    click.echo(printable(f"error: {error.message}"), err=True)
    if error.remedy:
        click.echo(printable(f"  what to do: {error.remedy}"), err=True)
