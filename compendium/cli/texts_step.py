"""The step from records and catalogues to the text set of one language."""

from __future__ import annotations

from pathlib import Path

import click

from compendium.checks import check_language
from compendium.findings import Severity
from compendium.handoffs import save_handoff
from compendium.languages.language import load_language
from compendium.reading.records import load_records
from compendium.reporting import finding_lines
from compendium.texts.order import ORDER_FILE, with_topics_in_order
from compendium.texts.states import RANKS, State, is_translated
from compendium.texts.textset import Languages, TextSet, localise, source_set

require_option = click.option(
    "--require",
    type=click.Choice([state.value for state in RANKS if is_translated(state)]),
    help="Fail if a text is below this state, and list such texts.",
)


def write_texts(
    records: Path,
    translations: Path,
    language_code: str,
    output: Path,
    *,
    require: str | None,
    gaps: bool = False,
) -> bool:
    """Write all texts of a language, and report their states.

    Args:
        records: the output of `collect`.
        translations: the folder of catalogues.
        language_code: the code of the language.
        output: the file to write.
        require: the state that every text must reach.
        gaps: whether to list the texts that are missing or fuzzy.

    Returns:
        Whether they were written; if not, the reason is printed.
    """
    corpus = load_records(records)
    load_language(language_code)
    if language_code == corpus.language:
        _save(source_set(corpus, language_code), output)
        return True
    checked = check_language(translations, corpus, language_code)
    errors = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
    if errors:  # `compendium check` prints warnings, too
        click.echo(finding_lines(errors), err=True)
        return False
    text_set = localise(corpus, checked.entries, Languages(corpus.language, language_code))
    text_set = with_topics_in_order(text_set, translations / language_code / ORDER_FILE)
    _report(text_set, gaps=gaps)
    if require and _below(text_set, require):
        return False
    _save(text_set, output)
    return True


def _save(text_set: TextSet, output: Path) -> None:
    save_handoff(text_set, output, text_set.model_dump_json() + "\n")


def _below(text_set: TextSet, require: str) -> bool:
    """Print the texts below a state, if there are any."""
    keys = text_set.below(State(require))
    if keys:
        click.echo(f"error: {_name(text_set)}: {len(keys)} texts are not {require}:", err=True)
        click.echo("\n".join(f"  {key}: {text_set.states[key].state}" for key in keys), err=True)
    return bool(keys)


def _report(text_set: TextSet, *, gaps: bool) -> None:
    counts = ", ".join(f"{count} {state}" for state, count in text_set.shares().items() if count)
    click.echo(f"{_name(text_set)}: {len(text_set.states)} texts: {counts}")
    if gaps:
        for key, unit in text_set.states.items():
            if not text_set.is_translated(key):
                click.echo(f"  {key}: {unit.state}")


def _name(text_set: TextSet) -> str:
    """The language of a text set, and the edition if the records are those of one."""
    editions = text_set.corpus.editions
    return f"{text_set.language}/{editions[0].key}" if len(editions) == 1 else text_set.language
