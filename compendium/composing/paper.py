"""Composes a parliamentary paper: introduction, then the records or the index as one table."""

from __future__ import annotations

from typing import Any

from compendium.composing.book import compose_paragraphs
from compendium.composing.index import (
    column_name,
    compose_column,
    compose_locators,
    compose_references,
    continued_heading,
    topic_key,
)
from compendium.composing.inlines import (
    EditionContext,
    compose_frame,
    compose_keyed,
    compose_symbol,
    signed,
)
from compendium.composing.pandoc_ast import (
    Blocks,
    Inlines,
    attributes,
    cell,
    div,
    header,
    ordered_list,
    para,
    row,
    span,
    string,
    table,
)
from compendium.composing.sections import compose_section, in_part
from compendium.indexing.entries import Entry, ThematicIndex, TopicEntries
from compendium.languages.forms import section_heading
from compendium.model.editions import Content, Edition, IndexText

COLUMNS = ("topic", "symbol", "paragraphs", "locators")
# The columns under a common heading, and the name of that heading among the columns.
_REPORTED, _COMMON = ("symbol", "paragraphs"), "report"
# The title of the paper is added above, so its sections end up on the second level.
_LEVEL = 1


def compose_paper(edition: Edition, index: ThematicIndex, context: EditionContext) -> Blocks:
    """Compose the blocks of a parliamentary paper below its masthead."""
    blocks = _introduction(edition, context)
    if Content.RECORDS in edition.holds:
        for part in edition.parts:
            for gathering in context.texts.corpus.gatherings(part.body):
                heading = section_heading(gathering, context.language, with_place=True)
                blocks += compose_section(gathering, heading, _LEVEL, in_part(part, context))
    if Content.INDEX in edition.holds:
        blocks += _index(edition, index, context)
    return blocks


def _introduction(edition: Edition, context: EditionContext) -> Blocks:
    paragraphs = compose_paragraphs("introduction", edition, context)
    if not edition.numbered:
        return [div(paragraphs, attributes(classes=["paper-introduction"]))]
    items = [
        [div([_numbered(place, paragraph["c"], context)], attributes(classes=["paragraph"]))]
        for place, paragraph in enumerate(paragraphs, start=1)
    ]
    return [div([ordered_list(items)], attributes(classes=["paper-introduction"]))]


def _numbered(number: int, inlines: Inlines, context: EditionContext) -> dict[str, object]:
    mark = context.language.marks.paragraph.format(number)
    return para([span([string(f"{mark} ")], attributes(classes=["numeral"])), *inlines])


def _index(edition: Edition, index: ThematicIndex, context: EditionContext) -> Blocks:
    words = edition.index
    heads = [
        cell(_head(column, words, context), attributes(classes=[column], scope="col"))
        for column in COLUMNS
    ]
    rows = [each for topic in index.topics for each in _rows(topic, words, context)]
    name = signed("index.heading", words.heading, context)
    heading = compose_frame("index.heading", words.heading, context)
    return [
        header(_LEVEL, heading, attributes("index", ["index"])),
        div(
            [table(row(heads, attributes()), rows, attributes(aria_label=name))],
            attributes(classes=["index-table"]),
        ),
    ]


def _head(column: str, words: IndexText, context: EditionContext) -> Inlines:
    """The heading of a column under that of its group, which is visible only over the first.

    Screen readers read the group in each column. No cell has a span, because WeasyPrint writes
    no spans into the tags of a PDF file.
    """
    heading = compose_column(column, words, context)
    if _COMMON not in words.columns or column not in _REPORTED:
        return heading
    common = compose_column(_COMMON, words, context)
    if column != _REPORTED[0]:
        common = [span(common, attributes(classes=["repeated"]))]
    return [span(common, attributes(classes=["group"])), string(" "), *heading]


def _rows(topic: TopicEntries, words: IndexText, context: EditionContext) -> list[list[Any]]:
    """The rows of a topic; its heading is visible in the first row, as papers print it.

    All rows except the last carry the heading of the next page, in case the page ends after them.
    """
    heading: Inlines = compose_keyed(topic_key(topic.key), topic.heading, context)
    entries = [entry for part in topic.parts for entry in part.entries]
    repeated: Inlines = [span(heading, attributes(classes=["repeated"]))]
    continued = {"continued": continued_heading(topic, words, context)}
    return [
        row(
            _cells(entry, repeated if place else heading, words, context),
            attributes(
                classes=[] if place else ["first"],
                **({} if place == len(entries) - 1 else continued),
            ),
        )
        for place, entry in enumerate(entries)
    ]


def _cells(entry: Entry, heading: Inlines, words: IndexText, context: EditionContext) -> list[Any]:
    values: dict[str, Inlines] = {
        "symbol": compose_symbol(entry.symbol, context),
        "paragraphs": compose_references(entry.paragraphs or entry.recommendations, context),
        "locators": compose_locators(entry, context),
    }
    return [
        cell(heading, attributes(classes=["topic"], scope="row")),
        *(
            cell(inlines, attributes(classes=[column], label=column_name(column, words, context)))
            for column, inlines in values.items()
        ),
    ]
