"""Describes the outcome for a document in the words of an editor."""

from __future__ import annotations

from collections.abc import Iterator

from compendium.comparing.differences import Difference
from compendium.importing.draft_records import Recorded
from compendium.importing.translated_document import Translated
from compendium.printable import escaped


def outcome_lines(done: Recorded | Translated, *, dry_run: bool = False) -> Iterator[str]:
    """The texts taken and the differences, line by line; findings are printed separately."""
    if isinstance(done, Recorded):
        yield from _of_record(done, dry_run=dry_run)
    else:
        yield from _of_translation(done, dry_run=dry_run)


def _of_record(done: Recorded, *, dry_run: bool) -> Iterator[str]:
    outcome = done.outcome
    if outcome.added:
        would = "would be written" if dry_run else "written"
        counts = f"{done.units} units{f', annexes: {done.annexes}' if done.annexes else ''}"
        yield f"{outcome.path}: {', '.join(outcome.added)} {would}, {counts}"
    yield from map(_difference, outcome.differences)
    if outcome.compared:
        yield (
            f"{outcome.path}: {outcome.compared} texts compared, {len(outcome.differences)} "
            f"differences, {len(outcome.explained)} explained by errata; nothing there was changed"
        )


def _difference(difference: Difference) -> str:
    return (
        f"{difference.place}\n  document: {escaped(difference.printed) or '(nothing)'}\n"
        f"  record:   {escaped(difference.ours) or '(nothing)'}"
    )


def _of_translation(done: Translated, *, dry_run: bool) -> Iterator[str]:
    taken = done.taken
    for disagreement in taken.disagreements:
        printed, recorded = escaped(disagreement.printed), escaped(disagreement.recorded)
        yield f"{disagreement.key}\n  document: {printed}\n  official: {recorded}"
    would = "would be set" if dry_run else "set"
    yield (
        f"{done.catalogue.path}: {len(taken.set)} texts {would} as official, {len(taken.same)} "
        f"were so already, {len(taken.disagreements)} differ from the official text there, "
        f"{len(done.findings)} findings"
    )
