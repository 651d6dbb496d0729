"""Composes a book: introduction, parts with their sections, thematic index."""

from __future__ import annotations

from compendium.composing.changes_page import compose_news
from compendium.composing.index import compose_index
from compendium.composing.inlines import (
    CHECK_FIRST,
    EditionContext,
    compose_frame,
    compose_keyed,
    fill,
)
from compendium.composing.pandoc_ast import Blocks, attributes, div, header, para
from compendium.composing.sections import compose_part
from compendium.errors import InputError
from compendium.indexing.entries import ThematicIndex
from compendium.languages.forms import count_through
from compendium.model.editions import Content, Edition
from compendium.texts.keys import part_key


def compose_book(edition: Edition, index: ThematicIndex, context: EditionContext) -> Blocks:
    """Compose the blocks of a book, in the order of its pages."""
    blocks: Blocks = [
        header(
            1,
            compose_frame("introduction_heading", edition.introduction_heading or "", context),
            attributes("introduction", ["introduction"]),
        ),
        *compose_paragraphs("introduction", edition, context),
        *compose_news(edition, context),
        header(
            1,
            compose_frame("body_heading", edition.body_heading or "", context),
            attributes("compendium", ["body"]),
        ),
        div(
            compose_paragraphs("body_introduction", edition, context),
            attributes(classes=["body-introduction"]),
        ),
    ]
    for part in edition.parts if Content.RECORDS in edition.holds else ():
        key = f"{part_key(context.frame, part)}.heading"
        heading = _counted(key, part.heading, edition, context)
        blocks += compose_part(part.model_copy(update={"heading": heading}), context)
    if Content.INDEX in edition.holds:
        blocks += compose_index(index, edition.index, context)
    return blocks


def compose_paragraphs(field: str, edition: Edition, context: EditionContext) -> Blocks:
    """Compose the paragraphs of a field of the frame, such as the introduction."""
    return [
        para(compose_keyed(key, _counted(key, text, edition, context), context))
        for key, text in (
            (f"{context.frame}.{field}.{place}", text)
            for place, text in enumerate(getattr(edition, field), start=1)
        )
    ]


def _counted(key: str, text: str, edition: Edition, context: EditionContext) -> str:
    """A text in which {body} is replaced by the number of that body's gatherings, in its language.

    Raises:
        InputError: if the records have no gathering of a body that is counted.
    """
    language, counts = context.language_at(key), {}
    for body in [part.body for part in edition.parts if f"{{{part.body}}}" in text]:
        gatherings = context.texts.corpus.gatherings(body)
        if not gatherings:
            raise InputError(
                f"{key}: it counts the gatherings of {body}, but the records have none",
                remedy=CHECK_FIRST,
            )
        counts[body] = count_through(gatherings[-1], language)
    return fill(text, counts)
