"""Composes the revisions on the page of changes: texts, topics, assignments, errata."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from compendium.changes.arrivals import Gathering
from compendium.changes.change import Changes, Kind
from compendium.composing.index import compose_part_label, compose_runs, compose_topic_link
from compendium.composing.inlines import (
    EditionContext,
    compose_frame,
    compose_source,
    compose_text,
    direction,
)
from compendium.composing.pandoc_ast import (
    Blocks,
    Inlines,
    attributes,
    bullet_list,
    div,
    link,
    para,
    plain,
    span,
    string,
)
from compendium.indexing.locators import locator_run
from compendium.indexing.runs import Siblings
from compendium.languages.forms import section_heading, separators
from compendium.model.editions import Content, Edition
from compendium.model.gatherings import Session
from compendium.model.news import News
from compendium.model.symbols import symbols_in
from compendium.model.units import record_key, unit_steps, units_of

# Places by body; each part of an edition has one body.
_Places = Mapping[str, Sequence[Inlines]]


def compose_revisions(edition: Edition, news: News, context: EditionContext) -> Blocks:
    """Compose the revisions since the last publication, if the edition names its state."""
    if context.changes is None:
        return []
    return _Revisions(edition, news, context, context.changes).blocks()


class _Revisions:
    """The changes of what the edition contains, each kind under its own words."""

    def __init__(
        self, edition: Edition, news: News, context: EditionContext, changes: Changes
    ) -> None:
        self._edition, self._news = edition, news
        self._context, self._changes = context, changes
        corpus = context.texts.corpus
        self._gatherings = {part.body: corpus.gatherings(part.body) for part in edition.parts}
        self._topics = {topic.key: topic for topic in corpus.topics}

    def blocks(self) -> Blocks:
        """All revisions, in the order of the report of changes."""
        kinds: list[tuple[str, Blocks]] = []
        if Content.RECORDS in self._edition.holds:
            kinds += [("changed", self._changed()), ("removed", self._removed())]
        if Content.INDEX in self._edition.holds:
            kinds += [("renamed", self._renamed()), ("moved", self._moved())]
        kinds.append(("errata", self._errata()))
        return [
            div([para(self._words(name)), *blocks], attributes(classes=["new-revisions"]))
            for name, blocks in kinds
            if blocks
        ]

    def _words(self, name: str) -> Inlines:
        return compose_frame(f"new_since.{name}", getattr(self._news, name), self._context)

    def _changed(self) -> Blocks:
        texts = {change.place for change in self._changes.texts or ()}
        facts = {change.place.partition(" ")[0] for change in self._changes.facts or ()}
        return self._paragraph(self._places(texts | facts))

    def _removed(self) -> Blocks:
        """Removed units, which cannot be linked, and removed gatherings with former headings."""
        present_keys = {
            unit.key
            for gatherings in self._gatherings.values()
            for gathering in gatherings
            for unit in units_of(gathering)
        }
        at_locator = attributes(classes=["locator"], **direction(self._context))
        places: dict[str, list[Inlines]] = {body: [] for body in self._gatherings}
        for change in self._changes.texts or ():
            body = change.place.partition(".")[0]
            of_unit = "#" not in change.place and _shown_at(change.place) == change.place
            gone = change.kind is Kind.REMOVED and of_unit and change.place not in present_keys
            if gone and body in places:
                places[body].append([span([string(change.locator)], at_locator)])
        items: list[Blocks] = [
            [plain(compose_source(change.heading, self._context))]
            for change in self._changes.departures or ()
            if change.key.partition(".")[0] in places
        ]
        return self._paragraph(places) + _listed(items)

    def _renamed(self) -> Blocks:
        return _listed(
            [para(self._topic(change.key)), para(compose_source(change.before, self._context))]
            for change in self._changes.topics or ()
            if change.kind is Kind.CHANGED
            and change.fact == "heading"
            and change.key in self._topics
        )

    def _moved(self) -> Blocks:
        moved: dict[str, dict[str, set[str]]] = {}
        for change in self._changes.assignments or ():
            for name, topics in (("listed", change.added), ("unlisted", change.removed)):
                for topic in topics:
                    moved.setdefault(topic, {}).setdefault(name, set()).add(change.place)
        items = [(key, self._moves(moved[key])) for key in self._topics if key in moved]
        return _listed([para(self._topic(key)), *moves] for key, moves in items if moves)

    def _moves(self, moves: Mapping[str, set[str]]) -> Blocks:
        return [
            para([*self._words(name), string(" "), *places])
            for name in ("listed", "unlisted")
            if (places := self._by_part(self._places(moves.get(name, ()))))
        ]

    def _errata(self) -> Blocks:
        """Changed errata by document, without readings, which do not concern a reader."""
        places: dict[str, set[str]] = {}
        for change in self._changes.errata or ():
            places.setdefault(change.title, set()).add(change.place)
        items: list[Blocks] = []
        for title, document_places in places.items():
            topic_keys = {place.partition("/")[0] for place in document_places if "/" in place}
            rows: list[Blocks] = [
                [plain(self._topic(key))] for key in self._topics if key in topic_keys
            ]
            blocks = self._paragraph(self._places(document_places)) + _listed(rows)
            if blocks:
                items.append([para(self._title(title)), *blocks])
        return _listed(items)

    def _title(self, title: str) -> Inlines:
        compose = compose_text if symbols_in(title) else compose_source
        return compose(title, self._context)

    def _topic(self, key: str) -> Inlines:
        return [compose_topic_link(key, self._topics[key].heading, self._context)]

    def _places(self, keys: Iterable[str]) -> _Places:
        """Links to the places with some keys: headings of gatherings, and units."""
        shown = {_shown_at(key.partition("#")[0]) for key in keys}
        return {
            body: [link for each in gatherings for link in self._places_in(each, shown)]
            for body, gatherings in self._gatherings.items()
        }

    def _places_in(self, gathering: Gathering, keys: set[str]) -> Iterator[Inlines]:
        units = list(units_of(gathering))
        records = gathering.records if isinstance(gathering, Session) else (None,)
        if {gathering.key, *(record_key(gathering, record) for record in records)} & keys:
            heading = section_heading(gathering, self._context.language)
            yield [link(compose_text(heading, self._context), f"#{gathering.key}", attributes())]
        for record in records:
            siblings = Siblings([unit for unit in units if unit.record is record])
            chosen = [unit for unit in siblings.units if unit.key in keys]
            for run in siblings.runs(chosen):
                yield compose_runs([locator_run(run)], self._context)

    def _paragraph(self, places: _Places) -> Blocks:
        inlines = self._by_part(places)
        return [para(inlines)] if inlines else []

    def _by_part(self, places: _Places) -> Inlines:
        """Places part by part, because the locators of two parts may be the same."""
        inlines: Inlines = []
        for part in self._edition.parts:
            if not places[part.body]:
                continue
            if inlines:
                inlines.append(string(self._context.language.references.after_preambular))
            if len(self._edition.parts) > 1:
                words = self._edition.index
                inlines += compose_part_label(part.letter, words, self._context)
                inlines.append(string(" "))
            inlines += self._joined(places[part.body])
        return inlines

    def _joined(self, places: Sequence[Inlines]) -> Inlines:
        between = ["", *separators(len(places), self._context.language)]
        inlines: Inlines = []
        for separator, place in zip(between, places, strict=False):
            inlines += [string(separator)] if separator else []
            inlines += place
        return inlines


def _shown_at(key: str) -> str:
    """The key of the unit that a text concerns; that of the record for a text of an annex."""
    return ".".join(unit_steps(tuple(key.split("."))))


def _listed(items: Iterable[Blocks]) -> Blocks:
    """A list of some items, or nothing if there are none."""
    listed = list(items)
    return [bullet_list(listed)] if listed else []
