"""Gatherings and records that an earlier state lacks, with their places and topics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from compendium.changes.change import Arrival
from compendium.indexing.locators import LocatorRun, locator_run, write_run
from compendium.indexing.runs import Siblings
from compendium.languages.forms import record_name, section_heading
from compendium.languages.language import Language
from compendium.model.corpus import Corpus
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.topics import Topic
from compendium.model.units import Unit, record_key, units_of, units_of_record

Gathering = Meeting | Session


def gatherings_of(corpus: Corpus) -> tuple[Gathering, ...]:
    """Every gathering, body by body, in order of the ordinals."""
    return tuple(gathering for body in corpus.bodies for gathering in corpus.gatherings(body.key))


def gatherings_since(corpus: Corpus, last: Mapping[str, int]) -> tuple[Gathering, ...]:
    """The gatherings after the given ordinals; a body that is not named has nothing new."""
    return tuple(
        gathering
        for gathering in gatherings_of(corpus)
        if gathering.ordinal > last.get(gathering.body, gathering.ordinal)
    )


def arrivals(before: Corpus, after: Corpus, language: Language) -> Iterator[Arrival]:
    """What arrived: whole gatherings, and new records of sessions known before."""
    known = {each.key: each for each in gatherings_of(before)}
    for gathering in gatherings_of(after):
        heading = section_heading(gathering, language)
        earlier = known.get(gathering.key)
        if earlier is None:
            yield _arrival(gathering, None, heading, after, language)
        elif isinstance(gathering, Session) and isinstance(earlier, Session):
            for record in new_records(earlier, gathering):
                own = f"{heading}: {record_name(record, language)}"
                yield _arrival(gathering, record, own, after, language)


def new_records(before: Session, after: Session) -> list[Record]:
    """The records of a session that it lacked before, by kind and number."""
    known = {record.called for record in before.records}
    return [record for record in after.records if record.called not in known]


def place_runs(units: Sequence[Unit]) -> list[LocatorRun]:
    """The places that units take, as the index writes them; those below another are left out."""
    runs: list[LocatorRun] = []
    for record in {unit.record.called if unit.record else None: None for unit in units}:
        own = [u for u in units if (u.record.called if u.record else None) == record]
        steps = {unit.steps for unit in own}
        top = [u for u in own if not any(u.steps[:n] in steps for n in range(1, len(u.steps)))]
        runs += map(locator_run, Siblings(own).runs(top))
    return runs


def topics_of(units: Iterable[Unit], corpus: Corpus) -> list[Topic]:
    """The topics under which the index lists units, in its order."""
    assigned = {topic for unit in units for topic in unit.topics}
    return [topic for topic in corpus.topics if topic.key in assigned]


def _arrival(
    gathering: Gathering, record: Record | None, heading: str, corpus: Corpus, language: Language
) -> Arrival:
    units = list(units_of_record(gathering, record) if record else units_of(gathering))
    records = gathering.records if isinstance(gathering, Session) else ()
    named = [gathering.report.symbol] if gathering.report else []
    own = [each.symbol for each in records if each.symbol and (record is None or each is record)]
    return Arrival(
        key=record_key(gathering, record),
        heading=heading,
        symbols=tuple(dict.fromkeys([*named, *own])),
        units=len(units),
        locators=tuple(write_run(run, language) for run in place_runs(units)),
        topics=tuple(topic.heading for topic in topics_of(units, corpus)),
    )
