"""`compendium new-meeting`: from the official documents of a meeting to rebuilt editions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from compendium.adding.way import Way
from compendium.cli.editor_input import given_by, given_options
from compendium.cli.meeting_steps import NeedsDecision, Steps
from compendium.cli.options import FOLDER, sources_option, translations_option
from compendium.errors import ExitCode
from compendium.importing.known_sources import Sources
from compendium.importing.run import Run
from compendium.languages.language import load_language

_STEPS = ("import", "check", "topics", "catalogues", "hand-over", "build", "changes")


@click.command("new-meeting")
@click.argument("files", nargs=-1, required=True, metavar="[LANGUAGE:]FILE...")
@sources_option
@translations_option
@click.option(
    "--output",
    type=FOLDER,
    default=Path("output"),
    show_default=True,
    help="The folder for handover files and the report of changes.",
)
@click.option(
    "--languages",
    default="",
    metavar="CODE,...",
    help="Merge, hand over and build only these languages.",
)
@click.option("--no-build", is_flag=True, help="Do not build the editions.")
@click.option(
    "--as-recorded",
    is_flag=True,
    help="Continue if a document differs from the record: the record is right.",
)
@click.option(
    "--accept",
    type=click.IntRange(min=0),
    metavar="COUNT",
    help="Assign the COUNT most likely topics to each paragraph without topics.",
)
@given_options
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
    **given: Any,
) -> int:
    """Take a new meeting from its official documents to rebuilt editions, step by step.

    The command stops where a person has to decide, and names the decision. Run it again to
    continue: finished work is in the files, and every step can be repeated.
    """
    chosen = tuple(code.strip() for code in languages.split(",") if code.strip())
    for code in chosen:
        load_language(code)
    way = Way(sources, translations, output, chosen, given_by(**given), as_recorded, accept)
    try:
        _walk(Steps(way, Run(Sources(sources), translations)), files, build=not no_build)
    except NeedsDecision as decision:
        click.echo(f"-- stopped: {decision}")
        click.echo("   then run the same command again; it continues from here")
        return ExitCode.FINDINGS
    return ExitCode.OK


def _walk(steps: Steps, files: tuple[str, ...], *, build: bool) -> None:
    _step("import")
    steps.import_documents(files)
    _step("check")
    steps.check_records()
    _step("topics")
    steps.assign_topics()
    _step("catalogues")
    steps.merge_catalogues()
    _step("hand-over")
    steps.hand_over()
    _step("build")
    if build:
        steps.build_editions()
    else:
        click.echo("left out")
    _step("changes")
    steps.report_changes()


def _step(name: str) -> None:
    click.echo(f"== {_STEPS.index(name) + 1} of {len(_STEPS)}: {name}")
