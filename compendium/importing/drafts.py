"""Makes drafts: turns the texts read from a document into a meeting or a session of the model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest
from typing import Any, TypeVar

from pydantic import ValidationError

from compendium.documents.content import DocumentContent
from compendium.documents.original import Original
from compendium.documents.printed import STRAY, PrintedRecord, PrintedText, counted_from
from compendium.errors import InputError
from compendium.model.annexes import ANNEX_STEP
from compendium.model.bodies import Body, GatheringKind
from compendium.model.gatherings import Citation, Meeting, Record, RecordKind, Session
from compendium.model.markup import without_emphasis
from compendium.model.record_numbers import segment_of
from compendium.model.record_texts import FORMULA, REMARK, TITLE
from compendium.model.symbols import parts_of
from compendium.model.units import (
    CLOSING_STEP,
    HEADING_STEP,
    PREAMBULAR_STEP,
    is_item,
    unit_steps,
)
from compendium.model.value import Value

_OUTSIDE = frozenset({TITLE, FORMULA, REMARK, STRAY})

Steps = tuple[str, ...]
V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The facts about the gathering of a draft, from the document and from the editor."""

    body: Body
    ordinal: int
    dates: tuple[date, date]
    place: str
    symbol: str


def draft_of(
    gathered: Gathered, adopted: DocumentContent, kind: RecordKind | None, cited_by: Citation | None
) -> Meeting | Session:
    """The draft of a gathering, in the form that is usual for its body.

    Args:
        gathered: the known facts about it.
        adopted: the texts read.
        kind: the kind of records that the document names, if its records do not state it.
        cited_by: the unit that the index counts, if an editor gives it.

    Raises:
        InputError: if no texts of that form were read, or they cannot be recorded.
    """
    in_sessions = gathered.body.gathers_in is GatheringKind.SESSION
    if not (adopted.records if in_sessions else adopted.recommendations):
        raise InputError(
            f"{adopted.original.file}: nothing in it is such as the {gathered.body.name} adopts",
            remedy="check which document it is; a body that gathers in sessions adopts records",
        )
    if in_sessions:
        return draft_session(gathered, adopted, kind)
    return draft_meeting(gathered, adopted, cited_by or adopted.cited_by)


def draft_meeting(gathered: Gathered, adopted: DocumentContent, cited_by: Citation) -> Meeting:
    """A meeting with its recommendations, counted from one beside the report's own numbers.

    Raises:
        InputError: if the texts read are not those of a meeting.
    """
    paragraphs = _passages(adopted.recommendations, ())
    for number, paragraph in enumerate(paragraphs, start=1):
        paragraph["report"], paragraph["number"] = paragraph["number"], number
    report = _report(gathered, cited_by)
    offsets = {paragraph["report"] - paragraph["number"] for paragraph in paragraphs}
    if cited_by is Citation.PARAGRAPHS and len(offsets) == 1:
        report["offset"] = offsets.pop()
    fields = {**_frame(gathered), "report": report, "paragraphs": paragraphs}
    return _valid(Meeting, fields, adopted.original, "the meeting")


def draft_session(gathered: Gathered, adopted: DocumentContent, kind: RecordKind | None) -> Session:
    """A session with its records.

    If the document is one resolution, or the parts of one, its symbols become those of the records,
    and the session has no report.

    Raises:
        InputError: if the texts read are not those of a session.
    """
    records = adopted.records
    symbols = parts_of(gathered.symbol)
    own = len(symbols) == len(records) and all(
        symbol.endswith(f"/{record.number}")
        for symbol, record in zip(symbols, records, strict=True)
    )
    segments = gathered.body.segments or len(records) > 1
    drafts = []
    for record, symbol in zip_longest(records, symbols if own else ()):
        fields = _record(record, kind, symbol, segments=segments)
        name = f"{fields['kind']} {fields['number']}"
        drafts.append(_valid(Record, fields, adopted.original, name, record.line))
    report = {} if own else {"report": _report(gathered, Citation.PARAGRAPHS)}
    fields = {**_frame(gathered), **report, "records": drafts}
    return _valid(Session, fields, adopted.original, "the session")


def _valid(
    model: type[V], fields: Mapping[str, Any], original: Original, name: str, line: int = 0
) -> V:
    """The value with these fields.

    Raises:
        InputError: if they are not valid; the message names the line of the document, and the
            first fault.
    """
    try:
        return model.model_validate(fields)
    except ValidationError as fault:
        first = fault.errors(include_url=False)[0]
        where = ".".join(map(str, first["loc"]))
        said = first["msg"].removeprefix("Value error, ")
        if first["type"] == "string_pattern_mismatch":
            said = f"{first['input']!r} has not the form that it has in a record"
        raise InputError(
            f"{original.place(line)}: what was read as {name} cannot be recorded: "
            f"{f'{where}: ' if where else ''}{said}",
            remedy="see docs/editors.md for what a record holds; mend the document, or write the "
            "record by hand",
        ) from None


