"""Writes suggestions as text: for the screen, and as the comment beside a paragraph."""

from __future__ import annotations

from collections.abc import Mapping

from compendium.indexing.locators import locator
from compendium.model.corpus import Corpus
from compendium.model.units import Unit
from compendium.suggesting.suggestions import LikelyTopic, Suggestion

COMMENT_START = "# suggested: "
_LIKE_SHOWN = 3


def suggestion_lines(suggestion: Suggestion, corpus: Corpus) -> str:
    """The place and the key of a unit, then a line for each likely topic with its reason."""
    unit = suggestion.located.unit
    width = max((len(likely.topic.key) for likely in suggestion.likely), default=0)
    lines = [
        f"  {likely.topic.key.ljust(width)}  {_reason(likely, unit, corpus)}"
        for likely in suggestion.likely
    ]
    return "\n".join([f"{suggestion.located.place()}: {unit.key}", *lines])


def comment(suggestion: Suggestion, corpus: Corpus) -> str:
    """The comment for the record, which becomes the field `topics` without its first words.

    An editor deletes `# suggested: ` and the topics that do not fit.
    """
    keys = ", ".join(likely.topic.key for likely in suggestion.likely)
    own, parts = suggestion.located.unit, _parts(corpus)
    units = [likely.like.unit for likely in suggestion.likely if likely.like]
    locators = dict.fromkeys(_locator_from(unit, own, parts) for unit in units)
    places = ", ".join(list(locators)[:_LIKE_SHOWN])
    return f"{COMMENT_START}topics: [{keys}]" + (f"  # like {places}" if places else "")


def _reason(likely: LikelyTopic, own: Unit, corpus: Corpus) -> str:
    if likely.like is None:
        return "no assigned paragraph shares a rare word"
    place = _locator_from(likely.like.unit, own, _parts(corpus))
    return f"like {place}: {', '.join(likely.like.words)}"


def _locator_from(unit: Unit, own: Unit, parts: Mapping[str, str]) -> str:
    """The locator of a unit, with the letter of its part if `own` is in another part."""
    body = unit.gathering.body
    return locator(unit) if body == own.gathering.body else f"{parts[body]} {locator(unit)}"


def _parts(corpus: Corpus) -> dict[str, str]:
    return {body.key: body.part for body in corpus.bodies}
