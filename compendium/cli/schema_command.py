"""`compendium schema`: JSON Schemas of the source files."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.options import FOLDER
from compendium.cli.saying import say_line
from compendium.errors import ExitCode
from compendium.files import write_text
from compendium.reading.schemas import schema_texts, stale_schemas


@click.command()
@click.option(
    "--output",
    type=FOLDER,
    default=Path("sources/schema"),
    show_default=True,
    help="The folder of schemas.",
)
@click.option(
    "--check", is_flag=True, help="Write nothing; exit with code 1 if a schema is out of date."
)
def schema(output: Path, *, check: bool) -> int:
    """Write the JSON Schemas with which text editors complete and check source files."""
    if not check:
        for name, text in schema_texts().items():
            write_text(output / name, text)
        return ExitCode.OK
    stale = stale_schemas(output)
    for name in stale:
        say_line(f"{output / name}: out of date; write it again with `compendium schema`")
    return ExitCode.FINDINGS if stale else ExitCode.OK
