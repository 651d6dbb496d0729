"""Runs the checks for a new meeting, and says whether a person has to correct something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compendium.adding.way import Way
from compendium.checks import check_reading, check_translations
from compendium.findings import Finding, Severity
from compendium.importing.known_sources import Sources
from compendium.reporting import count

_UNREACHED = "R009"  # a paragraph without topics, which a later step deals with


@dataclass(frozen=True, slots=True)
class Checked:
    """All findings, the number of files, and the findings that concern the new meeting."""

    findings: Sequence[Finding]
    files: int
    shown: Sequence[Finding]

    @property
    def decision(self) -> str:
        """What a person has to decide before the next step; empty if nothing."""
        return "correct the errors above" if count(self.findings, Severity.ERROR) else ""


def check_sources(sources: Sources) -> Checked:
    """Check that all sources can be read; if they cannot, every finding is shown."""
    reading = sources.reading
    findings = () if reading.is_whole else reading.findings
    return Checked(findings, reading.count, findings)


def check_records(sources: Sources, keys: frozenset[str]) -> Checked:
    """Every error in the records, and the warnings in the files of the new gatherings."""
    reading = sources.reading
    findings = check_reading(reading)
    files = {reading.places[key].file for key in keys if key in reading.places}
    shown = [
        finding
        for finding in findings
        if finding.severity is Severity.ERROR
        or (finding.place.file in files and finding.code != _UNREACHED)
    ]
    return Checked(findings, reading.count, shown)


def check_catalogues(way: Way, sources: Sources) -> Checked:
    """Every error in the catalogues."""
    checked = check_translations(way.translations, sources.corpus)
    errors = [finding for finding in checked.findings if finding.severity is Severity.ERROR]
    return Checked(checked.findings, checked.count, errors)
