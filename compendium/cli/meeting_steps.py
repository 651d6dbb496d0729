"""The steps from the documents of a new meeting to rebuilt editions, each safe to repeat."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from compendium.adding.acceptance import accepted_files, uncovered
from compendium.adding.documents import Document, Identified, identify, keys_with_symbols
from compendium.changes.comparison import State, compare
from compendium.changes.earlier import without
from compendium.changes.forms import FORMS, as_text
from compendium.checks import check_everything
from compendium.checks.text_sets import check_translations
from compendium.cli.handover import FORMS as HANDOVER_FORMS
from compendium.cli.main import program
from compendium.errors import ExitCode, InputError, ToolError
from compendium.files import remove, write_all, write_text
from compendium.findings import Finding, Severity
from compendium.handing.rows import make_rows, select
from compendium.importing.identity import Given
from compendium.languages.language import known_languages, load_language
from compendium.model.corpus import Corpus
from compendium.reading import Reading, read_sources
from compendium.reporting import count, finding_lines, summary
from compendium.running import run_whole
from compendium.texts.states import State as TextState
from compendium.texts.textset import read_entries
from compendium.texts.units import text_units

_UNREACHED = "R009"  # found by the check, dealt with by the step of topics
_ENDINGS = {"html": "html", "markdown": "md", "json": "json"}
_BUILD = Path("setup/build.sh")
Sources = tuple[Reading, Corpus]
_OPEN = frozenset({TextState.MISSING, TextState.FUZZY})


class Decision(Exception):  # noqa: N818 - no error: it is a person's turn
    """What a person has to decide before the way goes on."""


@dataclass(frozen=True, slots=True)
class Way:
    """What the steps need to know; `languages` is empty for all that have catalogues."""

    sources: Path
    translations: Path
    output: Path
    languages: tuple[str, ...]
    given: Given
    as_recorded: bool
    accept: int | None


def whole_sources(way: Way) -> Sources:
    """The sources, if they can be read whole.

    Raises:
        Decision: if a fault has to be mended first.
    """
    reading = read_sources(way.sources)
    if reading.corpus is None:
        click.echo(finding_lines(reading.findings))
        click.echo(summary(reading.findings, reading.count))
        raise Decision("mend the faults above")
    return reading, reading.corpus


def import_documents(way: Way, documents: Iterable[Document]) -> frozenset[str]:
    """Import every document, and give the keys of their gatherings.

    Raises:
        Decision: if a new draft is in doubt, or a document differs from what is recorded.
    """
    keys: set[str] = set()
    symbols = [way.given.symbol]
    for document in documents:
        reading, corpus = whole_sources(way)
        if document.language == corpus.language:
            found = identify(document, way.given, reading)
            keys.add(found.key)
            _import_record(way, document, found, corpus)
        else:
            symbols.append(document.facts.symbol)
            options = ["--language", document.language, "--symbol", way.given.symbol]
            _import_into(way, document, options[: 4 if way.given.symbol else 2])
    return frozenset(keys) | keys_with_symbols(symbols, read_sources(way.sources))


def _import_record(way: Way, document: Document, found: Identified, corpus: Corpus) -> None:
    known = {one.key for body in corpus.bodies for one in corpus.gatherings(body.key)}
    given = {
        "--body": way.given.body,
        "--ordinal": way.given.ordinal,
        "--symbol": way.given.symbol,
        "--first": way.given.first,
        "--last": way.given.last,
        "--place": way.given.place,
        "--cited-by": way.given.cited_by,
    }
    said = [word for name, value in given.items() if value for word in (name, value)]
    _import_into(way, document, said)
    if found.key not in known and found.doubts:
        raise Decision(
            f"{found.key} is a new draft with {len(found.doubts)} doubts, listed above; compare "
            "it with the document and mend it"
        )


def _import_into(way: Way, document: Document, options: Iterable[object]) -> None:
    folders = ("--output", way.sources, "--translations", way.translations)
    code = _run("import", document.path, *options, *folders)
    if code != ExitCode.OK and not way.as_recorded:
        raise Decision(
            f"{document.path} and what is recorded of it differ, see above; mend the record, "
            "write an erratum, or say --as-recorded to go on as it is"
        )


def check_records(way: Way, keys: frozenset[str]) -> None:
    """Check the records: every error, and the warnings in the files of the new gatherings.

    Raises:
        Decision: if there is an error.
    """
    reading, _ = whole_sources(way)
    findings = check_everything(reading)
    files = {reading.places[key].file for key in keys if key in reading.places}
    _tell(
        [
            one
            for one in findings
            if one.severity is Severity.ERROR
            or (one.place.file in files and one.code != _UNREACHED)
        ]
    )
    click.echo(f"{summary(findings, reading.count)} (compendium check --all lists them)")
    _stop_at_errors(findings)


def assign_topics(way: Way, keys: frozenset[str]) -> Sources:
    """Suggest topics for paragraphs without any, and take as many as the editor accepts.

    Gives the sources as the later steps need them, which change nothing in them.

    Raises:
        Decision: if paragraphs are left that the index does not reach.
    """
    reading, corpus = whole_sources(way)
    if not uncovered(reading, keys):
        click.echo("the index leads to every paragraph")
        return reading, corpus
    for key in sorted({one.unit.gathering.key for one in uncovered(reading, keys)}):
        _run("suggest", "--sources", way.sources, "--gathering", key, "--write")
    wanted = way.accept if way.accept is not None else _ask_how_many()
    if wanted:
        reading, corpus = whole_sources(way)  # with the suggestions
        files = accepted_files(reading, keys, corpus.topics, wanted)
        write_all(files)
        for path in files:
            click.echo(f"{path}: the likeliest {wanted} topics of each paragraph accepted")
        reading, corpus = whole_sources(way)
    left = uncovered(reading, keys)
    if left:
        raise Decision(
            f"{len(left)} paragraphs have no topics; the suggestions stand beside them: take what "
            "fits by deleting `# suggested: `, write `topics: []` where nothing does, or say "
            "--accept 3 to take the likeliest three of each"
        )
    return reading, corpus


def _ask_how_many() -> int:
    """Ask at a terminal; elsewhere nobody accepts anything."""
    if not sys.stdin.isatty():
        return 0
    asked = "How many of the likeliest topics shall each paragraph get (0: I choose myself)?"
    answer: int = click.prompt(asked, type=click.IntRange(min=0), default=0, err=True)
    return answer


def merge_catalogues(way: Way, corpus: Corpus, documents: Iterable[Document]) -> tuple[str, ...]:
    """Bring the catalogues up to date, check them, and give their languages.

    Raises:
        Decision: if there is an error in them.
    """
    languages = _languages(way, corpus.language, documents)
    _run("collect", "--sources", way.sources, "--output", _records(way))
    if languages:
        _run("merge", "--records", _records(way), "--translations", way.translations, *languages)
    checked = check_translations(way.translations, corpus)
    _tell([one for one in checked.findings if one.severity is Severity.ERROR])
    click.echo(f"{summary(checked.findings, checked.count)} (compendium check --all lists them)")
    _stop_at_errors(checked.findings)
    return languages


def _languages(way: Way, source: str, documents: Iterable[Document]) -> tuple[str, ...]:
    """Those chosen, else those that have a folder of catalogues or a document."""
    folders = way.translations.iterdir() if way.translations.is_dir() else ()
    found = {folder.name for folder in folders} | {one.language for one in documents}
    wanted = way.languages or sorted(found & set(known_languages()))
    return tuple(language for language in wanted if language != source)


def hand_over(way: Way, corpus: Corpus, languages: Iterable[str]) -> None:
    """Write files for the translators of each language that lacks texts; drop those of others.

    What an earlier run wrote for a language that lacks nothing any more would be translated again.
    """
    units = text_units(corpus, load_language(corpus.language))
    only, handed = ",".join(sorted(_OPEN)), way.output / "handover"
    for language in languages:
        rows = make_rows(units, read_entries(way.translations / language, units))
        lacking = select(rows, _OPEN, frozenset())
        if not lacking:
            click.echo(f"{language}: no text is missing")
            for path in (handed / f"{language}.{ending}" for _, ending in HANDOVER_FORMS.values()):
                if remove(path):
                    click.echo(f"{path}: removed, for it is of an earlier run")
            continue
        folders = ("--translations", way.translations, "--output", handed)
        click.echo(f"{language}: {len(lacking)} texts to translate")
        _run(
            "handover", "--language", language, "--only", only, "--records", _records(way), *folders
        )


def build_editions(way: Way) -> None:
    """Build the editions by the workflow, in the project's folder.

    Raises:
        InputError: if this is not the project's folder.
        ToolError: if the workflow fails.
    """
    if not _BUILD.is_file():
        raise InputError(
            f"{_BUILD}: no such file", remedy="run it in the project's folder, or with --no-build"
        )
    command = [str(_BUILD), *way.languages]
    paths = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    click.echo(f"-- {' '.join(command)}")
    sys.stdout.flush()
    if run_whole(command, os.environ | {"PATH": paths}):
        raise ToolError("the build failed; the messages above say why", remedy="then run it again")


def report_changes(way: Way, sources: Sources, keys: frozenset[str]) -> None:
    """Write what the new gatherings bring, as a page, as Markdown and as data."""
    reading, corpus = sources
    language = load_language(corpus.language)
    now = State("now", corpus, reading.errata, reading.documents)
    changes = compare(without(corpus, keys), now, language)
    click.echo(as_text(changes), nl=False)
    for form, ending in _ENDINGS.items():
        path = way.output / "reports" / f"changes.{ending}"
        write_text(path, FORMS[form](changes))
        click.echo(f"{path}: written")


def _records(way: Way) -> Path:
    return way.output / "work" / "new-meeting.records.json"


def _run(*arguments: object) -> int:
    """Run a command of this program, and show it, for it can be run by hand as well."""
    words = [str(argument) for argument in arguments]
    click.echo(f"-- compendium {' '.join(words)}")
    code = program.main(args=words, prog_name="compendium", standalone_mode=False)
    return code if isinstance(code, int) else ExitCode.OK


def _tell(findings: list[Finding]) -> None:
    if findings:
        click.echo(finding_lines(findings))


def _stop_at_errors(findings: Iterable[Finding]) -> None:
    if count(findings, Severity.ERROR):
        raise Decision("mend the errors above")
