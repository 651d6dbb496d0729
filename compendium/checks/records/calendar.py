"""Checks that days and ordinals of gatherings are in order."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise
from pathlib import PurePath

from compendium.findings import Finding, Severity
from compendium.model.gatherings import Meeting
from compendium.reading import Reading
from compendium.reading.source_file import GatheringSource


def check_dates(reading: Reading) -> Iterator[Finding]:
    """S005, S006: a gathering ends after it begins, and after the gathering before it."""
    for file in reading.gatherings:
        dates = file.value.dates
        if dates.last < dates.first:
            yield Finding(
                file.place("dates", "last"),
                "S005",
                f"the last day, {dates.last}, is before the first, {dates.first}",
                "correct the days",
            )
    for earlier, later in _neighbours(reading):
        before, after = earlier.value.dates, later.value.dates
        if after.first <= before.last:
            yield Finding(
                later.place("dates", "first"),
                "S006",
                f"it begins on {after.first}, but gathering {earlier.value.ordinal} "
                f"lasted until {before.last}",
                "correct the days or the ordinal",
            )


def check_ordinals(reading: Reading) -> Iterator[Finding]:
    """S007: no meeting is left out; a session may be, since it may have adopted nothing."""
    if not reading.is_whole:
        return
    for earlier, later in _neighbours(reading):
        before, after = earlier.value.ordinal, later.value.ordinal
        if isinstance(later.value, Meeting) and after > before + 1:
            yield Finding(
                later.place("ordinal"),
                "S007",
                f"meeting {after} follows meeting {before}: there is no file between them",
                "add the meeting that is missing, with a remark if it adopted nothing",
                Severity.WARNING,
            )


def _neighbours(reading: Reading) -> Iterator[tuple[GatheringSource, GatheringSource]]:
    """Each gathering with the next of its body."""
    files = sorted(reading.gatherings, key=_order)
    for _, group in groupby(files, key=_folder):
        for earlier, later in pairwise(group):
            if earlier.value.ordinal != later.value.ordinal:  # otherwise F012 reports it
                yield earlier, later


def _folder(file: GatheringSource) -> str:
    return str(PurePath(file.nodes.file).parent)


def _order(file: GatheringSource) -> tuple[str, int]:
    return _folder(file), file.value.ordinal
