"""Decides to which gathering a document belongs, by its text, the records and the editor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date

from compendium.documents.document_facts import DocumentFacts
from compendium.documents.original import Original
from compendium.errors import InputError
from compendium.findings import Finding
from compendium.importing.asking import Ask, Missing, read_ordinal
from compendium.importing.drafts import Gathered
from compendium.importing.special_sessions import of_special_session, refuse_other_session
from compendium.model.bodies import Body
from compendium.model.gatherings import Citation, Gathering
from compendium.model.symbols import change_in, check_symbol

Days = tuple[date, date]  # the first and the last day


@dataclass(frozen=True, slots=True)
class EditorInput:
    """The facts that the editor gave as options; they take precedence over the document."""

    body: str | None = None
    ordinal: int | None = None
    symbol: str | None = None
    first: date | None = None
    last: date | None = None
    place: str | None = None
    cited_by: Citation | None = None

    @property
    def options(self) -> tuple[str, ...]:
        """The same facts as words of a command line."""
        said = ((field.name, getattr(self, field.name)) for field in fields(self))
        return tuple(
            word
            for name, value in said
            if value
            for word in (f"--{name.replace('_', '-')}", str(value))
        )


@dataclass(frozen=True, slots=True)
class Known:
    """The bodies and gatherings that the sources already contain."""

    bodies: tuple[Body, ...]
    gatherings: tuple[Gathering, ...]

    def body(self, key: str) -> Body:
        """The body with a key; ValueError names the known keys."""
        for body in self.bodies:
            if body.key == key:
                return body
        raise ValueError(f"choose among: {', '.join(body.key for body in self.bodies)}")

    def of(self, body: Body) -> list[Gathering]:
        """The gatherings of a body, in order of their ordinals."""
        own = [gathering for gathering in self.gatherings if gathering.body == body.key]
        return sorted(own, key=lambda gathering: gathering.ordinal)


def body_of(
    facts: DocumentFacts, editor_input: EditorInput, known: Known, file: str
) -> Body | None:
    """The body that the document belongs to; None if neither document nor editor names it.

    Raises:
        InputError: if the document names another body than the editor, or an unknown body.
    """
    named = _named(facts, known.bodies)
    if facts.body is not None and named is None:
        raise InputError(
            f"{file}: it is a document of the {facts.body}, which is no body of these sources",
            remedy="check which document it is, or add the body to sources/bodies.yaml: see A new "
            "body in docs/editors.md",
        )
    if editor_input.body is None:
        return named
    try:
        chosen = known.body(editor_input.body)
    except ValueError as fault:
        raise InputError(f"there is no body {editor_input.body!r}", remedy=str(fault)) from None
    if named is not None and facts.body is not None and named is not chosen:
        raise InputError(
            f"{file}: it is a document of the {named.name}, not of the {chosen.name}",
            remedy="check which document it is, or leave --body out",
        )
    return chosen


def _named(facts: DocumentFacts, bodies: Sequence[Body]) -> Body | None:
    """The body that a document names in its title; without a title, the one in its opening."""
    if facts.body is not None:
        name = facts.body.casefold()
        return next(
            (body for body in bodies if name in {body.name.casefold(), body.short_name.casefold()}),
            None,
        )
    opening = " ".join(facts.masthead).casefold()
    named_bodies = [body for body in bodies if body.name.casefold() in opening]
    return named_bodies[0] if len(named_bodies) == 1 else None


def gathered(
    facts: DocumentFacts, editor_input: EditorInput, known: Known, original: Original, ask: Ask
) -> tuple[Gathered, list[Finding]]:
    """The gathering of a document, with the doubts about it (I001 to I003, I024, I036).

    The editor is asked for each fact that is neither found nor given.

    Raises:
        InputError: if a fact is neither found nor given nor answered; the message names all
            such facts.
    """
    findings: list[Finding] = []
    missing = Missing(ask)
    body = body_of(facts, editor_input, known, original.file) or missing.ask("body", known.body)
    symbol = own_symbol(facts, editor_input, original, findings) or missing.ask(
        "symbol", check_symbol
    )
    dates, day_only = _dates(facts, editor_input)
    others = known.of(body) if body is not None else []
    recorded = _recorded(others, symbol, dates)
    ordinal = editor_input.ordinal or facts.ordinal or (recorded.ordinal if recorded else None)
    same = recorded or next((g for g in others if g.ordinal == ordinal), None)
    if dates is None and same is None:
        dates = _asked_dates(missing)
    if ordinal is None and dates is not None:
        ordinal = _counted(others, dates[0], original, findings)
    dates = _days_of_session(dates, same, original, findings) if day_only else dates
    if same is not None and dates is None:
        dates = (same.dates.first, same.dates.last)
    place = editor_input.place or facts.place or (same.place if same else None)
    ordinal = ordinal or missing.ask("ordinal", read_ordinal)
    place = place or missing.ask("place", str)
    missing.refuse(original)
    assert body is not None
    assert dates is not None
    assert ordinal is not None
    refuse_other_session(str(symbol), ordinal, original)
    findings += of_special_session(str(symbol), original)
    return Gathered(body, ordinal, dates, str(place), str(symbol)), findings


def _asked_dates(missing: Missing) -> Days | None:
    """The dates of the session as the editor answers; None if nobody answers."""
    first = missing.ask("first", date.fromisoformat)
    if first is None:
        return None
    return first, missing.ask("last", date.fromisoformat) or first


def _days_of_session(
    adopted: Days | None, same: Gathering | None, original: Original, findings: list[Finding]
) -> Days | None:
    """The dates of the session, if the document gives only that of adoption (I003, I024)."""
    if adopted is None:
        return None
    if same is None:
        findings.append(_of_adoption(original, adopted[0]))
        return adopted
    if not same.dates.first <= adopted[0] <= same.dates.last:
        findings.append(_other_day(original, adopted[0], same))
    return same.dates.first, same.dates.last


def own_symbol(
    facts: DocumentFacts, editor_input: EditorInput, original: Original, findings: list[Finding]
) -> str | None:
    """The symbol of a document as given, as printed, or by the name of its file (I001, I030).

    Raises:
        InputError: if the given symbol is not a document symbol.
    """
    symbol = facts.symbol
    if editor_input.symbol is not None:
        try:
            symbol = check_symbol(editor_input.symbol)
        except ValueError as fault:
            raise InputError(str(fault), remedy="correct --symbol") from None
    changed = change_in(symbol or "")
    if changed is not None:
        findings.append(_of_change(original, *changed))
    if editor_input.symbol is not None:
        return symbol
    if facts.symbol_from_name:
        findings.append(
            original.finding(
                "I001",
                0,
                f"the document does not print its symbol; {facts.symbol} is from the file's name",
                "compare it with the document, or give --symbol",
            )
        )
    return symbol


def _of_change(original: Original, kind: str, symbol: str) -> Finding:
    return original.finding(
        "I030",
        0,
        f"it is the {kind} of {symbol}",
        "see what it changes, and whether the whole text is in another document",
    )


def _dates(facts: DocumentFacts, editor_input: EditorInput) -> tuple[Days | None, bool]:
    """The dates, and whether they are only that of adoption."""
    if editor_input.first is not None:
        return (editor_input.first, editor_input.last or editor_input.first), False
    if facts.dates is not None:
        return facts.dates, False
    return ((facts.adopted, facts.adopted), True) if facts.adopted else (None, False)


def _recorded(
    gatherings: Sequence[Gathering], symbol: str | None, dates: Days | None
) -> Gathering | None:
    """The gathering recorded with that report, or on those dates."""
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
    """The ordinal by the dates of the other gatherings, if it has only one place among them."""
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


def _other_day(original: Original, day: date, same: Gathering) -> Finding:
    return original.finding(
        "I024",
        0,
        f"it was adopted on {day}, and the days recorded of {same.key} are {same.dates.first} to "
        f"{same.dates.last}",
        "write the days of the whole session into the record, or check which document it is",
    )
