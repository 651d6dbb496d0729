"""What an import would do to the sources: a new file, one more record, or only differences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from compendium.comparing.differences import Difference
from compendium.comparing.recorded import RecordedText, recorded_texts
from compendium.comparing.texts import text_pairs
from compendium.documents.printed import PrintedText
from compendium.errors import InputError
from compendium.files import read_text
from compendium.importing.record_files import record_file, with_record
from compendium.model.errata import Column
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.record_numbers import segment_of
from compendium.model.units import record_key
from compendium.proof import encoded, proven
from compendium.reading.one_file import read_content

Gathering = Meeting | Session


@dataclass(frozen=True, slots=True)
class Outcome:
    """The file and its new content (None where nothing is to be written), and the differences.

    `explained` are those that the errata know; `compared` is how many texts were compared.
    """

    path: Path
    content: bytes | None
    differences: tuple[Difference, ...] = ()
    explained: tuple[Difference, ...] = ()
    compared: int = 0
    added: tuple[str, ...] = field(default=())


def plan(
    draft: Gathering,
    existing: Gathering | None,
    path: Path,
    errata: Sequence[Difference],
    remark: str = "",
) -> Outcome:
    """Compare a draft with what is recorded; nothing recorded is ever changed.

    Args:
        draft: what was read.
        existing: the gathering as recorded, if it is.
        path: its file, there or to be.
        errata: the differences that the errata explain in this document.
        remark: a comment for what is new in the file.

    Raises:
        InputError: if a record would have the key of another.
        OutputError: if the new content would not read as what was read from the document, or a
            record cannot be added to the file as it stands.
    """
    if existing is None:
        if isinstance(draft, Session):
            _refuse_one_key(draft, draft.records, path)
        return Outcome(path, _new_file(path, draft, remark), added=(draft.key,))
    differences = list(_differences(draft, existing))
    known = [one for one in differences if one in errata]
    left = tuple(one for one in differences if one not in errata)
    new = _new_records(draft, existing)
    if isinstance(existing, Session):
        _refuse_one_key(existing, (*existing.records, *new), path)
    content = _with_records(path, existing, new, remark) if new else None
    keys = tuple(record_key(draft, record) for record in new)
    count = sum(len(ours) for _, _, ours in _pairs(draft, existing))
    return Outcome(path, content, left, tuple(known), count, keys)


def _new_records(draft: Gathering, existing: Gathering) -> list[Record]:
    if not isinstance(draft, Session) or not isinstance(existing, Session):
        return []
    known = {record.called for record in existing.records}
    new = [record for record in draft.records if record.called not in known]
    # Beside others a record needs a segment, whatever its body says.
    return [
        record.model_copy(update={"segment": record.segment or segment_of(record.number)})
        for record in new
    ]


def _refuse_one_key(session: Session, records: Sequence[Record], path: Path) -> None:
    """Refuse two records with one key: keys never change, so nobody can choose but an editor."""
    first: dict[str, Record] = {}
    for record in records:
        if record.segment is None and len(records) > 1:
            raise InputError(
                f"{path}: {record.kind} {record.number} has no segment, and would not be alone",
                remedy="add `segment:` with a number in quotes to it, which its keys will hold, "
                "and import the document again",
            )
        key = record_key(session, record)
        other = first.setdefault(key, record)
        if other is not record:
            raise InputError(
                f"{path}: {other.kind} {other.number} and {record.kind} {record.number} would both "
                f"have the key {key}",
                remedy="import the document without one of them, give that which is recorded then "
                "another `segment:` (a number in quotes), and import the whole document",
            )


def _differences(draft: Gathering, existing: Gathering) -> Iterator[Difference]:
    for field_name in ("dates", "place", "report"):
        theirs, ours = _said(draft, field_name), _said(existing, field_name)
        if theirs and theirs != ours:
            yield Difference("", f"{existing.key}#{field_name}", Column.TEXT, theirs, ours)
    for key, theirs_texts, ours_texts in _pairs(draft, existing):
        for place, printed, own in text_pairs(key, theirs_texts, ours_texts):
            yield Difference("", place, Column.TEXT, printed, own)


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


def _new_file(path: Path, draft: Gathering, remark: str) -> bytes:
    return _proven(path, record_file(draft, remark), draft)


def _with_records(path: Path, existing: Gathering, new: Sequence[Record], remark: str) -> bytes:
    """The file with more records at its end."""
    text = read_text(path)
    for record in new:
        text = with_record(text, record, remark)
    assert isinstance(existing, Session)
    meant = existing.model_copy(update={"records": (*existing.records, *new)})
    remedy = "move `records:` to the end of the file, without indenting it otherwise"
    return _proven(path, text, meant, remedy)


def _proven(path: Path, text: str, meant: Gathering, remedy: str = "") -> bytes:
    def read(content: bytes) -> Gathering:
        return read_content(content, str(path), type(meant))

    return proven(path, encoded(path, text), read, meant, remedy)
