"""Relates each row of a printed index to its topic, its record and the units that it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compendium.collating.index_places import Named, Places
from compendium.collating.index_reading import CitedReport, PrintedRow, normalise, read_index
from compendium.model.corpus import Corpus
from compendium.model.gatherings import Citation, Meeting, Record, Session
from compendium.model.published import Published
from compendium.model.roman import to_roman
from compendium.model.units import record_key


@dataclass(frozen=True, slots=True)
class IndexRow:
    """A printed row with its topic, gathering and record.

    `place` names topic and record as errata do, such as `corruption/wg4.4`. If the topic or the
    gathering of a row is unknown, `gathering` is None and `place` quotes the document.
    """

    place: str
    printed: PrintedRow
    gathering: Meeting | Session | None
    record: Record | None
    located: Named
    referred: Named

    @property
    def columns_agree(self) -> bool:
        """Whether locators and references name the same units, regardless of the assignments."""
        return self.located.units == self.referred.units


def index_rows(document: Published, text: str, corpus: Corpus) -> list[IndexRow]:
    """Read a printed index and relate its rows to the records.

    Args:
        document: the document, with the gatherings that it covers.
        text: its text, corrected by the errata of column `reading`.
        corpus: the records.
    """
    rows = _Rows(document, corpus)
    return [rows.row(printed) for printed in read_index(text, rows.reports)]


class _Rows:
    """Finds the topic, the gathering and the units of a printed row."""

    def __init__(self, document: Published, corpus: Corpus) -> None:
        self._places = Places(corpus)
        self._bodies = {
            body.part: body.key for body in corpus.bodies if body.key in document.covers
        }
        self._topics = dict(_headings(document, corpus))
        self._cited = dict(_cited(corpus))
        self.reports = {
            symbol: CitedReport(
                section=to_roman(gathering.ordinal),
                by_recommendation=gathering.report is not None
                and gathering.report.cited_by is Citation.RECOMMENDATIONS,
            )
            for symbol, (gathering, _) in self._cited.items()
        }

    def row(self, printed: PrintedRow) -> IndexRow:
        """Find the topic, gathering and record of a row, and the units that it names."""
        gathering, record = self._home(printed)
        topic = self._topics.get(normalise(printed.heading))
        if gathering is None or topic is None:
            place = f"{topic or printed.heading}/{printed.symbol or printed.locators}"
            return IndexRow(place, printed, None, None, Named(), Named())
        return IndexRow(
            place=f"{topic}/{record_key(gathering, record)}",
            printed=printed,
            gathering=gathering,
            record=record,
            located=self._places.locators(gathering.body, printed.locators),
            referred=self._places.references(gathering, record, printed.references),
        )

    def _home(self, printed: PrintedRow) -> tuple[Meeting | Session | None, Record | None]:
        """The gathering and record of a row, by its locators and by its symbol.

        If they differ, the symbol is wrong if the part of the locators has such a section.
        """
        by_symbol, record = self._cited.get(printed.symbol, (None, None))
        bodies = [self._bodies.get(printed.part)] if printed.part else [*self._bodies.values()]
        if by_symbol and len(bodies) > 1:
            bodies = [by_symbol.body]
        by_locators = self._places.gathering(bodies[0] or "", printed.locators)
        if by_locators is None or by_locators is by_symbol or _same_section(by_symbol, by_locators):
            home = by_symbol or by_locators
        else:
            home = by_locators
        if isinstance(home, Session) and (record is None or home is not by_symbol):
            record = _record_named(home, printed.record)
        return home, record if isinstance(home, Session) else None


def _same_section(by_symbol: Meeting | Session | None, by_locators: Meeting | Session) -> bool:
    """Whether the symbol leads to the same section of another part; then the part is wrong."""
    return by_symbol is not None and by_symbol.ordinal == by_locators.ordinal


def _record_named(session: Session, name: str) -> Record:
    names = [(f"{record.kind} {record.number}", record) for record in session.records]
    matching = [record for label, record in names if name.casefold().endswith(label.casefold())]
    return (matching or session.records)[0]


def _headings(document: Published, corpus: Corpus) -> Iterator[tuple[str, str]]:
    for topic in corpus.topics:
        yield normalise(topic.heading), topic.key
        for former in topic.former:
            if former.document == document.key and former.heading:
                yield normalise(former.heading), topic.key


def _cited(corpus: Corpus) -> Iterator[tuple[str, tuple[Meeting | Session, Record | None]]]:
    """Yield the gathering of every symbol that may be cited, and its record if it has only one."""
    for meeting in corpus.meetings:
        if meeting.report:
            yield meeting.report.symbol, (meeting, None)
    for session in corpus.sessions:
        only = session.records[0] if len(session.records) == 1 else None
        if session.report:
            yield session.report.symbol, (session, only)
        for record in session.records:
            if record.symbol:
                yield record.symbol, (session, record)
