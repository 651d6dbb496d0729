"""`compendium import`: an official document in, a draft record or official texts out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path

import click

from compendium.cli.options import FILE, FOLDER, RESULT, translations_option
from compendium.comparing.differences import Difference
from compendium.documents.adopted import Adopted, read_adopted
from compendium.documents.characters import strange_characters
from compendium.documents.document_facts import DocumentFacts, read_facts
from compendium.documents.formats import read_original
from compendium.documents.original import Original
from compendium.documents.reports import section_titles
from compendium.documents.word_changes import Changes
from compendium.documents.wording import RECORD_KINDS
from compendium.documents.words import report_words
from compendium.errors import ExitCode, InputError
from compendium.files import write_bytes, write_text
from compendium.findings import Finding, Severity
from compendium.importing.account_page import account_page
from compendium.importing.agreement import check_language
from compendium.importing.doubts import doubts, remark_on
from compendium.importing.drafts import draft_of
from compendium.importing.existing import Outcome, plan
from compendium.importing.identity import Given, Known, body_of, gathered, own_symbol
from compendium.importing.recorded import read_errata_of, read_recorded
from compendium.importing.translated import Identity, Translated, take_translation
from compendium.languages.language import Language, load_language
from compendium.model.bodies import Bodies
from compendium.model.bounds import ORDINAL
from compendium.model.gatherings import Citation, Meeting, Session
from compendium.model.units import units_of
from compendium.printable import escaped
from compendium.reading import read_sources
from compendium.reading.outlines import read_outlines
from compendium.reading.sources import load_bodies
from compendium.reporting import count, finding_lines
from compendium.texts.catalogue import write_catalogue
from compendium.texts.doubled import doubled_in

_MOST_HEADINGS = 12  # in a message
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
    original = read_original(file, Changes(changes))
    strange = list(strange_characters(original))
    _say(strange)
    if count(strange, Severity.ERROR):
        click.echo("error: no record can hold these characters; nothing was written", err=True)
        return ExitCode.FINDINGS
    bodies = load_bodies(output)
    source = bodies.language
    language = load_language(language_code or source)
    check_language(original, language)
    facts = read_facts(original, language, file)
    adopted = read_adopted(original, language, symbol or facts.symbol)
    if account is not None:
        write_text(account, account_page(adopted, language))
        click.echo(f"{account}: written")
    if not adopted.holds_something:
        _name_the_body(facts, Known(bodies.bodies, ()), original)
        raise InputError(
            f"{file}: neither recommendations nor resolutions or decisions were found in it",
            remedy=_what_was_looked_for(adopted, language),
        )
    citation = Citation(cited_by) if cited_by else None
    given = Given(body, ordinal, symbol, _day(first), _day(last), place, citation)
    if language.code != source:
        return _import_translation(
            adopted, facts, given, output, language.code, translations, dry_run=dry_run
        )
    return _import_record(adopted, facts, given, bodies, output, dry_run=dry_run)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _what_was_looked_for(adopted: Adopted, language: Language) -> str:
    """The headings of sections that hold recommendations, and those that the document has."""
    words = report_words(language)
    seen = section_titles((line.text for line in adopted.original.lines), words)
    wanted = ", ".join(sorted(words.recommendations))
    found = ", ".join(seen[:_MOST_HEADINGS]) or "none"
    return (
        "check that it is the report or the resolution itself, in full; sections looked for: "
        f"{wanted}; sections seen: {escaped(found)}"
    )


def _name_the_body(facts: DocumentFacts, known: Known, original: Original) -> None:
    """Say first that a document is another body's, where it says so itself."""
    if facts.body is not None:
        body_of(facts, Given(), known, original.file)


