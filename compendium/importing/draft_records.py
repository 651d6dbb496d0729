"""Takes a document in the language of the records: a draft, or differences from the record."""

from __future__ import annotations

from dataclasses import dataclass

from compendium.findings import Finding, Severity
from compendium.importing.asking import Ask
from compendium.importing.doubts import remark_on
from compendium.importing.draft_files import GatheringFile, Outcome
from compendium.importing.drafts import draft_of
from compendium.importing.identity import EditorInput, gathered
from compendium.importing.known_sources import Sources
from compendium.importing.received import Received
from compendium.languages.forms import kinds_by_name
from compendium.languages.language import load_language
from compendium.model.gatherings import Meeting, Session
from compendium.model.record_texts import Role, texts_of
from compendium.model.units import units_of
from compendium.reporting import count


@dataclass(frozen=True, slots=True)
class Recorded:
    """The outcome for a document: its file, its additions or differences, every doubt."""

    draft: Meeting | Session
    file: GatheringFile
    outcome: Outcome
    findings: tuple[Finding, ...]

    @property
    def units(self) -> int:
        """How many texts were read."""
        return len(list(units_of(self.draft)))

    @property
    def annexes(self) -> int:
        """How many annexes were read."""
        return sum(text.role is Role.ANNEX for text in texts_of(self.draft))

    @property
    def failed(self) -> bool:
        """Whether the document differs from the record, or some of its content is lost."""
        return bool(self.outcome.differences or count(self.findings, Severity.ERROR))


def take_record(
    received: Received, editor_input: EditorInput, sources: Sources, ask: Ask
) -> Recorded:
    """Take a document into the file of its gathering; this does not write the file.

    Raises:
        InputError: if it does not identify its gathering, nothing of it can be recorded, or a
            record would have the key of another.
    """
    known = sources.known
    received.refuse_empty(known)
    original, facts = received.adopted.original, received.facts
    gathering, findings = gathered(facts, editor_input, known, original, ask)
    kind = kinds_by_name(load_language(sources.language)).get(facts.kind or "")
    draft = draft_of(gathering, received.adopted, kind, editor_input.cited_by)
    every = (*findings, *received.doubts)
    file, outcome = sources.take(draft, gathering.symbol, remark_on(every))
    return Recorded(draft, file, outcome, every)


def nobody(*_question: object) -> None:
    """Answer no question, so that facts that are not found are missing."""
