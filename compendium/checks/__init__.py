"""The checks: what can be wrong with sources that obey their schema, each with its code."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from compendium.checks.calendar import check_dates, check_ordinals
from compendium.checks.naming import check_editions, check_errata, check_manifest
from compendium.checks.notes import check_notes
from compendium.checks.numbering import check_numbering
from compendium.checks.placeholders import check_placeholders
from compendium.checks.report_numbers import check_reports
from compendium.checks.text_checks import check_texts
from compendium.checks.topic_keys import check_assignments, check_coverage, check_topics
from compendium.checks.unique_keys import check_keys
from compendium.findings import Finding
from compendium.reading import Reading

Check = Callable[[Reading], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    check_numbering,
    check_dates,
    check_ordinals,
    check_reports,
    check_keys,
    check_topics,
    check_assignments,
    check_coverage,
    check_notes,
    check_editions,
    check_placeholders,
    check_errata,
    check_manifest,
    check_texts,
)


def check_everything(reading: Reading) -> tuple[Finding, ...]:
    """All findings on what was read, those of the reading too, in order of file and line."""
    found = [finding for check in CHECKS for finding in check(reading)]
    return tuple(sorted({*reading.findings, *found}))
