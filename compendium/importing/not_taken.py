"""Findings about texts of a document that are not taken as official, each with its reason."""

from __future__ import annotations

from compendium.documents.original import Original
from compendium.documents.printed import PrintedText
from compendium.documents.word_comparison import opening
from compendium.findings import Finding
from compendium.importing.annex_alignment import Different
from compendium.importing.slots import Slot
from compendium.model.record_texts import Steps


class NotTaken:
    """The findings about the texts of one document.

    Args:
        original: the document.
    """

    def __init__(self, original: Original) -> None:
        self._original = original

    def preamble(self, key: str, theirs: int, ours: int, line: int) -> Finding:
        """The preambles differ in length."""
        return self._finding(
            "I011",
            line,
            f"{key}: {theirs} preambular paragraphs, the record has {ours}; none of them is taken",
            "find the one that is divided or lost, and translate the preamble by hand or mend the "
            "file",
        )

    def untranslated(self, slot: Slot, text: PrintedText) -> Finding:
        """A text is that of the record itself, or in another language than its document."""
        return self._finding(
            "I038",
            text.line,
            f"{slot.key}: the text is that of the record, or in another language; it is not taken",
            "see whether this paragraph of the document is in its language",
        )

    def homeless(self, text: PrintedText) -> Finding:
        """The record has no place for a text, or the document has several texts for one place."""
        return self._finding(
            "I010",
            text.line,
            f"no one place in the record for {' '.join(text.steps)}: {opening(text.text)}",
            "compare numbers and marks with the record; nothing was taken for it",
        )

    def missing(self, slot: Slot) -> Finding:
        """The document has no text for a place."""
        return self._finding(
            "I009",
            0,
            f"{slot.key} has no text in the document: {opening(slot.text)}",
            "compare the document with the record; the text is left as it was",
        )

    def holds_another(self, slot: Slot, line: int) -> Finding:
        """A text contains the mark of a missing text."""
        return self._finding(
            "I014",
            line,
            f"{slot.key}: within the text stands the mark of one that is missing; it is not taken",
            "see where the next paragraph begins in the document, and take the texts by hand",
        )

    def notes_differ(self, slot: Slot, text: PrintedText) -> Finding:
        """A text has other notes than the text of the record."""
        return self._finding(
            "I012",
            text.line,
            f"{slot.key}: {len([note for note in text.notes if note])} notes, the record has "
            f"{len(slot.marks)}; the text is not taken",
            "compare the notes with the record, and take the text by hand",
        )

    def doubtful(self, key: str, line: int) -> Finding:
        """The extent or the content of a text or note is in doubt."""
        return self._finding(
            "I041",
            line,
            f"{key}: another finding leaves in doubt what this text is; it is not taken",
            "compare the text with the document, and take it by hand",
        )

    def beside_gap(self, slot: Slot, line: int, steps: Steps) -> Finding:
        """A text is beside a text that is missing, or that has no place."""
        return self._finding(
            "I042",
            line,
            f"{slot.key}: it stands beside {' '.join(steps)}, which only one of document and "
            "record has, and may hold words of it or lack some; it is not taken",
            "compare the text with the document, and take it by hand",
        )

    def annex(self, key: str, above: Steps, different: Different) -> Finding:
        """An annex has other lines than the annex of the record."""
        return self._finding(
            "I043",
            different.line,
            f"{'.'.join((key, *above))}: {different.what}; none of its lines is taken",
            "compare the annex with the record line by line, and take its texts by hand",
        )

    def unlike(self, key: str, line: int, what: str) -> Finding:
        """The length or the facts of a text or note differ from those of the record."""
        return self._finding(
            "I048",
            line,
            f"{key}: {what}; it is not taken",
            "see whether words of another text stand in it, or some are missing; if it is right, "
            "take it by hand",
        )

    def garbled(self, key: str, line: int, what: str) -> Finding:
        """A text or note has letters that its language does not write."""
        return self._finding(
            "I050",
            line,
            f"{key}: {what}; it is not taken",
            "mend it in a copy of the document and import that, or take it by hand",
        )

    def foreign_note(self, key: str, line: int) -> Finding:
        """A note is that of the record itself, or in another language."""
        return self._finding(
            "I038",
            line,
            f"{key}: the note is that of the record, or in another language; it is not taken",
            "see whether this note of the document is in its language",
        )

    def fact_of_one(self, key: str, line: int, what: str) -> Finding:
        """A text that is taken states less than the text of the record, or more."""
        return self._original.finding(
            "I049",
            line,
            f"{key}: {what}; it is taken",
            "check whether the text words it differently or has lost it",
        )

    def _finding(self, code: str, line: int, message: str, remedy: str) -> Finding:
        return self._original.finding(code, line, message, remedy, error=True)
