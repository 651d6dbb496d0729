"""The checks of the records: what can be wrong in sources that obey their schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from compendium.checks.records.calendar import check_dates, check_ordinals
from compendium.checks.records.naming import check_editions, check_errata, check_manifest
from compendium.checks.records.notes import check_notes
from compendium.checks.records.numbering import check_numbering
from compendium.checks.records.placeholders import check_placeholders
from compendium.checks.records.report_numbers import check_reports
from compendium.checks.records.text_findings import check_texts
from compendium.checks.records.topic_keys import check_assignments, check_coverage, check_topics
from compendium.checks.records.unique_keys import check_keys
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


def check_reading(reading: Reading) -> tuple[Finding, ...]:
    """All findings on the sources, including those of reading them, in order of file and line."""
    of_checks = [finding for check in CHECKS for finding in check(reading)]
    return tuple(sorted({*reading.findings, *of_checks}))