def _frame(gathered: Gathered) -> dict[str, Any]:
    first, last = gathered.dates
    return {
        "body": gathered.body.key,
        "ordinal": gathered.ordinal,
        "dates": {"first": first, "last": last},
        "place": gathered.place,
    }


def _report(gathered: Gathered, cited_by: Citation) -> dict[str, Any]:
    return {"symbol": gathered.symbol, "cited_by": cited_by}


def _record(
    printed: PrintedRecord, kind: RecordKind | None, symbol: str | None, *, segments: bool
) -> dict[str, Any]:
    """The fields of a record; segments distinguish it from the others of its session."""
    by_steps = {text.steps: text for text in printed.texts}
    title, formula = by_steps.get(TITLE), by_steps.get(FORMULA)
    heads, notes = _numbered_on([text for text in (title, formula) if text])
    texts = [text for text in printed.texts if text.steps not in _OUTSIDE]
    return {
        "kind": printed.kind or kind or RecordKind.RESOLUTION,
        "number": printed.number,
        "segment": segment_of(printed.number) if segments else None,
        "symbol": symbol,
        "title": without_emphasis(heads[0]) if title else "",
        "formula": without_emphasis(heads[-1]) if formula else None,
        "notes": notes,
        "preamble": _passages(texts, (PREAMBULAR_STEP,)),
        "paragraphs": [passage for passage in _passages(texts, ()) if "number" in passage],
        "subparagraphs": [passage for passage in _passages(texts, ()) if "letter" in passage],
        "annexes": list(_annexes(texts)),
    }


def _annexes(texts: Iterable[PrintedText]) -> Iterator[dict[str, Any]]:
    """The annexes among the texts of a record, each heading with the lines after it."""
    annex: dict[str, Any] = {}
    for text in texts:
        match text.steps:
            case (step, number) if step == ANNEX_STEP:
                annex = {"number": int(number), "lines": [], **_content(text)}
                annex["heading"] = annex.pop("text")
                yield annex
            case (step, _, _) if step == ANNEX_STEP:
                annex["lines"].append({"heading": text.heading, **_content(text)})


def _numbered_on(texts: Iterable[PrintedText]) -> tuple[list[str], dict[int, str]]:
    """Texts that share their notes, with marks counted from one text to the next."""
    written: list[str] = []
    notes: dict[int, str] = {}
    for text in texts:
        written.append(counted_from(text.text, len(notes)))
        notes |= dict(enumerate(text.notes, start=len(notes) + 1))
    return written, notes


def _passages(texts: Sequence[PrintedText], above: Steps) -> list[dict[str, Any]]:
    """The passages directly below some steps, each with the passages below it."""
    return [
        {
            **_marked(text.steps),
            **_content(text),
            **_framed(own, text),
            **_below(own, text.steps),
        }
        for text, own in _with_their_own(texts, above)
    ]


def _with_their_own(
    texts: Sequence[PrintedText], above: Steps
) -> list[tuple[PrintedText, list[PrintedText]]]:
    """The texts directly below some steps, each with the texts that belong to it.

    If a number appears twice, the texts after the second belong to the second, and headings belong
    to the texts after them.
    """
    depth = len(above) + 1
    groups: list[tuple[PrintedText, list[PrintedText]]] = []
    latest: dict[Steps, list[PrintedText]] = {}
    before: dict[Steps, list[PrintedText]] = defaultdict(list)
    for text in texts:
        head, rest = text.steps[:depth], text.steps[depth:]
        if len(head) < depth or head[:-1] != above:
            continue
        if rest:
            is_before = head not in latest or rest[0] == HEADING_STEP
            (before if is_before else latest)[head].append(text)
        elif head not in _OUTSIDE and unit_steps(head) == head:
            latest[head] = before.pop(head, [])
            groups.append((text, latest[head]))
    for head, own in latest.items():
        own.extend(before.pop(head, []))
    return groups


def _below(texts: Sequence[PrintedText], steps: Steps) -> Mapping[str, Any]:
    below = _passages(texts, steps)
    if not below:
        return {}
    return {"items" if is_item((*steps, "i")) else "subparagraphs": below}


def _framed(texts: Sequence[PrintedText], of: PrintedText) -> Mapping[str, Any]:
    """The headings before a passage, and the words after its list."""
    heading, closing = (*of.steps, HEADING_STEP), (*of.steps, CLOSING_STEP)
    headings = [text.text for text in texts if text.steps[:-1] == heading]
    after = [text.text for text in texts if text.steps == closing]
    return {
        **({"headings": headings} if headings else {}),
        **({"closing": after[0]} if after else {}),
    }


def _marked(steps: Steps) -> dict[str, Any]:
    """The mark of a passage, in the field for its kind: an item is below a letter."""
    own = steps[1:] if steps[0] == PREAMBULAR_STEP else steps
    if len(own) == 1 and own[0].isdigit():
        return {"number": int(own[0])}
    return {"item" if is_item(steps) else "letter": steps[-1]}


def _content(text: PrintedText) -> dict[str, Any]:
    notes = {number: note for number, note in enumerate(text.notes, start=1) if note}
    return {"text": text.text, "notes": notes}
