"""What an import did, as an editor reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from compendium.comparing.differences import Difference
from compendium.findings import Finding
from compendium.importing.received import UnrecordableError
from compendium.importing.records import Recorded
from compendium.importing.translated import Translated
from compendium.printable import escaped
from compendium.reporting import finding_lines
from compendium.texts.doubled import doubled_in


def say_findings(findings: Sequence[Finding]) -> None:
    """Tell findings on the error output, where there are any."""
    if findings:
        click.echo(finding_lines(findings), err=True)


@contextmanager
def telling_characters() -> Iterator[None]:
    """Tell the characters of a document that no record can hold, before the error that they are."""
    try:
        yield
    except UnrecordableError as fault:
        say_findings(fault.findings)
        raise


def say_outcome(done: Recorded | Translated, *, dry_run: bool = False) -> None:
    """Tell what became of a document, once it is written where it is to be."""
    if isinstance(done, Recorded):
        _say_record(done, dry_run=dry_run)
    else:
        _say_translation(done, dry_run=dry_run)


def _say_record(done: Recorded, *, dry_run: bool) -> None:
    say_findings(done.findings)
    outcome = done.outcome
    if outcome.added:
        would = "would be written" if dry_run else "written"
        click.echo(f"{outcome.path}: {', '.join(outcome.added)} {would}, {done.units} units")
    for difference in outcome.differences:
        click.echo(_told(difference))
    if outcome.compared:
        click.echo(
            f"{outcome.path}: {outcome.compared} texts compared, {len(outcome.differences)} "
            f"differences, {len(outcome.explained)} explained by errata; nothing there was changed"
        )


def _told(difference: Difference) -> str:
    return (
        f"{difference.place}\n  document: {escaped(difference.printed) or '(nothing)'}\n"
        f"  record:   {escaped(difference.ours) or '(nothing)'}"
    )


def _say_translation(done: Translated, *, dry_run: bool) -> None:
    path, taken = done.catalogue.path, done.taken
    say_findings(done.identity)
    say_findings(doubled_in([path]))
    say_findings(done.findings)
    for one in taken.disagreements:
        printed, recorded = escaped(one.printed), escaped(one.recorded)
        click.echo(f"{one.key}\n  document: {printed}\n  official: {recorded}")
    would = "would be set" if dry_run else "set"
    click.echo(
        f"{path}: {len(taken.set)} texts {would} as official, {len(taken.same)} were so "
        f"already, {len(taken.disagreements)} differ from the official text there, "
        f"{len(done.findings)} findings"
    )
