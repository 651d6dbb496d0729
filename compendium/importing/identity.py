"""Which gathering a document belongs to: from what it says, the records there are, the editor."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from compendium.errors import InputError
from compendium.findings import Finding
from compendium.importing.document_facts import DocumentFacts
from compendium.importing.drafts import Gathered
from compendium.importing.original import Original
from compendium.model.bodies import Body
from compendium.model.gatherings import Citation, Meeting, Session
from compendium.model.symbols import check_symbol

Gathering = Meeting | Session
# Asks an editor for what was not found: the name of the option, what it is; the answer or None.
Ask = Callable[[str, str], str | None]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Given:
    """What the editor says, by option; it goes before what the document says."""

    body: str | None = None
    ordinal: int | None = None
    symbol: str | None = None
    first: date | None = None
    last: date | None = None
    place: str | None = None
    cited_by: Citation | None = None


@dataclass(frozen=True, slots=True)
class Known:
    """What the sources know already: the bodies, and the gatherings recorded."""

    bodies: tuple[Body, ...]
    gatherings: tuple[Gathering, ...]

    def of(self, body: Body) -> list[Gathering]:
        """The gatherings of a body, in order of their ordinals."""
        own = [gathering for gathering in self.gatherings if gathering.body == body.key]
        return sorted(own, key=lambda gathering: gathering.ordinal)


def body_of(facts: DocumentFacts, given: Given, known: Known, file: str) -> Body:
    """The body whose document it is.

    Raises:
        InputError: if the document names another body, or none that is known.
    """
    named = _named(facts, known.bodies)
    if facts.body is not None and named is None:
        raise InputError(
            f"{file}: it is a document of the {facts.body}, which is no body of these sources",
            remedy="check which document it is, or add the body to bodies.yaml",
        )
    if given.body is None:
        if named is None:
            raise InputError(
                f"{file}: it does not say which body it is of", remedy="give --body, the key"
            )
        return named
    chosen = next((body for body in known.bodies if body.key == given.body), None)
    if chosen is None:
        keys = ", ".join(body.key for body in known.bodies)
        raise InputError(f"there is no body {given.body!r}", remedy=f"choose among: {keys}")
    if named is not None and facts.body is not None and named is not chosen:
        raise InputError(
            f"{file}: it is a document of the {named.name}, not of the {chosen.name}",
            remedy="check which document it is, or leave --body out",
        )
    return chosen


def _named(facts: DocumentFacts, bodies: Sequence[Body]) -> Body | None:
    """The body that a document names in its title; without a title, the one its opening names."""
    if facts.body is not None:
        said = facts.body.casefold()
        return next(
            (body for body in bodies if said in {body.name.casefold(), body.short_name.casefold()}),
            None,
        )
    opening = " ".join(facts.masthead).casefold()
    found = [body for body in bodies if body.name.casefold() in opening]
    return found[0] if len(found) == 1 else None


def gathered(
    facts: DocumentFacts, given: Given, known: Known, original: Original, ask: Ask
) -> tuple[Gathered, list[Finding]]:
    """The gathering of a document, with the doubts about it (I001 to I003).

    Raises:
        InputError: if something is neither found nor given.
    """
    findings: list[Finding] = []
    body = body_of(facts, given, known, original.file)
    symbol = _symbol(facts, given, original, findings)
    dates, day_only = _dates(facts, given)
    recorded = _recorded(known.of(body), symbol, dates)
    ordinal = given.ordinal or facts.ordinal or (recorded.ordinal if recorded else None)
    if ordinal is None and dates is not None:
        ordinal = _counted(known.of(body), dates[0], original, findings)
    same = recorded or next((g for g in known.of(body) if g.ordinal == ordinal), None)
    if day_only and same is None and dates is not None:
        findings.append(_of_adoption(original, dates[0]))
    if same is not None and day_only:
        dates = (same.dates.first, same.dates.last)
    place = given.place or facts.place or (same.place if same else None)
    number = ordinal or _number(ask("ordinal", "which meeting or session it is, in figures"))
    return Gathered(
        body=body,
        ordinal=_found(number, "ordinal", original),
        dates=_found(dates, "first and --last", original),
        place=_found(place or ask("place", "where it was held"), "place", original),
        symbol=_found(symbol or ask("symbol", "its document symbol"), "symbol", original),
    ), findings


def _found(value: T | None, option: str, original: Original) -> T:
    if value is None:
        raise InputError(
            f"{original.file}: it does not say its {option.replace(' and --', ' and ')} day"
            if option.startswith("first")
            else f"{original.file}: it does not say its {option}",
            remedy=f"give --{option}",
        )
    return value


def _number(answer: str | None) -> int | None:
    return int(answer) if answer is not None and answer.isdigit() else None


def _symbol(
    facts: DocumentFacts, given: Given, original: Original, findings: list[Finding]
) -> str | None:
    if given.symbol is not None:
        try:
            return check_symbol(given.symbol)
        except ValueError as fault:
            raise InputError(str(fault), remedy="mend --symbol") from None
    if facts.symbol_from_name:
        findings.append(
            original.finding(
                "I001",
                0,
                f"the document does not print its symbol; {facts.symbol} is from the file's name",
                "compare it with the document, or give --symbol",
            )
        )
    return facts.symbol


def _dates(facts: DocumentFacts, given: Given) -> tuple[tuple[date, date] | None, bool]:
    """The days, and whether they are only that of adoption."""
    if given.first is not None:
        return (given.first, given.last or given.first), False
    if facts.dates is not None:
        return facts.dates, False
    return ((facts.adopted, facts.adopted), True) if facts.adopted else (None, False)


def _recorded(
    gatherings: Sequence[Gathering], symbol: str | None, dates: tuple[date, date] | None
) -> Gathering | None:
    """The gathering recorded with that report, or on those days."""
    for gathering in gatherings:
        if gathering.report is not None and gathering.report.symbol == symbol:
            return gathering
    for gathering in gatherings:
        if (gathering.dates.first, gathering.dates.last) == dates:
            return gathering
    return None


def _counted(
    gatherings: Sequence[Gathering], first: date, original: Original, findings: list[Finding]
) -> int | None:
    """The ordinal by the days of the other gatherings, if it has one place among them."""
    before = [g.ordinal for g in gatherings if g.dates.first < first]
    after = [g.ordinal for g in gatherings if g.dates.first > first]
    ordinal = max(before, default=0) + 1
    if not before or (after and min(after) != ordinal + 1):
        return None
    findings.append(
        original.finding(
            "I002",
            0,
            f"the document does not say its ordinal; by the days of the others it is {ordinal}",
            "compare it with the document, or give --ordinal",
        )
    )
    return ordinal


def _of_adoption(original: Original, day: date) -> Finding:
    return original.finding(
        "I003",
        0,
        f"the document does not say the days of the session; {day} is the day of adoption",
        "write the days of the session into the record, or give --first and --last",
    )
