"""The page of a book on what is new in it: gatherings, their places, their topics."""

from __future__ import annotations

from compendium.changes.arrivals import Gathering, gatherings_since, place_runs, topics_of
from compendium.composing.index import compose_runs, compose_topic_link
from compendium.composing.pandoc import (
    Blocks,
    attributes,
    bullet_list,
    div,
    header,
    link,
    para,
    plain,
)
from compendium.composing.texts import Setting, compose_keyed, compose_text
from compendium.languages.forms import section_heading
from compendium.model.editions import Content, Edition, News
from compendium.model.units import units_of
from compendium.texts.keys import edition_key

_LEVEL = 2  # a part of the introduction


def compose_news(edition: Edition, setting: Setting) -> Blocks:
    """The page, if the edition asks for it and something is new."""
    news = edition.new_since
    if news is None:
        return []
    held = {part.body for part in edition.parts}
    new = [one for one in gatherings_since(setting.texts.corpus, news.since) if one.body in held]
    if not new:
        return []
    key = f"{edition_key(edition)}.new_since"
    heading = compose_keyed(f"{key}.heading", news.heading, setting)
    return [
        header(_LEVEL, heading, attributes("new", ["new"])),
        *(
            para(compose_keyed(f"{key}.introduction.{place}", text, setting))
            for place, text in enumerate(news.introduction, start=1)
        ),
        *(_gathering(one, news, edition, setting) for one in new),
    ]


def _gathering(
    gathering: Gathering, news: News, edition: Edition, setting: Setting
) -> dict[str, object]:
    units = list(units_of(gathering))
    heading = compose_text(section_heading(gathering, setting.language), setting)
    holds_records = Content.RECORDS in edition.holds
    named = [link(heading, f"#{gathering.key}", attributes())] if holds_records else heading
    blocks: Blocks = [para(named)]
    if units:
        blocks.append(para(compose_runs(place_runs(units), setting)))
    topics = topics_of(units, setting.texts.corpus)
    if topics and Content.INDEX in edition.holds:
        key = f"{edition_key(edition)}.new_since.topics"
        items = [[plain([compose_topic_link(t.key, t.heading, setting)])] for t in topics]
        blocks += [para(compose_keyed(key, news.topics, setting)), bullet_list(items)]
    return div(blocks, attributes(classes=["new-gathering"]))
