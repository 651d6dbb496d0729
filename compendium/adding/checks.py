"""What the checks say on the way of a new meeting, and whether a person has to mend something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from compendium.adding.way import Way
from compendium.checks import check_reading, check_translations
from compendium.findings import Finding, Severity
from compendium.importing.known_sources import Sources
from compendium.reporting import count

_UNREACHED = "R009"  # found by the check, dealt with by the step of topics


@dataclass(frozen=True, slots=True)
class Checked:
    """All that was found, in how many files, and what of it concerns the new meeting."""

    findings: Sequence[Finding]
    files: int
    shown: Sequence[Finding]

    @property
    def decision(self) -> str:
        """What a person has to decide before the way goes on, if anything."""
        return "correct the errors above" if count(self.findings, Severity.ERROR) else ""


def check_sources(sources: Sources) -> Checked:
    """Whether the sources can be read whole; every finding counts where they cannot."""
    reading = sources.reading
    found = reading.findings if reading.corpus is None else ()
    return Checked(found, reading.count, found)


def check_records(sources: Sources, keys: frozenset[str]) -> Checked:
    """Every error in the records, and the warnings in the files of the new gatherings."""
    reading = sources.reading
    findings = check_reading(reading)
    files = {reading.places[key].file for key in keys if key in reading.places}
    shown = [
        one
        for one in findings
        if one.severity is Severity.ERROR or (one.place.file in files and one.code != _UNREACHED)
    ]
    return Checked(findings, reading.count, shown)


def check_catalogues(way: Way, sources: Sources) -> Checked:
    """Every error in the catalogues."""
    checked = check_translations(way.translations, sources.corpus)
    errors = [one for one in checked.findings if one.severity is Severity.ERROR]
    return Checked(checked.findings, checked.count, errors)
