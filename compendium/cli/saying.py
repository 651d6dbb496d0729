"""How errors, warnings and what was done are told, whatever they quote."""

from __future__ import annotations

import click

from compendium.errors import ToolError, UserError
from compendium.printable import in_one_line, printable


def say(error: UserError, *, kind: str = "error") -> None:
    """Tell an error, or a warning, on the error output, whatever its message quotes.

    Only what another program says may have several lines: a name with the end of a line in it could
    else say what the program does not.
    """
    shown = printable if isinstance(error, ToolError) else in_one_line
    click.echo(shown(f"{kind}: {error.message}"), err=True)
    if error.remedy:
        click.echo(in_one_line(f"  what to do: {error.remedy}"), err=True)


def say_line(line: str) -> None:
    """Tell a line on the output, whatever the names of files in it hold."""
    click.echo(in_one_line(line))
