"""Composes the page of changes of a book: new gatherings and records, then revisions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from compendium.changes.arrivals import Gathering, gatherings_since, place_runs, topics_of
from compendium.composing.index import compose_runs, compose_topic_link
from compendium.composing.inlines import EditionContext, compose_frame, compose_text
from compendium.composing.pandoc_ast import (
    Blocks,
    Element,
    Inlines,
    attributes,
    bullet_list,
    div,
    header,
    link,
    para,
    plain,
)
from compendium.composing.revisions import compose_revisions
from compendium.languages.forms import record_name, section_heading
from compendium.model.editions import Content, Edition
from compendium.model.gatherings import Record, Session
from compendium.model.news import News
from compendium.model.units import record_key, units_of

_LEVEL = 2  # within the introduction


@dataclass(frozen=True, slots=True)
class _New:
    """A new gathering, or a new record of an earlier gathering."""

    gathering: Gathering
    record: Record | None = None


def compose_news(edition: Edition, context: EditionContext) -> Blocks:
    """Compose the page, if the edition asks for it and something is new or changed."""
    news = edition.new_since
    if news is None:
        return []
    blocks: Blocks = [_arrival(new, news, edition, context) for new in _arrived(edition, context)]
    blocks += compose_revisions(edition, news, context)
    if not blocks:
        return []
    heading = compose_frame("new_since.heading", news.heading, context)
    return [
        header(_LEVEL, heading, attributes("new", ["new"])),
        *(
            para(compose_frame(f"new_since.introduction.{place}", text, context))
            for place, text in enumerate(news.introduction, start=1)
        ),
        *blocks,
    ]


def _arrived(edition: Edition, context: EditionContext) -> Iterator[_New]:
    """The new gatherings and records in the parts of the edition, in order."""
    assert edition.new_since is not None
    corpus, changes = context.texts.corpus, context.changes
    since = {gathering.key for gathering in gatherings_since(corpus, edition.new_since.since)}
    keys = {arrival.key for arrival in changes.arrivals} if changes else since
    for part in edition.parts:
        for gathering in corpus.gatherings(part.body):
            if gathering.key in keys:
                yield _New(gathering)
            elif isinstance(gathering, Session):
                for record in gathering.records:
                    if record_key(gathering, record) in keys:
                        yield _New(gathering, record)


def _arrival(new: _New, news: News, edition: Edition, context: EditionContext) -> Element:
    units = [
        unit for unit in units_of(new.gathering) if new.record is None or unit.record is new.record
    ]
    blocks: Blocks = [para(_name(new, edition, context))]
    if units:
        blocks.append(para(compose_runs(place_runs(units), context)))
    topics = topics_of(units, context.texts.corpus)
    if topics and Content.INDEX in edition.holds:
        items = [
            [plain([compose_topic_link(topic.key, topic.heading, context)])] for topic in topics
        ]
        blocks += [
            para(compose_frame("new_since.topics", news.topics, context)),
            bullet_list(items),
        ]
    return div(blocks, attributes(classes=["new-gathering"]))


def _name(new: _New, edition: Edition, context: EditionContext) -> Inlines:
    heading = section_heading(new.gathering, context.language)
    if new.record is not None:
        heading = f"{heading}: {record_name(new.record, context.language)}"
    inlines = compose_text(heading, context)
    if Content.RECORDS not in edition.holds:
        return inlines
    return [link(inlines, f"#{new.gathering.key}", attributes())]
