"""The outcome of each document of a run, as a row of a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from compendium.findings import Finding, Severity
from compendium.importing.doubts import LOST
from compendium.importing.draft_records import Recorded
from compendium.importing.outcome_lines import outcome_lines
from compendium.importing.spool import Kept, Refusal
from compendium.importing.translated_document import Translated
from compendium.reporting import count


class Became(StrEnum):
    """The outcome of a document."""

    DRAFT = "draft record"
    INCOMPLETE = "incomplete draft"
    SAME = "as recorded"
    DIFFERS = "differs from its record"
    OFFICIAL = "official text"
    KNOWN = "official already"
    NOTHING = "nothing taken"
    REFUSED = "refused"
    NO_DOCUMENT = "no document by its name"


@dataclass(frozen=True, slots=True)
class Row:
    """A document: its language and symbol, its outcome, and the report on it.

    `report` are the lines about an import, `findings` every doubt; `failed` means that the document
    was not taken whole, or differs from the record.
    """

    path: Path
    language: str
    symbol: str
    became: Became
    failed: bool = False
    report: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    refusal: Refusal | None = None


def row_of_refusal(kept: Kept | Row, refusal: Refusal) -> Row:
    """The row of a document that was refused."""
    known = (kept.path, kept.language, kept.symbol)
    return Row(*known, Became.REFUSED, failed=True, findings=refusal.findings, refusal=refusal)


def row_of(
    kept: Kept, strange: Iterable[Finding], done: Recorded | Translated, *, dry_run: bool
) -> Row:
    """The row of a document that was taken, with the strange characters in it."""
    findings = (*strange, *done.findings)
    if isinstance(done, Translated):
        findings = (*strange, *done.identity, *done.findings)
    return Row(
        kept.path,
        kept.language,
        kept.symbol,
        _became(done),
        done.failed,
        tuple(outcome_lines(done, dry_run=dry_run)),
        findings,
    )


def _became(done: Recorded | Translated) -> Became:
    if isinstance(done, Recorded):
        if done.outcome.differences:
            return Became.DIFFERS
        if not done.outcome.added:
            return Became.SAME
        lost = any(finding.code in LOST for finding in done.findings)
        return Became.INCOMPLETE if lost else Became.DRAFT
    if done.taken.disagreements:
        return Became.DIFFERS
    if done.taken.set:
        return Became.OFFICIAL
    return Became.KNOWN if done.taken.same else Became.NOTHING


def counted(rows: Iterable[Row]) -> dict[Became, int]:
    """The number of documents for each outcome, in a fixed order."""
    counts = Counter(row.became for row in rows)
    return {became: counts[became] for became in Became if counts[became]}


def summary(rows: Iterable[Row]) -> str:
    """The last line of a run."""
    rows = tuple(rows)
    parts = [f"{became} {number}" for became, number in counted(rows).items()]
    failed = sum(row.failed for row in rows)
    warnings = sum(count(row.findings, Severity.WARNING) for row in rows)
    return (
        f"{len(rows)} documents: {', '.join(parts) or 'none'}; "
        f"{failed} need a person, {warnings} warnings"
    )
