"""The whole document of an edition: its metadata, introduction, parts and index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from compendium.composing.index import compose_index, part_label
from compendium.composing.metadata import compose_metadata
from compendium.composing.pandoc import Blocks, Element, attributes, div, document, header, para
from compendium.composing.sections import compose_part
from compendium.composing.texts import Setting, compose_keyed
from compendium.indexing.entries import ThematicIndex
from compendium.languages.forms import cardinal
from compendium.model.corpus import Corpus
from compendium.model.editions import Edition
from compendium.texts.keys import edition_key


def compose_document(edition: Edition, index: ThematicIndex, setting: Setting) -> Element:
    """Compose an edition as one Pandoc document.

    Args:
        edition: what the edition holds, and the words of its frame.
        index: the entries of its thematic index.
        setting: the texts, their language, labels and addresses.
    """
    corpus = setting.texts.corpus
    counts = _counts(corpus, edition, setting)
    key = edition_key(edition)
    blocks: Blocks = [
        header(
            1,
            compose_keyed(f"{key}.introduction_heading", edition.introduction_heading, setting),
            attributes("introduction", ["introduction"]),
        ),
        *_paragraphs(f"{key}.introduction", edition.introduction, counts, setting),
        header(
            1,
            compose_keyed(f"{key}.body_heading", edition.body_heading, setting),
            attributes("compendium", ["body"]),
        ),
        div(
            _paragraphs(f"{key}.body_introduction", edition.body_introduction, counts, setting),
            attributes(classes=["body-introduction"]),
        ),
    ]
    for part in edition.parts:
        filled = part.model_copy(update={"heading": part.heading.format(**counts)})
        label = part_label(part.letter, edition.index, setting)
        blocks += compose_part(filled, label, setting)
    blocks += compose_index(index, edition.index, setting)
    return document(compose_metadata(edition, setting), blocks)


def _paragraphs(
    key: str, texts: Sequence[str], counts: Mapping[str, str], setting: Setting
) -> Blocks:
    return [
        para(compose_keyed(f"{key}.{place}", text.format(**counts), setting))
        for place, text in enumerate(texts, start=1)
    ]


def _counts(corpus: Corpus, edition: Edition, setting: Setting) -> dict[str, str]:
    """For each body, the ordinal of its last gathering as running text has it."""
    return {
        part.body: cardinal(corpus.gatherings(part.body)[-1].ordinal, setting.language)
        for part in edition.parts
    }
