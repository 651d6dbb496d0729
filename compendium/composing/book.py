"""The book: introduction, parts with their sections, thematic index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compendium.composing.changes_page import compose_news
from compendium.composing.index import compose_index, part_label
from compendium.composing.pandoc import Blocks, attributes, div, header, para
from compendium.composing.sections import compose_part
from compendium.composing.texts import Setting, compose_keyed, fill
from compendium.indexing.entries import ThematicIndex
from compendium.languages.forms import cardinal
from compendium.model.corpus import Corpus
from compendium.model.editions import Content, Edition
from compendium.texts.keys import edition_key


def compose_book(edition: Edition, index: ThematicIndex, setting: Setting) -> Blocks:
    """The blocks of a book, in the order of its pages."""
    corpus = setting.texts.corpus
    counts = last_ordinals(corpus, edition, setting)
    key = edition_key(edition)
    blocks: Blocks = [
        header(
            1,
            compose_keyed(
                f"{key}.introduction_heading", edition.introduction_heading or "", setting
            ),
            attributes("introduction", ["introduction"]),
        ),
        *compose_paragraphs(f"{key}.introduction", edition.introduction, counts, setting),
        *compose_news(edition, setting),
        header(
            1,
            compose_keyed(f"{key}.body_heading", edition.body_heading or "", setting),
            attributes("compendium", ["body"]),
        ),
        div(
            compose_paragraphs(
                f"{key}.body_introduction", edition.body_introduction, counts, setting
            ),
            attributes(classes=["body-introduction"]),
        ),
    ]
    for part in edition.parts if Content.RECORDS in edition.holds else ():
        filled = part.model_copy(update={"heading": fill(part.heading, counts)})
        label = part_label(part.letter, edition.index, setting)
        blocks += compose_part(filled, label, setting)
    if Content.INDEX in edition.holds:
        blocks += compose_index(index, edition.index, setting)
    return blocks


def compose_paragraphs(
    key: str, texts: Sequence[str], counts: Mapping[str, str], setting: Setting
) -> Blocks:
    """Paragraphs of the frame, with {body} standing for the ordinal of its last gathering."""
    return [
        para(compose_keyed(f"{key}.{place}", fill(text, counts), setting))
        for place, text in enumerate(texts, start=1)
    ]


def last_ordinals(corpus: Corpus, edition: Edition, setting: Setting) -> dict[str, str]:
    """For each body, the ordinal of its last gathering as running text has it."""
    return {
        part.body: cardinal(corpus.gatherings(part.body)[-1].ordinal, setting.language)
        for part in edition.parts
    }
