"""`compendium new-meeting`: from the official documents of a meeting to rebuilt editions."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from compendium.adding.documents import read_documents
from compendium.cli.import_ import import_
from compendium.cli.meeting_steps import (
    Decision,
    Way,
    assign_topics,
    build_editions,
    check_records,
    hand_over,
    import_documents,
    merge_catalogues,
    report_changes,
    whole_sources,
)
from compendium.cli.options import FOLDER, sources_option, translations_option
from compendium.errors import ExitCode
from compendium.importing.identity import Given
from compendium.languages.language import load_language
from compendium.model.gatherings import Citation

_STEPS = ("import", "check", "topics", "catalogues", "hand-over", "build", "changes")
_GIVEN = ("body", "ordinal", "symbol", "first", "last", "place", "cited_by")


def _given_options(command: click.Command) -> click.Command:
    """The options of `import` by which an editor says what a document does not."""
    command.params += [option for option in import_.params if option.name in _GIVEN]
    return command


@click.command("new-meeting")
@click.argument("files", nargs=-1, required=True, metavar="[LANGUAGE:]FILE...")
@sources_option
@translations_option
@click.option(
    "--output",
    type=FOLDER,
    default=Path("output"),
    show_default=True,
    help="The folder for hand-over files and the report of changes.",
)
@click.option(
    "--languages", default="", metavar="CODE,...", help="Merge, hand over and build only these."
)
@click.option("--no-build", is_flag=True, help="Leave the editions as they are.")
@click.option(
    "--as-recorded",
    is_flag=True,
    help="Go on where a document differs from what is recorded: the record is right.",
)
@click.option(
    "--accept",
    type=click.IntRange(min=0),
    metavar="COUNT",
    help="Give each paragraph without topics the likeliest COUNT of those suggested.",
)
def new_meeting(
    files: tuple[str, ...],
    sources: Path,
    translations: Path,
    output: Path,
    languages: str,
    *,
    no_build: bool,
    as_recorded: bool,
    accept: int | None,
    **given: object,
) -> int:
    """Lead a new meeting from its official documents to rebuilt editions, step by step.

    It stops where a person has to decide, says what, and goes on from there when run again: what
    is done already stands in the files, and each step may be repeated.
    """
    chosen = tuple(code.strip() for code in languages.split(",") if code.strip())
    for code in chosen:
        load_language(code)
    way = Way(sources, translations, output, chosen, _given(given), as_recorded, accept)
    try:
        _walk(way, files, build=not no_build)
    except Decision as decision:
        click.echo(f"-- stopped: {decision}")
        click.echo("   then run the same command again; it goes on from here")
        return ExitCode.FINDINGS
    return ExitCode.OK


new_meeting = _given_options(new_meeting)


def _given(options: dict[str, object]) -> Given:
    days = {"first", "last"}
    values = {
        name: value.date() if name in days and isinstance(value, datetime) else value
        for name, value in options.items()
    }
    if values["cited_by"]:
        values["cited_by"] = Citation(str(values["cited_by"]))
    return Given(**values)  # type: ignore[arg-type] # click has checked them


def _walk(way: Way, files: tuple[str, ...], *, build: bool) -> None:
    _step("import")
    documents = read_documents(files, whole_sources(way)[1].language)
    keys = import_documents(way, documents)
    _step("check")
    check_records(way, keys)
    _step("topics")
    sources = assign_topics(way, keys)
    _step("catalogues")
    languages = merge_catalogues(way, sources[1], documents)
    _step("hand-over")
    hand_over(way, sources[1], languages)
    _step("build")
    if build:
        build_editions(way)
    else:
        click.echo("left out")
    _step("changes")
    report_changes(way, sources, keys)


def _step(name: str) -> None:
    click.echo(f"== {_STEPS.index(name) + 1} of {len(_STEPS)}: {name}")
