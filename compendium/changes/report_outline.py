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
    """One change: where it is, what is said of it, and what stood and stands there.

    Each of `pairs` is a stretch before and after; either side may be empty.
    """

    where: str
    said: str = ""
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
        f"{len(found)} {one if len(found) == 1 else several}"
        for found, one, several in counts
        if found is not None
    )
    unknown = ", ".join(several for found, _, several in counts if found is None)
    return f"{known}; not known: {unknown}" if unknown else known


def _arrival(arrival: Arrival) -> Line:
    said = [f"{arrival.units} {'unit' if arrival.units == 1 else 'units'}"]
    said += [", ".join(arrival.locators)] if arrival.locators else []
    said += [", ".join(arrival.symbols)] if arrival.symbols else []
    said += [f"topics: {'; '.join(arrival.topics)}"] if arrival.topics else []
    return Line(arrival.heading, ". ".join(said))


def _text(change: TextChange) -> Line:
    said = {Kind.ADDED: "added", Kind.REMOVED: "removed", Kind.CHANGED: ""}[change.kind]
    if change.only_form:
        said = "the same words; emphasis, quotation marks or spaces differ"
    pairs = tuple((stretch.before, stretch.after) for stretch in change.stretches)
    return Line(_where(change.place, change.locator), said, pairs)


def _fact(change: FactChange) -> Line:
    return Line(change.place, change.fact, ((change.before, change.after),))


def _topic(change: TopicChange) -> Line:
    renamed = change.kind is Kind.CHANGED and change.fact == "heading"
    said = change.kind.value if change.kind is not Kind.CHANGED else change.fact
    return Line(change.key, "renamed" if renamed else said, ((change.before, change.after),))


def _assignment(change: AssignmentChange) -> Line:
    pair = (", ".join(change.removed), ", ".join(change.added))
    return Line(_where(change.place, change.locator), "", (pair,))


def _erratum(change: ErratumChange) -> Line:
    said = "corrected" if change.kind is Kind.CHANGED else change.kind.value
    return Line(f"{change.document}, {change.place}", said, ((change.before, change.after),))


def _where(place: str, locator: str) -> str:
    return f"{locator} ({place})" if locator else place


def sides(line: Line) -> Iterator[tuple[str, str]]:
    """The stretches of a line in order, each with "-" (before) or "+" (after)."""
    for before, after in line.pairs:
        if before:
            yield "-", before
        if after:
            yield "+", after
