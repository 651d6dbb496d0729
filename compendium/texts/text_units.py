"""Text units: every translatable text with its key, its catalogue and its context."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from compendium.indexing.locators import locator
from compendium.languages.forms import record_name, section_heading
from compendium.languages.language import Language
from compendium.model.annexes import ANNEX_STEP
from compendium.model.corpus import Corpus
from compendium.model.gatherings import Gathering, Meeting, Session
from compendium.model.markup import without_markup
from compendium.model.units import record_key
from compendium.texts.keys import former_key, map_texts

TOPICS_CATALOGUE = "topics"
EDITION_CATALOGUE = "edition"


@dataclass(frozen=True, slots=True)
class TextUnit:
    """One translatable text.

    `catalogue` names the file that holds it, such as `wg4/04-2011`; `context` says in a few lines
    where the text stands, so that it can be understood alone.
    """

    key: str
    text: str
    catalogue: str
    context: tuple[str, ...]


def catalogue_name(gathering: Gathering) -> str:
    """The catalogue of a gathering, named as its file in `sources/`."""
    return f"{gathering.body}/{gathering.ordinal:02d}-{gathering.dates.first.year}"


def text_units(corpus: Corpus, language: Language) -> tuple[TextUnit, ...]:
    """Every text of the corpus, in the order of the records.

    Args:
        corpus: the records in the language of the source.
        language: that language, for the contexts.
    """
    texts: dict[str, str] = {}

    def take(key: str, text: str) -> str:
        texts[key] = text
        return text

    map_texts(corpus, take)
    names = {gathering.key: catalogue_name(gathering) for gathering in _gatherings(corpus)}
    contexts = _contexts(corpus, language)
    return tuple(
        TextUnit(key, text, _catalogue(key, names), _context(key, contexts))
        for key, text in texts.items()
    )


def _gatherings(corpus: Corpus) -> tuple[Meeting | Session, ...]:
    return (*corpus.meetings, *corpus.sessions)


def _catalogue(key: str, names: Mapping[str, str]) -> str:
    first, second, *_ = key.split(".")
    if first == "topic":
        return TOPICS_CATALOGUE
    return names.get(f"{first}.{second}", EDITION_CATALOGUE)


def _context(key: str, contexts: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The context of the text, or of the nearest thing it belongs to."""
    above = key
    while above:
        if above in contexts:
            return contexts[above]
        above = above.rpartition(".")[0]
    return ()


def _contexts(corpus: Corpus, language: Language) -> dict[str, tuple[str, ...]]:
    headings = {topic.key: topic.heading for topic in corpus.topics}
    names = {body.key: body.name for body in corpus.bodies}
    contexts: dict[str, tuple[str, ...]] = {
        f"topic.{key}": ("heading of the thematic index",) for key in headings
    }
    contexts |= {
        former_key(f"topic.{topic.key}", former.document): (
            "heading of the thematic index",
            f"as printed in {former.document}",
        )
        for topic in corpus.topics
        for former in topic.former
    }
    for gathering in _gatherings(corpus):
        where = f"{names[gathering.body]}: {section_heading(gathering, language)}"
        contexts[gathering.key] = (where,)
        for record in gathering.records if isinstance(gathering, Session) else ():
            for annex in record.annexes:
                key = f"{record_key(gathering, record)}.{ANNEX_STEP}.{annex.number}"
                place = f"place: {record_name(record, language)}, {without_markup(annex.heading)}"
                contexts[key] = (where, place)
    for unit in corpus.units():
        lines = [*contexts[unit.gathering.key], f"place: {locator(unit)} ({unit.level})"]
        if unit.topics:
            named = (headings.get(topic, topic) for topic in unit.topics)
            lines.append("topics: " + "; ".join(named))
        contexts[unit.key] = tuple(lines)
    return contexts
