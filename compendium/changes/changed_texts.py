"""Texts and facts that changed in gatherings that both states know."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from compendium.changes.arrivals import Gathering, gatherings_of, new_records
from compendium.changes.change import FactChange, Kind, Stretch, TextChange
from compendium.comparing.recorded_texts import recorded_texts
from compendium.documents.word_comparison import excerpts, opening
from compendium.indexing.locators import locator
from compendium.model.corpus import Corpus
from compendium.model.gatherings import Session
from compendium.model.record_texts import note_place
from compendium.model.units import records_of, units_of


@dataclass(frozen=True, slots=True)
class Pair:
    """One gathering as it was and as it is, without the records that are new in it."""

    before: Gathering
    after: Gathering


def pairs_of(before: Corpus, after: Corpus) -> list[Pair]:
    """The gatherings that both states know."""
    known = {gathering.key: gathering for gathering in gatherings_of(before)}
    return [
        Pair(known[gathering.key], _without_new_records(known[gathering.key], gathering))
        for gathering in gatherings_of(after)
        if gathering.key in known
    ]


def _without_new_records(before: Gathering, after: Gathering) -> Gathering:
    if not isinstance(before, Session) or not isinstance(after, Session):
        return after
    new = new_records(before, after)
    return after.model_copy(update={"records": tuple(r for r in after.records if r not in new)})


def text_changes(pair: Pair) -> Iterator[TextChange]:
    """The texts that were added, removed or changed, those removed last."""
    old, new = _texts(pair.before), _texts(pair.after)
    locators = {unit.key: locator(unit) for unit in units_of(pair.before)}
    locators |= {unit.key: locator(unit) for unit in units_of(pair.after)}
    for place in [*new, *(place for place in old if place not in new)]:
        change = _change(place, old.get(place), new.get(place), locators)
        if change is not None:
            yield change


def _change(
    place: str, old: str | None, new: str | None, locators: Mapping[str, str]
) -> TextChange | None:
    if old == new:
        return None
    where = locators.get(place.partition("#")[0], "")
    if old is None or new is None:
        kind = Kind.ADDED if old is None else Kind.REMOVED
        stretch = Stretch(before=opening(old or ""), after=opening(new or ""))
        return TextChange(kind=kind, place=place, locator=where, stretches=(stretch,))
    excerpted = tuple(Stretch(before=was, after=now) for was, now in excerpts(old, new))
    return TextChange(
        kind=Kind.CHANGED,
        place=place,
        locator=where,
        stretches=excerpted or (Stretch(before=opening(old), after=opening(new)),),
        only_form=not excerpted,
    )


def _texts(gathering: Gathering) -> dict[str, str]:
    """Every text by its place: those of units, titles, formulas, remarks, and of their notes."""
    texts: dict[str, str] = {}
    for record, _ in records_of(gathering):
        for text in recorded_texts(gathering, record, as_reported=False):
            texts[text.place] = text.text
            for count, note in enumerate(text.notes, start=1):
                texts[note_place(text.place, count)] = note
    return texts


def fact_changes(pair: Pair) -> Iterator[FactChange]:
    """The facts of the gathering and the numbers in its report that changed."""
    old, new = _facts(pair.before), _facts(pair.after)
    for place, fact in new:
        before, after = old.get((place, fact)), new[place, fact]
        if before is not None and before != after:
            yield FactChange(place=place, fact=fact, before=before, after=after)


def _facts(gathering: Gathering) -> dict[tuple[str, str], str]:
    key, report = gathering.key, gathering.report
    facts = {
        (key, "dates"): f"{gathering.dates.first} to {gathering.dates.last}",
        (key, "place"): gathering.place,
        (key, "report"): f"{report.symbol}, cited by {report.cited_by}" if report else "none",
    }
    for unit in units_of(gathering):
        facts[unit.key, "place in the report"] = ".".join(unit.report_steps)
    if isinstance(gathering, Session):
        for record in gathering.records:
            name = f"{key} {record.kind} {record.number}"
            facts[name, "symbol"] = record.symbol or "none"
    return facts
