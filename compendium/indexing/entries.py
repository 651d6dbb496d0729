"""Makes the entries of the index: for every topic, one line for each record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from compendium.handoffs import load_handoff
from compendium.indexing.locators import LocatorRun, locator_run
from compendium.indexing.references import write_references
from compendium.indexing.runs import Siblings
from compendium.languages.forms import record_name
from compendium.languages.language import Language
from compendium.model.corpus import Corpus
from compendium.model.editions import Edition
from compendium.model.gatherings import Citation, Gathering, Record
from compendium.model.topics import Topic
from compendium.model.units import Unit, record_key
from compendium.model.value import Value


class Entry(Value):
    """One line of the index: the same units as locators and as references to their report."""

    record_key: str
    preambular: tuple[LocatorRun, ...]
    locators: tuple[LocatorRun, ...]
    symbol: str
    record: str
    paragraphs: str
    recommendations: str


class PartEntries(Value):
    """The lines of one part under a topic."""

    letter: str
    entries: tuple[Entry, ...]


class TopicEntries(Value):
    """A topic with its lines, part by part, and its cross-references (keys of topics)."""

    key: str
    heading: str
    see: tuple[str, ...]
    see_also: tuple[str, ...]
    parts: tuple[PartEntries, ...]
    remark: str | None


class ThematicIndex(Value):
    """The index of one edition in one language."""

    edition: str
    language: str
    topics: tuple[TopicEntries, ...]


class _Assigned:
    """The units of a part, record by record, found by the topics that are assigned to them."""

    def __init__(self, units: Iterable[Unit]) -> None:
        by_record: dict[str, list[Unit]] = {}
        for unit in units:
            by_record.setdefault(record_key(unit.gathering, unit.record), []).append(unit)
        self._by_topic: dict[str, list[tuple[Siblings, list[Unit]]]] = {}
        for siblings in map(Siblings, by_record.values()):
            chosen: dict[str, list[Unit]] = {}
            for unit in siblings.units:
                for topic in dict.fromkeys(unit.topics):
                    chosen.setdefault(topic, []).append(unit)
            for topic, of_topic in chosen.items():
                self._by_topic.setdefault(topic, []).append((siblings, of_topic))

    def to(self, topic: str) -> Sequence[tuple[Siblings, Sequence[Unit]]]:
        """The records of which units have a topic, each with those units."""
        return self._by_topic.get(topic, ())


def make_index(corpus: Corpus, edition: Edition, language: Language) -> ThematicIndex:
    """Make the index of an edition from the topics assigned to the units of its parts.

    It contains only topics that lead to something in this edition, and refers to no others.
    """
    units = list(corpus.units())
    parts = {
        part.letter: _Assigned(unit for unit in units if unit.gathering.body == part.body)
        for part in edition.parts
    }
    topics = [_topic_entries(topic, parts, language) for topic in corpus.topics]
    shown = _shown(topics)
    used = (_referring_to(shown, topic) for topic in topics if topic.key in shown)
    return ThematicIndex(edition=edition.key, language=language.code, topics=tuple(used))


def _shown(topics: Sequence[TopicEntries]) -> frozenset[str]:
    """The keys of the topics that have lines, or lead by "see" to a topic with lines."""
    shown = {topic.key for topic in topics if topic.parts}
    leading = [topic for topic in topics if topic.see and not topic.parts]
    for _ in leading:  # a chain may pass through all of them
        shown |= {topic.key for topic in leading if shown.intersection(topic.see)}
    return frozenset(shown)


def _referring_to(shown: frozenset[str], topic: TopicEntries) -> TopicEntries:
    """A topic without cross-references to topics that the index does not show."""
    see, see_also = (
        tuple(key for key in keys if key in shown) for keys in (topic.see, topic.see_also)
    )
    return topic.model_copy(update={"see": see, "see_also": see_also})


def _topic_entries(
    topic: Topic, units: Mapping[str, _Assigned], language: Language
) -> TopicEntries:
    parts = []
    for letter, of_part in units.items():
        entries = tuple(
            _entry(chosen, siblings, language) for siblings, chosen in of_part.to(topic.key)
        )
        if entries:
            parts.append(PartEntries(letter=letter, entries=entries))
    return TopicEntries(
        key=topic.key,
        heading=topic.heading,
        see=topic.see,
        see_also=topic.see_also,
        parts=tuple(parts),
        remark=topic.restored.remark if topic.restored else None,
    )


def _entry(chosen: Sequence[Unit], siblings: Siblings, language: Language) -> Entry:
    gathering, record = chosen[0].gathering, chosen[0].record
    runs = siblings.runs(chosen)
    references = write_references(siblings.runs_in_report(chosen), language)
    by_recommendation = _cited_by(gathering) is Citation.RECOMMENDATIONS
    return Entry(
        record_key=record_key(gathering, record),
        preambular=tuple(locator_run(run) for run in runs if run.first.in_preamble),
        locators=tuple(locator_run(run) for run in runs if not run.first.in_preamble),
        symbol=_symbol(gathering, record),
        record=record_name(record, language) if record else "",
        paragraphs="" if by_recommendation else references,
        recommendations=references if by_recommendation else "",
    )


def _cited_by(gathering: Gathering) -> Citation:
    return gathering.report.cited_by if gathering.report else Citation.PARAGRAPHS


def _symbol(gathering: Gathering, record: Record | None) -> str:
    if record is not None and record.symbol is not None:
        return record.symbol
    return gathering.report.symbol if gathering.report else ""


def load_index(path: Path) -> ThematicIndex:
    """Read the entries that `compendium index` wrote.

    Raises:
        InputError: if the file is missing or contains something else.
    """
    return load_handoff(ThematicIndex, path, by="compendium index")
