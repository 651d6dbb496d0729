"""`compendium changes`: report what is new in the records since an earlier state."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.changes.earlier import earlier_state
from compendium.changes.report_forms import FORMS
from compendium.changes.state_comparison import Snapshot, compare
from compendium.cli.options import RESULT, sources_option
from compendium.errors import ExitCode
from compendium.files import write_text
from compendium.languages.language import load_language
from compendium.reading import read_sources


@click.command()
@click.option(
    "--since",
    required=True,
    metavar="EDITION|FILE|COMMIT",
    help="The earlier state: an edition, an output of `collect` or a Git commit.",
)
@sources_option
@click.option(
    "--format",
    "form",
    type=click.Choice([*FORMS]),
    default="text",
    show_default=True,
    help="The format of the report.",
)
@click.option("--output", type=RESULT, help="The file to write.  [default: print]")
def changes(since: str, sources: Path, form: str, output: Path | None) -> int:
    """Show what is new, what changed and what moved since an earlier state of the records.

    An edition stands for the records that its published_from names. If it has none, as_of
    determines which gatherings are new, and the report says that other changes are not known. An
    output of `collect` contains errata only if it was made with --published; a commit contains
    them.
    """
    reading = read_sources(sources)
    corpus = reading.corpus
    before = earlier_state(since, reading, corpus)
    after = Snapshot("now", corpus, reading.errata, reading.documents)
    text = FORMS[form](compare(before, after, load_language(corpus.language)))
    if output is None:
        click.echo(text, nl=False)
    else:
        write_text(output, text)
    return ExitCode.OK
