"""The adopted texts as read: the recommendations of a report, or resolutions and decisions."""

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
    """The content read: recommendations and how they are cited, or records.

    `original` contains the lines that the texts refer to by number. `unnumbered` are the records
    whose operative paragraphs have no number. `annexes` are the annexes that are left out.
    `left_out` are the lines among the texts that were taken for a heading or an introduction.
    `doubted` are the doubts that the structure of the document leaves. `left` records where each
    line went that is not part of a text.
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
        """Whether there is any adopted text with a number."""
        return bool(self.records) or any(text.steps != STRAY for text in self.recommendations)
