"""The comparison of the records with an earlier state of them."""

from __future__ import annotations

from dataclasses import dataclass

from compendium.changes.arrivals import arrivals, gatherings_of
from compendium.changes.change import Changes
from compendium.changes.errata import errata_changes
from compendium.changes.texts import fact_changes, pairs_of, text_changes
from compendium.changes.topics import assignment_changes, topic_changes
from compendium.languages.forms import section_heading
from compendium.languages.language import Language
from compendium.model.corpus import Corpus
from compendium.model.errata import Erratum


@dataclass(frozen=True, slots=True)
class State:
    """The records at one time, under a name; `errata` is None where they are not known."""

    name: str
    corpus: Corpus
    errata: tuple[Erratum, ...] | None = None


def compare(before: State, after: State, language: Language) -> Changes:
    """Everything that differs between two states of the records.

    Args:
        before: the earlier state.
        after: the later one.
        language: that of the records, for headings and ranges.
    """
    pairs = pairs_of(before.corpus, after.corpus)
    kept = {one.key for one in gatherings_of(after.corpus)}
    errata = None
    if before.errata is not None and after.errata is not None:
        errata = tuple(errata_changes(before.errata, after.errata))
    return Changes(
        since=before.name,
        arrivals=tuple(arrivals(before.corpus, after.corpus, language)),
        departures=tuple(
            section_heading(one, language)
            for one in gatherings_of(before.corpus)
            if one.key not in kept
        ),
        texts=tuple(change for pair in pairs for change in text_changes(pair)),
        facts=tuple(change for pair in pairs for change in fact_changes(pair)),
        topics=tuple(topic_changes(before.corpus.topics, after.corpus.topics)),
        assignments=tuple(change for pair in pairs for change in assignment_changes(pair)),
        errata=errata,
    )
