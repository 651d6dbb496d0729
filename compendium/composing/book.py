"""The book: introduction, parts with their sections, thematic index."""

from __future__ import annotations

from compendium.composing.changes_page import compose_news
from compendium.composing.index import compose_index
from compendium.composing.pandoc import Blocks, attributes, div, header, para
from compendium.composing.sections import compose_part
from compendium.composing.texts import Setting, compose_frame, compose_keyed, fill
from compendium.indexing.entries import ThematicIndex
from compendium.languages.forms import count_through
from compendium.model.editions import Content, Edition
from compendium.texts.keys import part_key


def compose_book(edition: Edition, index: ThematicIndex, setting: Setting) -> Blocks:
    """The blocks of a book, in the order of its pages."""
    blocks: Blocks = [
        header(
            1,
            compose_frame("introduction_heading", edition.introduction_heading or "", setting),
            attributes("introduction", ["introduction"]),
        ),
        *compose_paragraphs("introduction", edition, setting),
        *compose_news(edition, setting),
        header(
            1,
            compose_frame("body_heading", edition.body_heading or "", setting),
            attributes("compendium", ["body"]),
        ),
        div(
            compose_paragraphs("body_introduction", edition, setting),
            attributes(classes=["body-introduction"]),
        ),
    ]
    for part in edition.parts if Content.RECORDS in edition.holds else ():
        key = f"{part_key(setting.frame, part)}.heading"
        heading = _counted(key, part.heading, edition, setting)
        blocks += compose_part(part.model_copy(update={"heading": heading}), setting)
    if Content.INDEX in edition.holds:
        blocks += compose_index(index, edition.index, setting)
    return blocks


def compose_paragraphs(field: str, edition: Edition, setting: Setting) -> Blocks:
    """The paragraphs of a field of the frame, such as the introduction."""
    return [
        para(compose_keyed(key, _counted(key, text, edition, setting), setting))
        for key, text in (
            (f"{setting.frame}.{field}.{place}", text)
            for place, text in enumerate(getattr(edition, field), start=1)
        )
    ]


def _counted(key: str, text: str, edition: Edition, setting: Setting) -> str:
    """A text with {body} standing for the ordinal of its last gathering, in its own language."""
    corpus, language = setting.texts.corpus, setting.language_at(key)
    return fill(
        text,
        {
            part.body: count_through(corpus.gatherings(part.body)[-1], language)
            for part in edition.parts
        },
    )