def _import_record(
    adopted: Adopted,
    facts: DocumentFacts,
    given: Given,
    bodies: Bodies,
    sources: Path,
    *,
    dry_run: bool,
) -> int:
    outlines = read_outlines(sources, bodies.bodies)
    known = Known(bodies.bodies, tuple(outline.gathering for outline in outlines))
    found, findings = gathered(facts, given, known, adopted.original, _ask)
    kind = RECORD_KINDS.get(facts.kind or "")
    draft = draft_of(found, adopted, kind, given.cited_by)
    findings += doubts(adopted)
    own = [outline.path for outline in outlines if outline.gathering.key == draft.key]
    name = f"{draft.ordinal:02d}-{draft.dates.first.year}.yaml"
    path = own[0] if own else sources / draft.body / name
    existing = read_recorded(path, type(draft)) if path.exists() else None
    errata = read_errata_of(found.symbol, sources)
    remark = remark_on(findings)
    outcome = plan(draft, existing, path, errata, remark)
    if outcome.content is not None and not dry_run:
        write_bytes(outcome.path, outcome.content)
    return _report(outcome, findings, draft, dry_run=dry_run)


def _ask(option: str, what: str, read: Callable[[str], object]) -> object:
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


def _report(
    outcome: Outcome, findings: Sequence[Finding], draft: Meeting | Session, *, dry_run: bool
) -> int:
    _say(findings)
    units = _units(draft)
    if outcome.added:
        would = "would be written" if dry_run else "written"
        click.echo(f"{outcome.path}: {', '.join(outcome.added)} {would}, {units} units")
    for difference in outcome.differences:
        click.echo(_told(difference))
    if outcome.compared:
        click.echo(
            f"{outcome.path}: {outcome.compared} texts compared, {len(outcome.differences)} "
            f"differences, {len(outcome.explained)} explained by errata; nothing there was changed"
        )
    failed = outcome.differences or count(findings, Severity.ERROR)
    return ExitCode.FINDINGS if failed else ExitCode.OK


def _units(draft: Meeting | Session) -> int:
    return len(list(units_of(draft)))


def _told(difference: Difference) -> str:
    return (
        f"{difference.place}\n  document: {escaped(difference.printed) or '(nothing)'}\n"
        f"  record:   {escaped(difference.ours) or '(nothing)'}"
    )


def _say(findings: Sequence[Finding]) -> None:
    if findings:
        click.echo(finding_lines(findings), err=True)


def _import_translation(
    adopted: Adopted,
    facts: DocumentFacts,
    given: Given,
    sources: Path,
    language: str,
    translations: Path,
    *,
    dry_run: bool,
) -> int:
    reading = read_sources(sources)
    if reading.corpus is None:
        raise InputError(
            f"{reading.root}: the sources have faults", remedy="run `compendium check`, mend them"
        )
    findings: list[Finding] = []
    symbol = own_symbol(facts, given, adopted.original, findings)
    if symbol is None:
        raise InputError(
            f"{adopted.original.file}: it does not say its symbol", remedy="give --symbol"
        )
    done = take_translation(
        adopted,
        reading.corpus,
        Identity(symbol, facts, given),
        language=language,
        translations=translations,
    )
    _say(findings)
    if done.taken.set and not dry_run:
        write_catalogue(done.catalogue, done.path)
    _say(doubled_in([done.path]))
    return _report_translation(done, dry_run=dry_run)


def _report_translation(done: Translated, *, dry_run: bool) -> int:
    _say(done.findings)
    taken = done.taken
    for one in taken.disagreements:
        printed, recorded = escaped(one.printed), escaped(one.recorded)
        click.echo(f"{one.key}\n  document: {printed}\n  official: {recorded}")
    would = "would be set" if dry_run else "set"
    click.echo(
        f"{done.path}: {len(taken.set)} texts {would} as official, {len(taken.same)} were so "
        f"already, {len(taken.disagreements)} differ from the official text there, "
        f"{len(done.findings)} findings"
    )
    failed = taken.disagreements or count(done.findings, Severity.ERROR)
    return ExitCode.FINDINGS if failed else ExitCode.OK
