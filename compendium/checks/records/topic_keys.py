"""Checks topics, and their assignment to paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from compendium.findings import Finding, Severity
from compendium.model.topics import Topic, Topics
from compendium.reading import Reading
from compendium.reading.places import LocatedUnit, located_units
from compendium.reading.source_file import AnyFile


def check_topics(reading: Reading) -> Iterator[Finding]:
    """R002, R004, R005, R014: each topic is named once and used, and refers to existing ones."""
    used = {topic for unit in _units(reading) for topic in unit.unit.topics}
    for file, topics in _topic_files(reading):
        keys = [topic.key for topic in topics]
        for place, topic in enumerate(topics):
            if topic.key in keys[:place]:
                yield Finding(
                    file.place("topics", place, "key"),
                    "R004",
                    f"the topic {topic.key} occurs twice in the list",
                    "keep one of the two",
                )
            yield from _check_heading(file, place, topics)
            yield from _check_targets(file, place, topic, keys)
            if reading.is_whole and topic.key not in used and not topic.see:
                yield _unused(file, place, topic)


def check_assignments(reading: Reading) -> Iterator[Finding]:
    """R001, R003: only topics are assigned, and each of them once."""
    known = {topic.key for _, topics in _topic_files(reading) for topic in topics}
    for located in _units(reading):
        assigned = located.unit.topics
        for place, topic in enumerate(assigned):
            if topic in assigned[:place]:
                yield Finding(
                    located.place("topics", place),
                    "R003",
                    f"the topic {topic} is assigned twice to {located.unit.key}",
                    "delete one of the two",
                )
            elif known and topic not in known:
                yield Finding(
                    located.place("topics", place),
                    "R001",
                    f"there is no topic {topic}",
                    _suggest(topic, known),
                )


def check_coverage(reading: Reading) -> Iterator[Finding]:
    """R009: a paragraph that the index reaches neither at its own level nor above or below.

    With an empty list, `topics: []`, an editor says that no topic fits.
    """
    reported: set[str] = set()
    for located in unreached_units(reading):
        key = located.unit.key
        if not reported.intersection(_ancestors(key)):
            yield Finding(
                located.place(),
                "R009",
                f"{key} has no topic: the index does not refer to it",
                "assign topics, or write `topics: []` if none fits",
                Severity.WARNING,
            )
        reported.add(key)


def unreached_units(reading: Reading) -> Iterator[LocatedUnit]:
    """The units without topics for which no editor decided, at their own level, above or below."""
    units = list(_units(reading))
    assigned = [located.unit.key for located in units if located.unit.topics]
    above = {parent for key in assigned for parent in _ancestors(key)}
    settled = {u.unit.key for u in units if "topics" in u.unit.passage.model_fields_set}
    reached = settled | above
    for located in units:
        key = located.unit.key
        if key not in reached and not settled.intersection(_ancestors(key)):
            yield located


def _units(reading: Reading) -> Iterator[LocatedUnit]:
    for file in reading.gatherings:
        yield from located_units(file)


def _topic_files(reading: Reading) -> Iterator[tuple[AnyFile, tuple[Topic, ...]]]:
    for file in reading.of(Topics):
        yield file, file.value.topics


def _ancestors(key: str) -> Iterator[str]:
    """The keys above a key: `wg4.4.46.j` gives `wg4.4.46`, `wg4.4`, `wg4`."""
    while "." in key:
        key = key.rpartition(".")[0]
        yield key


def _check_targets(file: AnyFile, place: int, topic: Topic, keys: list[str]) -> Iterator[Finding]:
    targets: list[tuple[tuple[str | int, ...], str]] = [
        *((("see", number), target) for number, target in enumerate(topic.see)),
        *((("see_also", number), target) for number, target in enumerate(topic.see_also)),
        *(
            (("former", number, "after"), former.after)
            for number, former in enumerate(topic.former)
            if former.after
        ),
    ]
    for way, target in targets:
        if target not in keys or target == topic.key:
            yield Finding(
                file.place("topics", place, *way),
                "R005",
                f"{topic.key} refers to {target}, which is not another topic",
                _suggest(target, set(keys) - {topic.key}),
            )


def _check_heading(file: AnyFile, place: int, topics: tuple[Topic, ...]) -> Iterator[Finding]:
    heading = topics[place].heading.casefold()
    for other in topics[:place]:
        if other.heading.casefold() == heading and other.key != topics[place].key:
            yield Finding(
                file.place("topics", place, "heading"),
                "R014",
                f"the topic {other.key} has this heading, too",
                "give each a heading of its own, or merge the topics",
            )


def _suggest(key: str, known: set[str]) -> str:
    close = get_close_matches(key, sorted(known), n=1)
    return f"did you mean {close[0]}?" if close else "add it to topics.yaml, or correct its key"


def _unused(file: AnyFile, place: int, topic: Topic) -> Finding:
    return Finding(
        file.place("topics", place),
        "R002",
        f"the topic {topic.key} has no paragraph and refers to no other topic",
        "assign it, let it refer to another topic with `see:`, or delete it",
    )
