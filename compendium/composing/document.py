"""The whole document of an edition: its metadata, front matter, parts and index."""

from __future__ import annotations

from collections.abc import Sequence

from compendium.composing.index import compose_index
from compendium.composing.pandoc import (
    Blocks,
    Element,
    attributes,
    div,
    document,
    header,
    meta_inlines,
    meta_list,
    meta_map,
    meta_string,
    para,
)
from compendium.composing.sections import compose_part
from compendium.composing.texts import Setting, compose_text
from compendium.indexing.entries import ThematicIndex
from compendium.languages.forms import cardinal
from compendium.model.corpus import Corpus
from compendium.model.editions import Edition
from compendium.model.units import units_of


def compose_document(
    corpus: Corpus, edition: Edition, index: ThematicIndex, setting: Setting
) -> Element:
    """Compose an edition as one Pandoc document.

    Args:
        corpus: the records.
        edition: what the edition holds, and the words of its frame.
        index: the entries of its thematic index.
        setting: language and addresses.
    """
    counts = _counts(corpus, edition, setting)
    blocks: Blocks = [
        header(
            1,
            compose_text(edition.introduction_heading, setting),
            attributes("introduction", ["introduction"]),
        ),
        *_paragraphs(edition.introduction, counts, setting),
        header(1, compose_text(edition.body_heading, setting), attributes("compendium", ["body"])),
        div(
            _paragraphs(edition.body_introduction, counts, setting),
            attributes(classes=["body-introduction"]),
        ),
    ]
    for part in edition.parts:
        texts = (_fill(part.heading, counts), part.remark)
        blocks += compose_part(part, texts, corpus, edition.labels["permalink"], setting)
    blocks += compose_index(index, edition.index, setting)
    return document(_metadata(edition, setting) | _cover_bars(corpus, edition), blocks)


def _paragraphs(texts: Sequence[str], counts: dict[str, str], setting: Setting) -> Blocks:
    return [para(compose_text(_fill(text, counts), setting)) for text in texts]


def _counts(corpus: Corpus, edition: Edition, setting: Setting) -> dict[str, str]:
    """For each body, the ordinal of its last gathering as running text has it."""
    return {
        part.body: cardinal(corpus.gatherings(part.body)[-1].ordinal, setting.language)
        for part in edition.parts
    }


def _fill(text: str, counts: dict[str, str]) -> str:
    return text.format(**counts)


def _metadata(edition: Edition, setting: Setting) -> dict[str, Element]:
    """What the templates print outside the text: cover, title page, imprint, contents, labels."""
    language = setting.language
    texts = {
        "title": edition.title,
        "short-title": edition.short_title,
        "subtitle": edition.subtitle,
        "publisher": edition.publisher,
        "copyright": edition.copyright,
        "contents-heading": edition.contents_heading,
        "contents-remark": edition.contents_remark,
        "status": edition.status,
        "continued": edition.index.continued,
    }
    lists = {
        "imprint": edition.imprint,
        "disclaimers": edition.disclaimers,
        "colophon": edition.colophon,
    }
    return {
        "lang": meta_string(language.code),
        "dir": meta_string(language.direction),
        "pagetitle": meta_string(edition.title),
        "description": meta_string(edition.subject),
        "author": meta_string(edition.publisher),
        "year": meta_string(str(edition.year)),
        "keywords": meta_list([meta_string(word) for word in edition.keywords]),
        "label": meta_map({key: meta_string(text) for key, text in edition.labels.items()}),
        **{key: meta_inlines(compose_text(text, setting)) for key, text in texts.items() if text},
        **{
            key: meta_list([meta_inlines(compose_text(text, setting)) for text in values])
            for key, values in lists.items()
        },
    }


def _cover_bars(corpus: Corpus, edition: Edition) -> dict[str, Element]:
    """The ornament of the cover: for each gathering a bar as long as the text it adopted."""
    counts = [
        sum(1 for _ in units_of(gathering))
        for part in edition.parts
        for gathering in corpus.gatherings(part.body)
    ]
    longest = max(counts)
    return {"bars": meta_list([meta_string(f"{100 * count / longest:.1f}") for count in counts])}
