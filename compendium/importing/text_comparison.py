"""Checks whether a text of a document can be that of the record: language, letters, facts."""

from __future__ import annotations

from collections.abc import Mapping

from compendium.documents.words import load_words
from compendium.importing.fact_likeness import FactLikeness, OtherFacts
from compendium.importing.foreign_texts import (
    is_copied,
    is_foreign,
    is_foreign_note,
    without_same_titles,
)
from compendium.importing.garbled_texts import garbled
from compendium.importing.lost_words import of_other_extent
from compendium.importing.unfinished_texts import unfinished
from compendium.importing.word_likeness import Pair, exchanged, of_other_words
from compendium.languages.language import Language
from compendium.languages.word_equivalents import load_equivalents
from compendium.model.record_texts import Steps


class TextComparison:
    """The comparison of texts in two languages.

    Args:
        source: the language of the record.
        target: the language of the document.
    """

    def __init__(self, source: Language, target: Language) -> None:
        self._source, self._target = source, target
        self._facts = FactLikeness(source, target)
        self._equivalents = load_equivalents(source, target)

    def is_foreign(self, text: str) -> bool:
        """Whether a text, or a part of it, is not in the language of its document."""
        return is_foreign(text, self._target, self._source.code)

    def is_copied(self, ours: str, theirs: str) -> bool:
        """Whether a text that is not a name consists of words of the record."""
        return is_copied(ours, theirs)

    def is_foreign_note(self, ours: str, theirs: str) -> bool:
        """Whether a note is not in the language of its document."""
        return is_foreign_note(ours, theirs, self._target)

    def garbled(self, text: str) -> str:
        """The garbled part of a text."""
        return garbled(text, self._target)

    def unfinished(self, ours: str, theirs: str) -> str:
        """The part of a text that is unfinished, or not read as it is shown."""
        return unfinished(ours, theirs)

    def facts(self, ours: str, theirs: str) -> OtherFacts:
        """The facts that a text states differently from the record."""
        return self._facts.compare(ours, theirs)

    def words(self, pairs: Mapping[Steps, Pair]) -> dict[Steps, str]:
        """The texts of a document that have other words than those of the record, more or fewer."""
        if self._equivalents is None:
            return {}
        return {
            **of_other_extent(pairs, self._equivalents),
            **of_other_words(pairs, self._equivalents),
            **exchanged(pairs, self._equivalents),
        }

    def words_of_notes(self, pairs: Mapping[Steps, Pair]) -> dict[Steps, str]:
        """The notes that have other words than those of the record, untranslated titles aside."""
        if self._equivalents is None:
            return {}
        bare = {steps: without_same_titles(*pair) for steps, pair in pairs.items()}
        return of_other_words(bare, self._equivalents) | exchanged(pairs, self._equivalents)

    def other_body(self, ours: str, theirs: str) -> str:
        """The difference, if an enacting formula names another body than that of the record."""
        named = load_words(self._source.code).body_in(ours)
        instead = load_words(self._target.code).body_in(theirs)
        differ = named and instead and named != instead
        return f"the record names the {named}, and it names the {instead}" if differ else ""
