"""Prints errors, warnings and results safely, whatever they quote."""

from __future__ import annotations

import click

from compendium.errors import FindingsError, ToolError, UserError
from compendium.printable import in_one_line, printable
from compendium.reporting import finding_lines, summary


def say(error: UserError, *, kind: str = "error") -> None:
    """Print an error or a warning on the error output, whatever its message quotes.

    Only messages of other programs may have several lines. Otherwise a file name that contains a
    line break could fake a message of this program.
    """
    if isinstance(error, FindingsError):
        click.echo(finding_lines(error.findings), err=True)
        click.echo(summary(error.findings, error.files), err=True)
        return
    shown = printable if isinstance(error, ToolError) else in_one_line
    click.echo(shown(f"{kind}: {error.message}"), err=True)
    if error.remedy:
        click.echo(in_one_line(f"  what to do: {error.remedy}"), err=True)


def say_line(line: str) -> None:
    """Print a line on the output, whatever the file names in it contain."""
    click.echo(in_one_line(line))
