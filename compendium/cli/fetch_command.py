"""`compendium fetch`: download official documents; the only command that uses the network."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.cli.options import FOLDER, config_option
from compendium.cli.progress import Ticker
from compendium.cli.saying import say, say_line
from compendium.errors import ExitCode, UserError
from compendium.fetching.fetch_limits import MEGABYTE, Limits
from compendium.fetching.fetched_documents import Library
from compendium.languages.language import load_language
from compendium.model.symbols import check_symbol
from compendium.reading.one_file import load_settings


def _symbols(_: click.Context, __: click.Parameter, values: tuple[str, ...]) -> tuple[str, ...]:
    """Check the form of the symbols, and remove duplicates."""
    try:
        return tuple(dict.fromkeys(check_symbol(value) for value in values))
    except ValueError as fault:
        raise click.BadParameter(str(fault)) from None


@click.command()
@click.argument("symbols", nargs=-1, required=True, metavar="SYMBOL...", callback=_symbols)
@click.option(
    "--language",
    "languages",
    metavar="CODE",
    multiple=True,
    default=("en",),
    show_default=True,
    help="The code of a language (repeatable).",
)
@config_option
@click.option(
    "--folder",
    type=FOLDER,
    default=Path("sources/published"),
    show_default=True,
    help="The folder of the documents and their list, lock.yaml.",
)
@click.option("--again", is_flag=True, help="Download documents again that are already there.")
@click.option("--pages", is_flag=True, help="Accept a web page if the address gives no file.")
def fetch(
    symbols: tuple[str, ...],
    languages: tuple[str, ...],
    config: Path,
    folder: Path,
    *,
    again: bool,
    pages: bool,
) -> int:
    """Download official documents by their symbols, such as CTOC/COP/WG.4/2019/6.

    A document is downloaded once; lock.yaml records its address, date, checksum and size.
    """
    for language in languages:
        load_language(language)  # an unknown code must not become part of a file name
    settings = load_settings(config)
    limits = Limits(size=round(settings.document_limit * MEGABYTE))
    library = Library(folder, settings.document_address, limits, pages=pages)
    exit_code = ExitCode.OK
    for symbol in symbols:
        for language in dict.fromkeys(languages):
            try:
                progress = _Progress(f"{symbol} ({language})")
                document, outcome = library.fetch(symbol, language, progress, again=again)
                say_line(f"{folder / document.file}: {outcome}, {document.size} bytes")
            except UserError as error:
                say(error)
                exit_code = error.exit_code
    return exit_code


class _Progress:
    """Prints progress every two seconds, also while nothing arrives, and each failed try."""

    def __init__(self, name: str) -> None:
        self._ticker = Ticker(name)
        self._waits = True

    def received(self, size: int, total: int | None) -> None:
        """Report that bytes arrived."""
        self._waits = False
        whole = f" of {total / MEGABYTE:.1f}" if total else ""
        self._ticker.say(f"{size / MEGABYTE:.1f}{whole} MB")

    def waiting(self, turn: int, tries: int) -> None:
        """Report that nothing has arrived yet."""
        if self._waits and self._ticker.say(f"no answer yet (try {turn} of {tries})"):
            self._waits = False

    def again(self, reason: str, turn: int, tries: int) -> None:
        """Report a failed try."""
        self._waits = True
        self._ticker.say(f"{reason}; try {turn} of {tries} follows", now=True)
