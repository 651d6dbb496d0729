"""How an error or a warning is told: what is wrong, and what to do."""

from __future__ import annotations

import click

from compendium.errors import UserError
from compendium.printable import printable


def say(error: UserError, *, kind: str = "error") -> None:
    """Tell an error, or a warning, on the error output, whatever its message quotes."""
    click.echo(printable(f"{kind}: {error.message}"), err=True)
    if error.remedy:
        click.echo(printable(f"  what to do: {error.remedy}"), err=True)
