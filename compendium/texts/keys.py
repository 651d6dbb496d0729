"""Gives each translatable text its key, in the order of the catalogues; replaces texts by key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from compendium.model.bodies import Body
from compendium.model.corpus import Corpus
from compendium.model.editions import Edition, Part
from compendium.model.gatherings import Meeting, Session
from compendium.model.record_texts import REMARK, Role, record_texts, text_key
from compendium.model.topics import Topic
from compendium.model.units import records_of
from compendium.model.value import Value, Way, with_texts

# Gives the new text for a key, from the key and the present text.
Put = Callable[[str, str], str]

V = TypeVar("V", bound=Value)
G = TypeVar("G", Meeting, Session)
_HEAD = frozenset({Role.TITLE, Role.FORMULA})


def map_texts(corpus: Corpus, put: Put) -> Corpus:
    """The corpus with another text at every key.

    The walk goes in the order of the records, so that it lists the keys as well as it replaces
    the texts: bodies, gatherings, topics, editions. Of former words, those have keys that an
    edition prints.
    """
    printed = frozenset(edition.as_printed_in for edition in corpus.editions)
    return corpus.model_copy(
        update={
            "bodies": tuple(_body(body, put) for body in corpus.bodies),
            "meetings": tuple(_gathering(meeting, printed, put) for meeting in corpus.meetings),
            "sessions": tuple(_gathering(session, printed, put) for session in corpus.sessions),
            "topics": tuple(_topic(topic, printed, put) for topic in corpus.topics),
            "editions": tuple(_edition(edition, put) for edition in corpus.editions),
        }
    )


def former_key(key: str, document: str) -> str:
    """The key of the words of a published document, from that of the text that stands for them."""
    return f"{key}.former.{document}"


def edition_key(edition: Edition) -> str:
    """The key under which the words of an edition's frame stand."""
    return f"edition.{edition.key}"


def part_key(edition: str, part: Part) -> str:
    """The key of a part, from that of its edition."""
    return f"{edition}.part.{part.letter.lower()}"


def _body(body: Body, put: Put) -> Body:
    return _fields(body, f"body.{body.key}", put)


def _topic(topic: Topic, printed: frozenset[str | None], put: Put) -> Topic:
    key = f"topic.{topic.key}"
    update: dict[str, Any] = {"heading": put(key, topic.heading)}
    update["former"] = tuple(
        former.model_copy(update={"heading": put(former_key(key, former.document), former.heading)})
        if former.document in printed and former.heading
        else former
        for former in topic.former
    )
    if topic.restored is not None:
        remark = put(f"{key}.remark", topic.restored.remark)
        update["restored"] = topic.restored.model_copy(update={"remark": remark})
    return topic.model_copy(update=update)


def _edition(edition: Edition, put: Put) -> Edition:
    key = edition_key(edition)
    parts = tuple(_fields(part, part_key(key, part), put) for part in edition.parts)
    index = _fields(edition.index, f"{key}.index", put)
    update: dict[str, Any] = {"parts": parts, "index": index}
    if edition.new_since is not None:
        update["new_since"] = _fields(edition.new_since, f"{key}.new_since", put)
    if edition.masthead is not None:
        update["masthead"] = _fields(edition.masthead, f"{key}.masthead", put)
    return _fields(edition, key, put).model_copy(update=update)


def _fields(value: V, key: str, put: Put) -> V:
    """A value with its translatable fields replaced: `{key}.{field}`, members by their place."""
    update: dict[str, Any] = {}
    for name in type(value).model_fields:
        field = getattr(value, name)
        if name not in value.translatable or field is None:
            continue
        if isinstance(field, str):
            update[name] = put(f"{key}.{name}", field)
        elif isinstance(field, Mapping):
            update[name] = {step: put(f"{key}.{name}.{step}", text) for step, text in field.items()}
        else:
            members = enumerate(field, start=1)
            update[name] = tuple(put(f"{key}.{name}.{place}", text) for place, text in members)
    return value.model_copy(update=update)


def _gathering(gathering: G, printed: frozenset[str | None], put: Put) -> G:
    texts = {way: put(key, text) for key, way, text in _gathering_texts(gathering, printed)}
    return with_texts(gathering, texts)


def _gathering_texts(
    gathering: Meeting | Session, printed: frozenset[str | None]
) -> Iterator[tuple[str, Way, str]]:
    """Every text of a gathering with its key and the way to it, in the order of its catalogue."""
    if isinstance(gathering, Meeting):
        yield from _remarks(gathering, printed)
    for record, above in records_of(gathering):
        for text in record_texts(gathering, record):
            if text.role is Role.REMARK:
                continue
            yield text.key, (*above, *text.way), text.text
            if text.role is Role.TITLE and record is not None and record.formula is not None:
                continue  # its notes follow the formula, which counts them together with its own
            notes = record.notes if text.role in _HEAD and record is not None else text.notes
            for number, note in notes.items():
                way = (*above, *text.way[:-1], "notes", str(number))
                yield text.note_key(number), way, note
    # One text for all gatherings in a place: `place.vienna`.
    slug = re.sub(r"[^a-z0-9]+", "-", gathering.place.lower()).strip("-")
    yield f"place.{slug}", ("place",), gathering.place


def _remarks(meeting: Meeting, printed: frozenset[str | None]) -> Iterator[tuple[str, Way, str]]:
    key = text_key(meeting.key, REMARK)
    if meeting.remark is not None:
        yield key, ("remark",), meeting.remark
    for place, former in enumerate(meeting.former):
        if former.document in printed:
            way = ("former", str(place), "remark")
            yield former_key(key, former.document), way, former.remark
