"""The corpus: every record of every body, the topics and the edition definitions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Self

from pydantic import model_validator

from compendium.model.bodies import Body
from compendium.model.editions import Edition
from compendium.model.errata import Erratum
from compendium.model.gatherings import Gathering, Meeting, Session
from compendium.model.topics import Topic
from compendium.model.units import Unit, units_of
from compendium.model.value import Value


class Corpus(Value):
    """All records as collected from `sources/`, bodies and gatherings in order.

    `errata` is None where they were not collected, because no edition contains them.
    """

    language: str = "en"
    bodies: tuple[Body, ...]
    meetings: tuple[Meeting, ...]
    sessions: tuple[Session, ...]
    topics: tuple[Topic, ...]
    editions: tuple[Edition, ...]
    errata: tuple[Erratum, ...] | None = None

    @model_validator(mode="after")
    def _of_known_bodies(self) -> Self:
        known = {body.key for body in self.bodies}
        for gathering in (*self.meetings, *self.sessions):
            if gathering.body not in known:
                raise ValueError(f"{gathering.key} is of a body that is not there")
        return self

    def gatherings(self, body: str) -> tuple[Meeting | Session, ...]:
        """The gatherings of one body, by its key, in order of their ordinals."""
        everything: tuple[Meeting | Session, ...] = (*self.meetings, *self.sessions)
        of_body = [gathering for gathering in everything if gathering.body == body]
        return tuple(sorted(of_body, key=lambda gathering: gathering.ordinal))

    def with_gatherings(self, new: Iterable[Meeting | Session]) -> Corpus:
        """The corpus with some gatherings, in the place of those with their keys."""
        everything: tuple[Meeting | Session, ...] = (*self.meetings, *self.sessions, *new)
        by_key = {gathering.key: gathering for gathering in everything}
        order = {body.key: number for number, body in enumerate(self.bodies)}
        ordered = sorted(by_key.values(), key=lambda each: (order.get(each.body, 0), each.ordinal))
        return self.model_copy(
            update={
                "meetings": tuple(each for each in ordered if isinstance(each, Meeting)),
                "sessions": tuple(each for each in ordered if isinstance(each, Session)),
            }
        )

    def units(self) -> Iterator[Unit]:
        """Every unit, body by body, in the order of the text."""
        for body in self.bodies:
            for gathering in self.gatherings(body.key):
                yield from units_of(gathering)

    def edition(self, key: str) -> Edition:
        """The edition definition of that key.

        Raises:
            KeyError: if there is none.
        """
        for edition in self.editions:
            if edition.key == key:
                return edition
        raise KeyError(key)

    def of_edition(self, edition: Edition) -> Corpus:
        """What an edition can show: its bodies, their gatherings up to its last one, the topics."""
        own_bodies = {part.body for part in edition.parts}
        known = self.as_of(edition.as_of)
        return known.model_copy(
            update={
                "bodies": tuple(body for body in known.bodies if body.key in own_bodies),
                "meetings": tuple(m for m in known.meetings if m.body in own_bodies),
                "sessions": tuple(s for s in known.sessions if s.body in own_bodies),
                "editions": (edition,),
            }
        )

    def as_of(self, last: Mapping[str, int]) -> Corpus:
        """The corpus as it was after the gatherings of these ordinals, one for each body."""
        return self.model_copy(
            update={
                "meetings": tuple(m for m in self.meetings if _is_known(m, last)),
                "sessions": tuple(s for s in self.sessions if _is_known(s, last)),
            }
        )

    def in_words_of(self, document: str) -> Corpus:
        """The corpus in the words of a published document, where it printed former ones."""
        return self.model_copy(
            update={
                "meetings": tuple(_meeting_in(meeting, document) for meeting in self.meetings),
                "topics": tuple(_topic_in(topic, document) for topic in self.topics),
            }
        )

    def in_order_of(self, document: str) -> Corpus:
        """The corpus with the topics in the order in which a published document printed them."""
        topics = list(self.topics)
        for topic in self.topics:
            anchors = {former.after for former in topic.former if former.document == document}
            others = [other for other in topics if other is not topic]
            for place, other in enumerate(others, start=1):
                if other.key in anchors:
                    topics = [*others[:place], topic, *others[place:]]
        return self.model_copy(update={"topics": tuple(topics)})


def _meeting_in(meeting: Meeting, document: str) -> Meeting:
    remarks = [remark.remark for remark in meeting.former if remark.document == document]
    return meeting.model_copy(update={"remark": (*remarks, meeting.remark)[0], "former": ()})


def _topic_in(topic: Topic, document: str) -> Topic:
    prints = [former for former in topic.former if former.document == document]
    headings = [former.heading for former in prints if former.heading]
    return topic.model_copy(update={"heading": (*headings, topic.heading)[0], "former": ()})


def _is_known(gathering: Gathering, last: Mapping[str, int]) -> bool:
    return gathering.ordinal <= last.get(gathering.body, gathering.ordinal)
