"""Prints the result of an import for an editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from compendium.findings import Finding
from compendium.importing.draft_records import Recorded
from compendium.importing.outcome_lines import outcome_lines
from compendium.importing.received import UnrecordableError
from compendium.importing.translated_document import Translated
from compendium.reporting import finding_lines
from compendium.texts.doubled import doubled_in


def say_findings(findings: Sequence[Finding]) -> None:
    """Print findings, if there are any, on the error output."""
    if findings:
        click.echo(finding_lines(findings), err=True)


@contextmanager
def telling_characters() -> Iterator[None]:
    """Print the characters that no record can contain, before the error that they cause."""
    try:
        yield
    except UnrecordableError as fault:
        say_findings(fault.findings)
        raise


def say_outcome(done: Recorded | Translated, *, dry_run: bool = False) -> None:
    """Print the result for a document, after everything is written."""
    if isinstance(done, Translated):
        say_findings(done.identity)
        say_findings(doubled_in([done.catalogue.path]))
    say_findings(done.findings)
    for line in outcome_lines(done, dry_run=dry_run):
        click.echo(line)
