"""What a book says was changed in it: places, topics, assignments, errata."""

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
from compendium.indexing.runs import runs_of
from compendium.languages.forms import section_heading, separators
from compendium.model.editions import Content, Edition
from compendium.model.gatherings import Session
from compendium.model.news import News
from compendium.model.symbols import symbols_in
from compendium.model.units import record_key, unit_steps, units_of

# Places by the body that they are of; each part of an edition holds one.
_Places = Mapping[str, Sequence[Inlines]]


def compose_revisions(edition: Edition, news: News, context: EditionContext) -> Blocks:
    """What changed since the edition was last published; nothing where it names no such state."""
    if context.changes is None:
        return []
    return _Revisions(edition, news, context, context.changes).blocks()


class _Revisions:
    """The changes, as far as the edition holds what changed, each kind under its own words."""

    def __init__(
        self, edition: Edition, news: News, context: EditionContext, changes: Changes
    ) -> None:
        self._edition, self._news = edition, news
        self._setting, self._changes = context, changes
        corpus = context.texts.corpus
        self._gatherings = {part.body: corpus.gatherings(part.body) for part in edition.parts}
        self._topics = {topic.key: topic for topic in corpus.topics}

    def blocks(self) -> Blocks:
        """All of them, in the order of the report of changes."""
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
        return compose_frame(f"new_since.{name}", getattr(self._news, name), self._setting)

    def _changed(self) -> Blocks:
        texts = {one.place for one in self._changes.texts or ()}
        facts = {one.place.partition(" ")[0] for one in self._changes.facts or ()}
        return self._paragraph(self._places(texts | facts))

    def _removed(self) -> Blocks:
        """What is gone has nothing to lead to; a heading stands as it did, in its language."""
        known = {
            unit.key for held in self._gatherings.values() for g in held for unit in units_of(g)
        }
        at_locator = attributes(classes=["locator"], **direction(self._setting))
        places: dict[str, list[Inlines]] = {body: [] for body in self._gatherings}
        for one in self._changes.texts or ():
            body = one.place.partition(".")[0]
            of_unit = "#" not in one.place and _shown_at(one.place) == one.place
            gone = one.kind is Kind.REMOVED and of_unit and one.place not in known
            if gone and body in places:
                places[body].append([span([string(one.locator)], at_locator)])
        items: list[Blocks] = [
            [plain(compose_source(one.heading, self._setting))]
            for one in self._changes.departures or ()
            if one.key.partition(".")[0] in places
        ]
        return self._paragraph(places) + _listed(items)

    def _renamed(self) -> Blocks:
        return _listed(
            [para(self._topic(one.key)), para(compose_source(one.before, self._setting))]
            for one in self._changes.topics or ()
            if one.kind is Kind.CHANGED and one.fact == "heading" and one.key in self._topics
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
        """By document; how its text was read before it was compared is no news for a reader."""
        places: dict[str, set[str]] = {}
        for change in self._changes.errata or ():
            places.setdefault(change.title, set()).add(change.place)
        items: list[Blocks] = []
        for title, found in places.items():
            named = {one.partition("/")[0] for one in found if "/" in one}
            rows: list[Blocks] = [[plain(self._topic(one))] for one in self._topics if one in named]
            blocks = self._paragraph(self._places(found)) + _listed(rows)
            if blocks:
                items.append([para(self._title(title)), *blocks])
        return _listed(items)

    def _title(self, title: str) -> Inlines:
        compose = compose_text if symbols_in(title) else compose_source
        return compose(title, self._setting)

    def _topic(self, key: str) -> Inlines:
        return [compose_topic_link(key, self._topics[key].heading, self._setting)]

    def _places(self, keys: Iterable[str]) -> _Places:
        """Links to what stands at some keys: headings of gatherings, and units."""
        wanted = {_shown_at(key.partition("#")[0]) for key in keys}
        return {
            body: [place for one in held for place in self._places_in(one, wanted)]
            for body, held in self._gatherings.items()
        }

    def _places_in(self, gathering: Gathering, wanted: set[str]) -> Iterator[Inlines]:
        units = list(units_of(gathering))
        records = gathering.records if isinstance(gathering, Session) else (None,)
        if {gathering.key, *(record_key(gathering, one) for one in records)} & wanted:
            heading = section_heading(gathering, self._setting.language)
            yield [link(compose_text(heading, self._setting), f"#{gathering.key}", attributes())]
        for record in records:
            siblings = [unit for unit in units if unit.record is record]
            chosen = [unit for unit in siblings if unit.key in wanted]
            for run in runs_of(chosen, siblings):
                yield compose_runs([locator_run(run)], self._setting)

    def _paragraph(self, places: _Places) -> Blocks:
        inlines = self._by_part(places)
        return [para(inlines)] if inlines else []

    def _by_part(self, places: _Places) -> Inlines:
        """Places part by part: the locators of two parts may be alike."""
        inlines: Inlines = []
        for part in self._edition.parts:
            if not places[part.body]:
                continue
            if inlines:
                inlines.append(string(self._setting.language.references.after_preambular))
            if len(self._edition.parts) > 1:
                words = self._edition.index
                inlines += compose_part_label(part.letter, words, self._setting)
                inlines.append(string(" "))
            inlines += self._joined(places[part.body])
        return inlines

    def _joined(self, places: Sequence[Inlines]) -> Inlines:
        between = ["", *separators(len(places), self._setting.language)]
        inlines: Inlines = []
        for separator, place in zip(between, places, strict=False):
            inlines += [string(separator)] if separator else []
            inlines += place
        return inlines


def _shown_at(key: str) -> str:
    """The key of the unit that a text is about; that of the record for a text of an annex."""
    return ".".join(unit_steps(tuple(key.split("."))))


def _listed(items: Iterable[Blocks]) -> Blocks:
    """A list of some items; nothing where there are none."""
    found = list(items)
    return [bullet_list(found)] if found else []
