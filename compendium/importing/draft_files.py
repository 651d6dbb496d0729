"""The file of one gathering in a run of imports: its records, and those that drafts add."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from compendium.comparing.differences import Difference
from compendium.errors import InputError
from compendium.files import read_text
from compendium.importing.existing import compared_texts, differences_between
from compendium.importing.record_files import record_file, with_record
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.record_numbers import segment_of
from compendium.model.units import record_key
from compendium.proof import encoded, proven
from compendium.reading.one_file import read_content

Gathering = Meeting | Session


@dataclass(frozen=True, slots=True)
class Outcome:
    """The keys that a draft adds to its file, and the differences from the recorded texts.

    `explained` are the differences that the errata explain; `compared` is the number of texts
    compared.
    """

    path: Path
    differences: tuple[Difference, ...] = ()
    explained: tuple[Difference, ...] = ()
    compared: int = 0
    added: tuple[str, ...] = field(default=())


class GatheringFile:
    """The file of a gathering, and the gathering as it will be recorded there.

    Args:
        path: the file, which need not exist yet.
        existing: the gathering as recorded, if there is one.
    """

    def __init__(self, path: Path, existing: Gathering | None) -> None:
        self.path = path
        self.gathering = existing
        self.is_new = existing is None
        self.is_changed = False
        self._text = ""

    def take(self, draft: Gathering, errata: Sequence[Difference], remark: str = "") -> Outcome:
        """Compare a draft with the recorded texts, and add new records; nothing else changes.

        Args:
            draft: the texts read.
            errata: the differences that the errata explain in this document.
            remark: a comment for new records in the file.

        Raises:
            InputError: if a record would have the key of another.
            OutputError: if the new records would not read back as the texts of the document.
        """
        if self.gathering is None:
            if isinstance(draft, Session):
                _refuse_one_key(draft, draft.records, self.path)
            text = record_file(draft, remark)
            self._proven(text, draft)
            self._change(text, draft)
            return Outcome(self.path, added=(draft.key,))
        existing = self.gathering
        differences = list(differences_between(draft, existing))
        new = _new_records(draft, existing)
        if isinstance(existing, Session):
            _refuse_one_key(existing, (*existing.records, *new), self.path)
            self._add(new, existing, remark)
        return Outcome(
            self.path,
            tuple(difference for difference in differences if difference not in errata),
            tuple(difference for difference in differences if difference in errata),
            compared_texts(draft, existing),
            tuple(record_key(draft, record) for record in new),
        )

    def _add(self, new: Sequence[Record], existing: Session, remark: str) -> None:
        if not new:
            return
        text = self._text or read_text(self.path)
        for record in new:
            alone = existing.model_copy(update={"records": (record,)})
            self._proven(record_file(alone), alone)
            text = with_record(text, record, remark)
        self._change(text, existing.model_copy(update={"records": (*existing.records, *new)}))

    def _change(self, text: str, gathering: Gathering) -> None:
        self._text, self.gathering, self.is_changed = text, gathering, True

    @property
    def content(self) -> bytes:
        """The new content of a file that was changed.

        Raises:
            OutputError: if it would not read back as the texts of the documents, or a record
                cannot be added to the present file.
        """
        assert self.gathering is not None
        remedy = "move `records:` to the end of the file, without indenting it otherwise"
        return self._proven(self._text, self.gathering, "" if self.is_new else remedy)

    def _proven(self, text: str, meant: Gathering, remedy: str = "") -> bytes:
        def read(content: bytes) -> Gathering:
            return read_content(content, str(self.path), type(meant))

        return proven(self.path, encoded(self.path, text), read, meant, remedy)


def _new_records(draft: Gathering, existing: Gathering) -> list[Record]:
    if not isinstance(draft, Session) or not isinstance(existing, Session):
        return []
    known = {record.called for record in existing.records}
    new = [record for record in draft.records if record.called not in known]
    # Beside other records a record needs a segment, whatever its body declares.
    return [
        record.model_copy(update={"segment": record.segment or segment_of(record.number)})
        for record in new
    ]


def _refuse_one_key(session: Session, records: Sequence[Record], path: Path) -> None:
    """Refuse two records with the same key; keys never change, so only an editor can choose."""
    first: dict[str, Record] = {}
    for record in records:
        if record.segment is None and len(records) > 1:
            raise InputError(
                f"{path}: {record.kind} {record.number} was recorded as the only one of its "
                "session, and another follows",
                remedy=f'write `segment: "{segment_of(record.number)}"` below its number, which '
                "tells it from the others in keys, and `segments: true` at the body in bodies.yaml "
                "for its next sessions; then import again",
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
