"""`compendium localise`: read records and catalogues, write the text set of one language."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.checks import check_language
from compendium.cli.options import (
    language_option,
    output_option,
    present_translations_option,
    records_option,
)
from compendium.errors import ExitCode
from compendium.findings import Severity
from compendium.handoffs import save_handoff
from compendium.languages.language import load_language
from compendium.model.corpus import Corpus
from compendium.reading.records import load_records
from compendium.reporting import finding_lines
from compendium.texts.order import ORDER_FILE, in_order, read_order
from compendium.texts.states import RANKS, State, is_translated
from compendium.texts.text_units import text_units
from compendium.texts.textset import (
    Languages,
    TextSet,
    read_entries,
    source_set,
)
from compendium.texts.textset import (
    localise as resolve,
)


@click.command()
@records_option
@present_translations_option
@language_option
@click.option(
    "--require",
    type=click.Choice([state.value for state in RANKS if is_translated(state)]),
    help="Fail if a text is below this state, and list such texts.",
)
@click.option("--gaps", is_flag=True, help="List the texts that are missing or fuzzy.")
@output_option
def localise(
    records: Path,
    translations: Path,
    language_code: str,
    require: str | None,
    gaps: bool,  # noqa: FBT001 - a flag of the command
    output: Path,
) -> int:
    """Write all texts of a language to one JSON file.

    A text whose translation is missing or fuzzy stays in the source language.
    """
    corpus = load_records(records)
    load_language(language_code)
    if language_code == corpus.language:
        own = source_set(corpus, language_code)
        save_handoff(own, output, own.model_dump_json() + "\n")
        return ExitCode.OK
    if _faults(translations, corpus, language_code):
        return ExitCode.FINDINGS
    entries = read_entries(
        translations / language_code, text_units(corpus, load_language(corpus.language))
    )
    found = resolve(corpus, entries, Languages(corpus.language, language_code))
    order = translations / language_code / ORDER_FILE
    if order.exists():
        topics = in_order(found.corpus.topics, read_order(order))
        found = found.model_copy(
            update={"corpus": found.corpus.model_copy(update={"topics": topics})}
        )
    _report(found, gaps=gaps)
    below = found.below(State(require)) if require else []
    if below:
        click.echo(f"error: {_name(found)}: {len(below)} texts are not {require}:", err=True)
        click.echo("\n".join(f"  {key}: {found.states[key].state}" for key in below), err=True)
        return ExitCode.FINDINGS
    save_handoff(found, output, found.model_dump_json() + "\n")
    return ExitCode.OK


def _faults(translations: Path, corpus: Corpus, language: str) -> bool:
    """Print the errors in the catalogues of a language; `compendium check` prints warnings."""
    found = check_language(translations, corpus, language)
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    if errors:
        click.echo(finding_lines(errors), err=True)
    return bool(errors)


def _report(found: TextSet, *, gaps: bool) -> None:
    counts = ", ".join(f"{count} {state}" for state, count in found.shares().items() if count)
    click.echo(f"{_name(found)}: {len(found.states)} texts: {counts}")
    if gaps:
        for key, unit in found.states.items():
            if not found.is_translated(key):
                click.echo(f"  {key}: {unit.state}")


def _name(found: TextSet) -> str:
    """The language of a text set, and the edition if the records are those of one."""
    editions = found.corpus.editions
    return f"{found.language}/{editions[0].key}" if len(editions) == 1 else found.language
