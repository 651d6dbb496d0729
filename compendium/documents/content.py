"""What was adopted, as read: the recommendations of a report, or resolutions and decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from compendium.documents.account import Account, Fate, account_of
from compendium.documents.blocks import Block
from compendium.documents.document_annexes import LeftAnnex
from compendium.documents.doubted import Doubted
from compendium.documents.original import Original
from compendium.documents.printed import STRAY, PrintedRecord, PrintedText
from compendium.model.gatherings import Citation


@dataclass(frozen=True, slots=True)
class DocumentContent:
    """What was read: recommendations and how they are cited, or records.

    `original` are the lines that the texts count; `unnumbered` are the records whose operative
    paragraphs bear no number; `annexes` those that are left out; `left_out` what stands among the
    texts and was taken for a heading or an introduction; `doubted` what the structure of the
    document does not say; `left` where each line went that is part of no text.
    """

    original: Original
    recommendations: tuple[PrintedText, ...] = ()
    cited_by: Citation = Citation.PARAGRAPHS
    records: tuple[PrintedRecord, ...] = ()
    unnumbered: tuple[PrintedRecord, ...] = ()
    annexes: tuple[LeftAnnex, ...] = ()
    left_out: tuple[Block, ...] = ()
    doubted: tuple[Doubted, ...] = ()
    left: Mapping[int, Fate] = field(default_factory=dict)

    @property
    def account(self) -> Account:
        """Where each line of the document went."""
        records = [record.texts for record in self.records]
        return account_of(self.original, records or [self.recommendations], self.left)

    @property
    def holds_something(self) -> bool:
        """Whether anything was adopted that a number leads to."""
        return bool(self.records) or any(text.steps != STRAY for text in self.recommendations)
