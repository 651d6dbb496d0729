"""`compendium import`: an official document in, a draft record or official texts out."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import click

from compendium.cli.imported import say_findings, say_outcome
from compendium.cli.options import FILE, FOLDER, RESULT, translations_option
from compendium.documents.word_changes import Changes
from compendium.errors import ExitCode, InputError
from compendium.files import write_text
from compendium.importing.account_page import account_page
from compendium.importing.identity import Given
from compendium.importing.received import Received, UnrecordableError, receive
from compendium.importing.run import Run
from compendium.importing.sources import Sources
from compendium.languages.language import load_language
from compendium.model.bounds import ORDINAL
from compendium.model.gatherings import Citation

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("import")
@click.argument("file", type=FILE)
@click.option(
    "--language", "language_code", help="Take the official text in this language of a record."
)
@click.option("--body", help="The key of the body, where the document does not say it.")
@click.option("--ordinal", type=click.IntRange(1, ORDINAL), help="Which meeting or session it is.")
@click.option("--symbol", help="The document symbol.")
@click.option("--first", type=_DAY, help="The first day of the meeting or session.")
@click.option("--last", type=_DAY, help="The last day; the first again where left out.")
@click.option("--place", help="Where it was held.")
@click.option(
    "--cited-by",
    type=click.Choice([citation.value for citation in Citation]),
    help="What the index counts when it cites the report.",
)
@click.option(
    "--output",
    type=FOLDER,
    default=Path("sources"),
    show_default=True,
    help="The sources, where the record belongs.",
)
@translations_option
@click.option(
    "--account",
    type=RESULT,
    help="Write a page that shows the document with each line coloured by where it went.",
)
@click.option(
    "--changes",
    type=click.Choice([one.value for one in Changes]),
    default=Changes.ACCEPT.value,
    show_default=True,
    help="What to do with tracked changes of a Word file.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
def import_(
    file: Path,
    language_code: str | None,
    body: str | None,
    ordinal: int | None,
    symbol: str | None,
    first: datetime | None,
    last: datetime | None,
    place: str | None,
    cited_by: str | None,
    output: Path,
    translations: Path,
    account: Path | None,
    changes: str,
    *,
    dry_run: bool,
) -> int:
    """Make a draft record from an official document: .docx, .pdf, .html, .txt, .xml.

    A record that exists is never changed: the differences are printed. With --language the
    official text of a record in another language goes into its catalogue.
    """
    if account is not None and account.exists() and account.samefile(file):
        raise InputError(f"{account}: this is the document itself", remedy="name another --account")
    citation = Citation(cited_by) if cited_by else None
    given = Given(body, ordinal, symbol, _day(first), _day(last), place, citation)
    sources = Sources(output)
    received = _received(file, language_code or sources.language, symbol, Changes(changes))
    if account is not None:
        write_text(account, account_page(received.adopted, load_language(received.language)))
        click.echo(f"{account}: written")
    run = Run(sources, translations)
    done = run.take(received, given, ask)
    if not dry_run:
        run.write()
    say_outcome(done, dry_run=dry_run)
    return ExitCode.FINDINGS if done.failed else ExitCode.OK


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _received(file: Path, language: str, symbol: str | None, changes: Changes) -> Received:
    """Read the document, and tell its strange characters."""
    try:
        received = receive(file, language, symbol, changes)
    except UnrecordableError as fault:
        say_findings(fault.findings)
        raise
    say_findings(received.strange)
    return received


def ask(option: str, what: str, read: Callable[[str], object]) -> object:
    """Ask at a terminal, again where the answer cannot be read; elsewhere nobody answers."""

    def answered(text: str) -> object:
        try:
            return read(text.strip()) if text.strip() else None
        except ValueError as fault:
            raise click.UsageError(str(fault)) from None

    if not sys.stdin.isatty():
        return None
    return click.prompt(
        f"{option}: {what}", default="", show_default=False, err=True, value_proc=answered
    )
