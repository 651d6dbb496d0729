"""Changes in words: headings with lines below them, which each form of the report prints."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compendium.changes.change import (
    Arrival,
    AssignmentChange,
    Changes,
    ErratumChange,
    FactChange,
    Kind,
    TextChange,
    TopicChange,
)


@dataclass(frozen=True, slots=True)
class Line:
    """One change: where it is, a remark on it, and what stood and stands there.

    Each of `pairs` is a stretch before and after; either side may be empty.
    """

    where: str
    remark: str = ""
    pairs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the report and the lines below it."""

    title: str
    lines: tuple[Line, ...]


def outline(changes: Changes) -> list[Heading]:
    """The report, heading by heading; where nothing changed there is no heading."""
    headings = [
        Heading("New", tuple(map(_arrival, changes.arrivals))),
        Heading("Gone", tuple(Line(gone.heading) for gone in changes.departures or ())),
        Heading("Texts", tuple(map(_text, changes.texts or ()))),
        Heading("Facts", tuple(map(_fact, changes.facts or ()))),
        Heading("Topics", tuple(map(_topic, changes.topics or ()))),
        Heading("Assignments", tuple(map(_assignment, changes.assignments or ()))),
        Heading("Errata", tuple(map(_erratum, changes.errata or ()))),
    ]
    return [heading for heading in headings if heading.lines]


def counted(changes: Changes) -> str:
    """The changes in numbers, in a sentence that also says what could not be compared."""
    counts: list[tuple[Sequence[object] | None, str, str]] = [
        (changes.arrivals, "new gathering or record", "new gatherings and records"),
        (changes.departures, "gathering gone", "gatherings gone"),
        (changes.texts, "text changed", "texts changed"),
        (changes.facts, "fact changed", "facts changed"),
        (changes.topics, "topic changed", "topics changed"),
        (changes.assignments, "assignment moved", "assignments moved"),
        (changes.errata, "erratum changed", "errata changed"),
    ]
    known = ", ".join(
        f"{len(values)} {single if len(values) == 1 else several}"
        for values, single, several in counts
        if values is not None
    )
    unknown = ", ".join(several for values, _, several in counts if values is None)
    return f"{known}; not known: {unknown}" if unknown else known


def _arrival(arrival: Arrival) -> Line:
    facts = [f"{arrival.units} {'unit' if arrival.units == 1 else 'units'}"]
    facts += [", ".join(arrival.locators)] if arrival.locators else []
    facts += [", ".join(arrival.symbols)] if arrival.symbols else []
    facts += [f"topics: {'; '.join(arrival.topics)}"] if arrival.topics else []
    return Line(arrival.heading, ". ".join(facts))


def _text(change: TextChange) -> Line:
    remark = {Kind.ADDED: "added", Kind.REMOVED: "removed", Kind.CHANGED: ""}[change.kind]
    if change.only_form:
        remark = "the same words; emphasis, quotation marks or spaces differ"
    pairs = tuple((stretch.before, stretch.after) for stretch in change.stretches)
    return Line(_where(change.place, change.locator), remark, pairs)


def _fact(change: FactChange) -> Line:
    return Line(change.place, change.fact, ((change.before, change.after),))


def _topic(change: TopicChange) -> Line:
    renamed = change.kind is Kind.CHANGED and change.fact == "heading"
    remark = change.kind.value if change.kind is not Kind.CHANGED else change.fact
    return Line(change.key, "renamed" if renamed else remark, ((change.before, change.after),))


def _assignment(change: AssignmentChange) -> Line:
    pair = (", ".join(change.removed), ", ".join(change.added))
    return Line(_where(change.place, change.locator), "", (pair,))


def _erratum(change: ErratumChange) -> Line:
    remark = "corrected" if change.kind is Kind.CHANGED else change.kind.value
    return Line(f"{change.document}, {change.place}", remark, ((change.before, change.after),))


def _where(place: str, locator: str) -> str:
    return f"{locator} ({place})" if locator else place


def sides(line: Line) -> Iterator[tuple[str, str]]:
    """The stretches of a line in order, each with "-" (before) or "+" (after)."""
    for before, after in line.pairs:
        if before:
            yield "-", before
        if after:
            yield "+", after
