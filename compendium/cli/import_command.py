"""`compendium import`: read official documents, write draft records or official texts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from compendium.cli.editor_input import given_by, given_options
from compendium.cli.import_many import import_several, processes_option, report_option
from compendium.cli.imported import say_findings, say_outcome, telling_characters
from compendium.cli.options import FOLDER, PATH, RESULT, translations_option
from compendium.cli.saying import say_line
from compendium.documents.word_changes import Changes
from compendium.errors import ExitCode, InputError
from compendium.files import is_same, write_text
from compendium.importing.account_page import account_page
from compendium.importing.known_sources import Sources
from compendium.importing.many import ImportOptions
from compendium.importing.received import receive
from compendium.importing.run import Run
from compendium.languages.language import load_language


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=PATH, metavar="FILE_OR_FOLDER...")
@click.option(
    "--language",
    "language_code",
    metavar="CODE",
    help="Import the official text of an existing record in this language.",
)
@given_options
@click.option(
    "--output",
    type=FOLDER,
    default=Path("sources"),
    show_default=True,
    help="The folder of sources to write the record to.",
)
@translations_option
@click.option(
    "--account",
    type=RESULT,
    help="Write a page that shows, in colour, what became of each line.",
)
@click.option(
    "--changes",
    type=click.Choice([treatment.value for treatment in Changes]),
    default=Changes.ASSUME.value,
    show_default=True,
    help="What to do with tracked changes in a Word file; assume: accept, set nothing official.",
)
@processes_option
@report_option
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
def import_(
    files: tuple[Path, ...],
    language_code: str | None,
    output: Path,
    translations: Path,
    account: Path | None,
    changes: str,
    processes: int,
    reports: tuple[Path, ...],
    *,
    dry_run: bool,
    **given: Any,
) -> int:
    """Make draft records from official documents: .docx, .pdf, .html, .txt, .xml.

    An existing record is never changed; the command prints how the document differs from it. With
    --language, the official text of an existing record goes into the catalogue of that language.

    From several documents or folders, the command imports those in the language of the records
    first, then the others as official texts of their languages. It names each document that it
    refuses and continues. The exit code is 1 if a document was refused or differs.
    """
    options = ImportOptions(
        given_by(**given), language_code, Changes(changes), processes, dry_run=dry_run
    )
    run = Run(Sources(output), translations)
    if len(files) > 1 or files[0].is_dir() or reports:
        if account is not None:
            raise click.UsageError("--account shows one document; name only that one.")
        return import_several(files, run, options, reports)
    return _import_one(files[0], run, options, account)


def _import_one(file: Path, run: Run, options: ImportOptions, account: Path | None) -> int:
    """Import one document; ask the editor for what it does not say."""
    if account is not None and is_same(account, file):
        raise InputError(f"{account}: this is the document itself", remedy="name another --account")
    language, symbol = options.language or run.sources.language, options.editor_input.symbol
    with telling_characters():
        received = receive(file, language, symbol, options.changes)
    say_findings(received.strange)
    if account is not None:
        write_text(account, account_page(received.adopted, load_language(received.language)))
        say_line(f"{account}: written")
    outcome = run.take(received, options.editor_input, ask)
    if not options.dry_run:
        run.write()
    say_outcome(outcome, dry_run=options.dry_run)
    return ExitCode.FINDINGS if outcome.failed else ExitCode.OK


def ask(option: str, what: str, read: Callable[[str], object]) -> object:
    """Ask at a terminal, and again if the answer cannot be read; elsewhere, answer nothing."""

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
