"""The numbers that official reports give to our paragraphs."""

from __future__ import annotations

from collections.abc import Iterator

from compendium.findings import Finding
from compendium.model.gatherings import Meeting, Report
from compendium.model.passages import Paragraph
from compendium.reading import Reading
from compendium.reading.source_file import AnyFile


def check_reports(reading: Reading) -> Iterator[Finding]:
    """S008 to S010: each paragraph of a meeting has its number in the report, in order."""
    for file in reading.of(Meeting):
        meeting = file.value
        if meeting.report is None:
            continue
        before = 0
        for place, paragraph in enumerate(meeting.paragraphs):
            yield from _check(file, place, paragraph, meeting.report)
            if paragraph.report is not None:
                if paragraph.report <= before:
                    yield _backwards(file, place, paragraph.report, before)
                before = paragraph.report


def _check(file: AnyFile, place: int, paragraph: Paragraph, report: Report) -> Iterator[Finding]:
    if paragraph.report is None:
        yield Finding(
            file.place("paragraphs", place),
            "S009",
            f"paragraph {paragraph.number} has no number of the report {report.symbol}",
            "add `report:` with the number that the report prints",
        )
    elif report.offset is not None and paragraph.report != paragraph.number + report.offset:
        yield Finding(
            file.place("paragraphs", place, "report"),
            "S008",
            f"paragraph {paragraph.number} is {paragraph.report} in the report, but the offset "
            f"of {report.offset} makes it {paragraph.number + report.offset}",
            "correct the number or the offset; omit the offset if the report has gaps",
        )


def _backwards(file: AnyFile, place: int, number: int, before: int) -> Finding:
    return Finding(
        file.place("paragraphs", place, "report"),
        "S010",
        f"number {number} of the report follows {before}",
        "correct the number; numbers of a report increase",
    )
