"""Compares a draft with the gathering that is already recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from compendium.comparing.differences import Difference
from compendium.comparing.paired_texts import text_pairs
from compendium.comparing.recorded_texts import RecordedText, recorded_texts
from compendium.documents.printed import PrintedText
from compendium.model.errata import Column
from compendium.model.gatherings import Meeting, Session
from compendium.model.units import record_key

Gathering = Meeting | Session


def differences_between(draft: Gathering, existing: Gathering) -> Iterator[Difference]:
    """How a draft differs from the gathering as recorded, in the records that both have."""
    for field_name in ("dates", "place", "report"):
        theirs, ours = _said(draft, field_name), _said(existing, field_name)
        if theirs and theirs != ours:
            yield Difference("", f"{existing.key}#{field_name}", Column.TEXT, theirs, ours)
    for key, theirs_texts, ours_texts in _pairs(draft, existing):
        for place, printed, own in text_pairs(key, theirs_texts, ours_texts):
            yield Difference("", place, Column.TEXT, printed, own)


def compared_texts(draft: Gathering, existing: Gathering) -> int:
    """The number of recorded texts that a draft is compared with."""
    return sum(len(ours) for _, _, ours in _pairs(draft, existing))


def _said(gathering: Gathering, name: str) -> str:
    match name:
        case "dates":
            return f"{gathering.dates.first} to {gathering.dates.last}"
        case "place":
            return gathering.place
        case _:
            report = gathering.report
            return f"{report.symbol}, cited by {report.cited_by}" if report else ""


def _pairs(
    draft: Gathering, existing: Gathering
) -> Iterator[tuple[str, list[PrintedText], list[RecordedText]]]:
    """The texts of the draft beside those recorded, record by record."""
    if isinstance(draft, Meeting) and isinstance(existing, Meeting):
        yield (
            existing.key,
            _printed(recorded_texts(draft, None, as_reported=True)),
            [
                text
                for text in recorded_texts(existing, None, as_reported=True)
                if not text.steps[0].startswith("#")
            ],
        )
    elif isinstance(draft, Session) and isinstance(existing, Session):
        recorded = {record.called: record for record in existing.records}
        for record in draft.records:
            if record.called in recorded:
                yield (
                    record_key(existing, recorded[record.called]),
                    _printed(recorded_texts(draft, record, as_reported=False)),
                    recorded_texts(existing, recorded[record.called], as_reported=False),
                )


def _printed(texts: Sequence[RecordedText]) -> list[PrintedText]:
    return [PrintedText(text.steps, text.text, text.notes) for text in texts]
