"""The comparison of the records with an earlier version of them."""

from __future__ import annotations

from dataclasses import dataclass

from compendium.changes.arrivals import arrivals, gatherings_of
from compendium.changes.change import Changes, Departure, ErratumChange
from compendium.changes.changed_errata import errata_changes
from compendium.changes.changed_texts import fact_changes, pairs_of, text_changes
from compendium.changes.changed_topics import assignment_changes, topic_changes
from compendium.languages.forms import section_heading
from compendium.languages.language import Language
from compendium.model.corpus import Corpus
from compendium.model.errata import Erratum
from compendium.model.published import Published


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The records at one time, under a name; `errata` is None where they are not known.

    `only_gatherings` says that it was cut from the present records: which gatherings there were
    is known, how they read is not.
    """

    name: str
    corpus: Corpus
    errata: tuple[Erratum, ...] | None = None
    documents: tuple[Published, ...] = ()
    only_gatherings: bool = False


def compare(before: Snapshot, after: Snapshot, language: Language) -> Changes:
    """Everything that differs between two states of the records, as far as both are known.

    Args:
        before: the earlier state.
        after: the later one.
        language: that of the records, for headings and ranges.
    """
    arrived = tuple(arrivals(before.corpus, after.corpus, language))
    if before.only_gatherings:
        return Changes(since=before.name, arrivals=arrived)
    pairs = pairs_of(before.corpus, after.corpus)
    kept = {gathering.key for gathering in gatherings_of(after.corpus)}
    return Changes(
        since=before.name,
        arrivals=arrived,
        departures=tuple(
            Departure(key=gathering.key, heading=section_heading(gathering, language))
            for gathering in gatherings_of(before.corpus)
            if gathering.key not in kept
        ),
        texts=tuple(change for pair in pairs for change in text_changes(pair)),
        facts=tuple(change for pair in pairs for change in fact_changes(pair)),
        topics=tuple(topic_changes(before.corpus.topics, after.corpus.topics)),
        assignments=tuple(change for pair in pairs for change in assignment_changes(pair)),
        errata=_errata(before, after),
    )


def _errata(before: Snapshot, after: Snapshot) -> tuple[ErratumChange, ...] | None:
    """The changes of the errata; None if those of one state are not known."""
    if before.errata is None or after.errata is None:
        return None
    titles = {document.key: document.symbol or document.title for document in after.documents}
    return tuple(errata_changes(before.errata, after.errata, titles))
