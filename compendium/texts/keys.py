"""The one walk over all translatable texts, which gives each its key."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from compendium.model.annexes import ANNEX_STEP, Annex, AnnexLine
from compendium.model.bodies import Body
from compendium.model.corpus import Corpus
from compendium.model.editions import Edition, Part
from compendium.model.gatherings import Gathering, Meeting, Record, Session
from compendium.model.passages import Paragraph, Passage, PreambularParagraph, Subparagraph
from compendium.model.topics import Topic
from compendium.model.units import CLOSING_STEP, HEADING_STEP, own_steps, record_key
from compendium.model.value import Value

# Gives the text that is to stand at a key, from the key and the text that stands there.
Put = Callable[[str, str], str]

V = TypeVar("V", bound=Value)
P = TypeVar("P", bound=Passage)


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
            "meetings": tuple(_meeting(meeting, printed, put) for meeting in corpus.meetings),
            "sessions": tuple(_session(session, put) for session in corpus.sessions),
            "topics": tuple(_topic(topic, printed, put) for topic in corpus.topics),
            "editions": tuple(_edition(edition, put) for edition in corpus.editions),
        }
    )


def note_key(key: str, number: int) -> str:
    """The key of a note, from that of the text it belongs to: `wg4.1.2.note.1`."""
    return f"{key}.note.{number}"


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
        held = getattr(value, name)
        if name not in value.translatable or held is None:
            continue
        if isinstance(held, str):
            update[name] = put(f"{key}.{name}", held)
        elif isinstance(held, Mapping):
            update[name] = {step: put(f"{key}.{name}.{step}", text) for step, text in held.items()}
        else:
            members = enumerate(held, start=1)
            update[name] = tuple(put(f"{key}.{name}.{place}", text) for place, text in members)
    return value.model_copy(update=update)


def _meeting(meeting: Meeting, printed: frozenset[str | None], put: Put) -> Meeting:
    update: dict[str, Any] = {}
    key = f"{meeting.key}.remark"
    if meeting.remark is not None:
        update["remark"] = put(key, meeting.remark)
    update["former"] = tuple(
        former.model_copy(update={"remark": put(former_key(key, former.document), former.remark)})
        if former.document in printed
        else former
        for former in meeting.former
    )
    update["paragraphs"] = tuple(_passage(p, meeting.key, put) for p in meeting.paragraphs)
    return meeting.model_copy(update=update | _place(meeting, put))


def _session(session: Session, put: Put) -> Session:
    records = tuple(_record(record, record_key(session, record), put) for record in session.records)
    return session.model_copy(update={"records": records} | _place(session, put))


def _place(gathering: Gathering, put: Put) -> dict[str, str]:
    """The place, one text for all gatherings there: `place.vienna`."""
    slug = re.sub(r"[^a-z0-9]+", "-", gathering.place.lower()).strip("-")
    return {"place": put(f"place.{slug}", gathering.place)}


def _record(record: Record, key: str, put: Put) -> Record:
    formula = f"{key}.formula"
    return record.model_copy(
        update={
            "title": put(f"{key}.title", record.title),
            "formula": record.formula and put(formula, record.formula),
            "notes": _notes(record.notes, formula, put),
            "preamble": tuple(_passage(p, key, put) for p in record.preamble),
            "paragraphs": tuple(_passage(p, key, put) for p in record.paragraphs),
            "subparagraphs": tuple(_passage(p, key, put) for p in record.subparagraphs),
            "annexes": tuple(_annex(annex, key, put) for annex in record.annexes),
        }
    )


def _annex(annex: Annex, above: str, put: Put) -> Annex:
    key = f"{above}.{ANNEX_STEP}.{annex.number}"
    heading, notes = put(key, annex.heading), _notes(annex.notes, key, put)
    lines = tuple(
        _annex_line(line, f"{key}.{number}", put)
        for number, line in enumerate(annex.lines, start=1)
    )
    return annex.model_copy(update={"heading": heading, "notes": notes, "lines": lines})


def _annex_line(line: AnnexLine, key: str, put: Put) -> AnnexLine:
    return line.model_copy(
        update={"text": put(key, line.text), "notes": _notes(line.notes, key, put)}
    )


def _passage(passage: P, above: str, put: Put) -> P:
    _, steps, _ = own_steps(passage)
    key = ".".join((above, *steps))
    update: dict[str, Any] = {
        "text": put(key, passage.text),
        "notes": _notes(passage.notes, key, put),
    }
    if isinstance(passage, Paragraph):
        update["headings"] = tuple(
            put(f"{key}.{HEADING_STEP}.{number}", heading)
            for number, heading in enumerate(passage.headings, start=1)
        )
    if isinstance(passage, Paragraph | PreambularParagraph | Subparagraph) and passage.closing:
        update["closing"] = put(f"{key}.{CLOSING_STEP}", passage.closing)
    if isinstance(passage, Paragraph | PreambularParagraph):
        update["subparagraphs"] = tuple(_passage(s, key, put) for s in passage.subparagraphs)
    if isinstance(passage, Subparagraph):
        update["items"] = tuple(_passage(item, key, put) for item in passage.items)
    return passage.model_copy(update=update)


def _notes(notes: Mapping[int, str], key: str, put: Put) -> dict[int, str]:
    return {number: put(note_key(key, number), text) for number, text in notes.items()}
