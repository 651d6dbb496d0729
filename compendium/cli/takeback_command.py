"""`compendium takeback`: take the changes of a translator's file into the catalogues."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click
import polib

from compendium.cli.options import FILE, translations_option
from compendium.errors import ExitCode, InputError
from compendium.exchange.file_recognition import read_returned
from compendium.exchange.returned import Returned
from compendium.exchange.takeback import Change, Taking, apply, judge
from compendium.files import write_all
from compendium.findings import Severity
from compendium.languages.language import known_languages, load_language
from compendium.reporting import count, finding_lines
from compendium.texts.catalogue import catalogue_content, read_catalogue


@click.command()
@click.argument("file", type=FILE)
@translations_option
@click.option(
    "--language", "language_code", metavar="CODE", help="Refuse a file in another language."
)
@click.option("--allow-empty", is_flag=True, help="Allow the file to remove translations.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
def takeback(
    file: Path,
    translations: Path,
    language_code: str | None,
    *,
    allow_empty: bool,
    dry_run: bool,
) -> int:
    """Take the changes in a translator's file (Word, XLIFF, TMX) into the catalogues.

    The command takes all changes or, if there is a fault, none.
    """
    returned = read_returned(file)
    language = _language(returned, file, language_code)
    catalogues = _catalogues(translations / language)
    entries = _entries(catalogues)
    taking = judge(returned, entries, load_language(language), allow_empty=allow_empty)
    if taking.findings:
        click.echo(finding_lines(taking.findings), err=True)
    errors = count(taking.findings, Severity.ERROR)
    if errors:
        click.echo(f"error: {errors} findings; nothing was taken back", err=True)
        return ExitCode.FINDINGS
    changed = _changed(catalogues, taking, entries)
    if not dry_run:
        write_all(changed)
    _report(returned, taking, len(changed), dry_run=dry_run)
    return ExitCode.OK


def _changed(
    catalogues: Mapping[Path, polib.POFile], taking: Taking, entries: dict[str, polib.POEntry]
) -> dict[Path, bytes]:
    """Apply the changes; return the new content of the catalogues that they change."""
    before = {path: str(catalogue) for path, catalogue in catalogues.items()}
    apply(taking.changes, entries)
    return {
        path: catalogue_content(catalogue, path)
        for path, catalogue in catalogues.items()
        if str(catalogue) != before[path]
    }


def _report(returned: Returned, taking: Taking, files: int, *, dry_run: bool) -> None:
    for change in taking.changes:
        click.echo(_change_line(change))
    would = "would change" if dry_run else "changed"
    click.echo(
        f"{returned.form}: {len(taking.changes)} of {len(returned.rows)} texts {would} "
        f"in {files} catalogues"
    )


def _change_line(change: Change) -> str:
    return f"{change.key}: {change.state if change.text else 'withdrawn'}"


def _language(returned: Returned, file: Path, expected: str | None) -> str:
    """The code of the target language of a file."""
    language = _code(returned.target_tag)
    if language is None or _code(returned.source_tag) is None:
        tags = f"{returned.source_tag or 'no language'} to {returned.target_tag or 'no language'}"
        raise InputError(
            f"{file}: from {tags}: not languages of this program",
            remedy=f"languages are {', '.join(known_languages())}; export it again",
        )
    if expected is not None and expected != language:
        raise InputError(
            f"{file}: its language is {language}, not {expected}", remedy="check which file it is"
        )
    return language


def _code(tag: str) -> str | None:
    """The code of the language with this tag; tools write fr-FR for fr."""
    codes = {load_language(code).lang.casefold(): code for code in known_languages()}
    codes |= {code: code for code in known_languages()}
    tag = tag.casefold().replace("_", "-")
    return codes.get(tag) or codes.get(tag.partition("-")[0])


def _catalogues(folder: Path) -> Mapping[Path, polib.POFile]:
    paths = sorted(folder.rglob("*.po"))
    if not paths:
        raise InputError(
            f"{folder}: there are no catalogues of this language",
            remedy="check --translations; compendium merge makes catalogues",
        )
    return {path: read_catalogue(path) for path in paths}


def _entries(catalogues: Mapping[Path, polib.POFile]) -> dict[str, polib.POEntry]:
    """The active entries of all catalogues, by key."""
    entries: dict[str, polib.POEntry] = {}
    home: dict[str, Path] = {}
    for path, catalogue in catalogues.items():
        for entry in catalogue:
            if entry.obsolete or not entry.msgctxt:
                continue
            if home.setdefault(entry.msgctxt, path) != path:
                raise InputError(
                    f"{path}: the key {entry.msgctxt} is also in {home[entry.msgctxt]}",
                    remedy="delete the entry that is in the wrong catalogue; `compendium check` "
                    "says which",
                )
            entries[entry.msgctxt] = entry
    return entries
