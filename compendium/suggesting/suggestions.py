"""Suggests likely topics, with reasons, for each unit that the index does not reach."""

from __future__ import annotations

from dataclasses import dataclass

from compendium.checks import unreached_units
from compendium.errors import InputError
from compendium.model.corpus import Corpus
from compendium.model.topics import Topic
from compendium.reading import Reading
from compendium.reading.places import LocatedUnit
from compendium.suggesting.likeness import Likeness, Neighbourhood
from compendium.suggesting.ranking import TopicRanker
from compendium.suggesting.samples import assigned_samples, samples_of


@dataclass(frozen=True, slots=True)
class LikelyTopic:
    """A topic that may fit; `like` is None if no unit with it shares a rare word."""

    topic: Topic
    like: Likeness | None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A unit without topics, and its likely topics, the most likely first."""

    located: LocatedUnit
    likely: tuple[LikelyTopic, ...]


def suggest_topics(
    reading: Reading, corpus: Corpus, *, gathering: str | None = None, count: int = 5
) -> list[Suggestion]:
    """Suggest topics for every unit that the index does not reach, in the order of the sources.

    Raises:
        InputError: if the records have no gathering of that key.
    """
    keys = {g.key for body in corpus.bodies for g in corpus.gatherings(body.key)}
    if gathering is not None and gathering not in keys:
        raise InputError(
            f"there is no gathering {gathering!r}", remedy="name one by its key, such as wg4.9"
        )
    uncovered = [
        located
        for located in unreached_units(reading)
        if gathering is None or located.unit.gathering.key == gathering
    ]
    return _suggest(uncovered, corpus, count) if uncovered else []


def _suggest(uncovered: list[LocatedUnit], corpus: Corpus, count: int) -> list[Suggestion]:
    texts = _texts(uncovered)
    samples = assigned_samples(corpus)
    ranks = TopicRanker(samples, corpus.topics).rank(texts)
    neighbourhood = Neighbourhood(samples) if samples else None
    suggestions = []
    for located, text, ranked in zip(uncovered, texts, ranks, strict=True):
        first = ranked[:count]
        keys = [topic.key for topic in first]
        like = neighbourhood.nearest(text, keys) if neighbourhood else {}
        likely = tuple(LikelyTopic(topic, like.get(topic.key)) for topic in first)
        suggestions.append(Suggestion(located, likely))
    return suggestions


def _texts(uncovered: list[LocatedUnit]) -> list[str]:
    gatherings = {located.unit.gathering.key: located.unit.gathering for located in uncovered}
    text_of = {
        sample.unit.key: sample.text
        for gathering in gatherings.values()
        for sample in samples_of(gathering)
    }
    return [text_of[located.unit.key] for located in uncovered]
