"""Topics that were added, removed or renamed, and assignments that were moved."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compendium.changes.change import AssignmentChange, Kind, TopicChange
from compendium.changes.changed_texts import Pair
from compendium.indexing.locators import locator
from compendium.model.topics import Topic
from compendium.model.units import units_of


def topic_changes(before: Sequence[Topic], after: Sequence[Topic]) -> Iterator[TopicChange]:
    """What became of the topics, by their keys."""
    old, new = ({topic.key: topic for topic in topics} for topics in (before, after))
    for key, topic in new.items():
        if key not in old:
            yield _whole(Kind.ADDED, key, "", topic.heading)
        else:
            yield from _changed(old[key], topic)
    for key, topic in old.items():
        if key not in new:
            yield _whole(Kind.REMOVED, key, topic.heading, "")


def _whole(kind: Kind, key: str, before: str, after: str) -> TopicChange:
    return TopicChange(kind=kind, key=key, fact="heading", before=before, after=after)


def _changed(old: Topic, new: Topic) -> Iterator[TopicChange]:
    for fact, before, after in (
        ("heading", old.heading, new.heading),
        ("see", ", ".join(old.see), ", ".join(new.see)),
        ("see also", ", ".join(old.see_also), ", ".join(new.see_also)),
    ):
        if before != after:
            yield TopicChange(kind=Kind.CHANGED, key=new.key, fact=fact, before=before, after=after)


def assignment_changes(pair: Pair) -> Iterator[AssignmentChange]:
    """The units that both states know and that stand under other topics than before."""
    old = {unit.key: unit.topics for unit in units_of(pair.before)}
    for unit in units_of(pair.after):
        before = old.get(unit.key, unit.topics)
        added = tuple(topic for topic in unit.topics if topic not in before)
        removed = tuple(topic for topic in before if topic not in unit.topics)
        if added or removed:
            yield AssignmentChange(
                place=unit.key, locator=locator(unit), added=added, removed=removed
            )
