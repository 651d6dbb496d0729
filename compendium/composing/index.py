"""Composes the thematic index as tables: one small regular table for each part of each topic.

No cell spans rows or columns, because WeasyPrint's tags ignore such cells.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from compendium.composing.inlines import (
    EditionContext,
    compose_frame,
    compose_keyed,
    compose_symbol,
    compose_text,
    direction,
    fill,
    signed,
    signed_keyed,
)
from compendium.composing.pandoc_ast import (
    Blocks,
    Element,
    Inlines,
    attributes,
    bullet_list,
    cell,
    div,
    emphasis,
    header,
    link,
    para,
    plain,
    row,
    span,
    string,
    table,
)
from compendium.indexing.entries import Entry, PartEntries, ThematicIndex, TopicEntries
from compendium.indexing.locators import LocatorRun
from compendium.languages.forms import part_letter, separators
from compendium.languages.language import keep_together
from compendium.model.editions import IndexText

TOPIC_LEVEL = 2
# An end of a range of references: 35, (a), c) or 8 (a).
_END = r"(?:[0-9]+[ \u00a0])?(?:[0-9]+|\([^()]+\)|[^\s()]{1,2}\))"
COLUMNS = ("locators", "symbol", "record", "paragraphs", "recommendations")


def topic_key(topic: str) -> str:
    """The key of a topic among all keys, such as `topic.victims.compensation`."""
    return f"topic.{topic}"


def compose_index(index: ThematicIndex, words: IndexText, context: EditionContext) -> Blocks:
    """Compose the index: introduction, a list of links to the topics, then topic by topic."""
    headings = {topic.key: topic.heading for topic in index.topics}
    running_head = signed("index.running_head", words.running_head, context)
    introduction = enumerate(words.introduction, start=1)
    blocks = [
        header(
            1,
            compose_frame("index.heading", words.heading, context),
            attributes("index", ["index"], running_head=running_head),
        ),
        div(
            [
                para(compose_frame(f"index.introduction.{place}", text, context))
                for place, text in introduction
            ],
            attributes(classes=["index-introduction"]),
        ),
        # Twice: as the running head of pages, and in the text of the first page, which has none.
        _column_heads(words, ["column-heads"], context),
        _column_heads(words, ["column-heads", "first"], context),
        _jump_list(index, context),
    ]
    return blocks + [_topic(topic, headings, words, context) for topic in index.topics]


def compose_column(column: str, words: IndexText, context: EditionContext) -> Inlines:
    """Compose the heading of a column."""
    return compose_frame(f"index.columns.{column}", words.columns[column], context)


def column_name(column: str, words: IndexText, context: EditionContext) -> str:
    """The heading of a column as the label of a cell."""
    return signed(f"index.columns.{column}", words.columns[column], context)


def continued_heading(topic: TopicEntries, words: IndexText, context: EditionContext) -> str:
    """The heading of a topic, as it is repeated on the next page."""
    heading = signed_keyed(topic_key(topic.key), topic.heading, context)
    return fill(signed("index.continued", words.continued, context), {"heading": heading})


def compose_part_label(letter: str, words: IndexText, context: EditionContext) -> Inlines:
    """Compose the label of a part: "Part A"."""
    return compose_frame("index.part_label", _part_label(letter, words, context), context)


def _part_label(letter: str, words: IndexText, context: EditionContext) -> str:
    native = part_letter(letter, context.language_at(f"{context.frame}.index.part_label"))
    return fill(words.part_label, {"letter": native})


def _column_heads(words: IndexText, classes: list[str], context: EditionContext) -> Element:
    """The headings of the columns again, for printed pages: running head and first page."""
    heads = [
        span(compose_column(column, words, context), attributes(classes=[f"column-{column}"]))
        for column in COLUMNS
    ]
    return div([plain(heads)], attributes(classes=classes, aria_hidden="true"))


def _jump_list(index: ThematicIndex, context: EditionContext) -> Element:
    items: list[Blocks] = [
        [plain([compose_topic_link(topic.key, topic.heading, context)])] for topic in index.topics
    ]
    return div([bullet_list(items)], attributes(classes=["jump-list"]))


def compose_topic_link(key: str, heading: str, context: EditionContext) -> Element:
    """Compose the heading of a topic as a link to its place in the index."""
    inlines = compose_keyed(topic_key(key), heading, context)
    return link(inlines, f"#{topic_key(key)}", attributes())


def _topic(
    topic: TopicEntries, headings: dict[str, str], words: IndexText, context: EditionContext
) -> Element:
    heading = compose_keyed(topic_key(topic.key), topic.heading, context)
    blocks = [
        header(
            TOPIC_LEVEL,
            heading,
            attributes(topic_key(topic.key), ["topic", "unlisted", "unnumbered"]),
        )
    ]
    blocks += _cross_references("see", topic.see, words, headings, context)
    blocks += [_part(part, topic, words, context) for part in topic.parts]
    blocks += _cross_references("see_also", topic.see_also, words, headings, context)
    if topic.remark:
        key = f"{topic_key(topic.key)}.remark"
        remark = para(compose_keyed(key, topic.remark, context))
        blocks.append(div([remark], attributes(classes=["topic-remark"])))
    # Here the print styles stop repeating the heading at the top of pages.
    blocks.append(div([], attributes(classes=["topic-end"])))
    return div(blocks, attributes(classes=["topic-entries"]))


def _cross_references(
    field: str,
    keys: tuple[str, ...],
    words: IndexText,
    headings: dict[str, str],
    context: EditionContext,
) -> Blocks:
    if not keys:
        return []
    label = compose_frame(f"index.{field}", getattr(words, field), context)
    inlines: Inlines = [emphasis(label), string(" ")]
    for place, key in enumerate(keys):
        if place:
            inlines.append(string("; "))
        inlines.append(compose_topic_link(key, headings[key], context))
    return [div([para(inlines)], attributes(classes=["cross-references"]))]


def _part(
    part: PartEntries, topic: TopicEntries, words: IndexText, context: EditionContext
) -> Element:
    heads = [
        cell(compose_column(column, words, context), attributes(classes=[column], scope="col"))
        for column in COLUMNS
    ]
    rows = [_row(entry, words, context) for entry in part.entries]
    heading = signed_keyed(topic_key(topic.key), topic.heading, context)
    label = _part_label(part.letter, words, context)
    table_name = context.language.table_name.format(
        heading=heading, part=signed("index.part_label", label, context)
    )
    visible_label = compose_part_label(part.letter, words, context)
    return div(
        [
            div([para(visible_label)], attributes(classes=["part-label"])),
            table(row(heads, attributes()), rows, attributes(aria_label=table_name)),
        ],
        attributes(
            classes=["entries", f"part-{part.letter.lower()}"],
            continued=continued_heading(topic, words, context),
        ),
    )


def _row(entry: Entry, words: IndexText, context: EditionContext) -> list[Any]:
    """One entry: the heading cell with locators, then the references, each cell labelled."""
    values: dict[str, Inlines] = {
        "symbol": compose_symbol(entry.symbol, context),
        "record": compose_text(entry.record, context),
        "paragraphs": compose_references(entry.paragraphs, context),
        "recommendations": compose_references(entry.recommendations, context),
    }
    cells = [cell(compose_locators(entry, context), attributes(classes=["locators"], scope="row"))]
    cells += [
        cell(inlines, attributes(classes=[column], label=column_name(column, words, context)))
        for column, inlines in values.items()
    ]
    return row(cells, attributes())


def compose_references(text: str, context: EditionContext) -> Inlines:
    """Compose references with unbroken ranges, so that no line ends with a dash."""
    text = keep_together(text, context.language)
    dash = re.escape(context.language.range.format(first="", last=""))
    inlines: Inlines = []
    for place, part in enumerate(re.split(f"({_END}{dash}{_END})", text)):
        composed = compose_text(part, context)
        is_range = place % 2 == 1  # the split returns its separators in every second place
        inlines += [span(composed, attributes(classes=["range"]))] if is_range else composed
    return inlines


def compose_locators(entry: Entry, context: EditionContext) -> Inlines:
    """Compose the locators of an entry, each linked to its unit; preambular ones come first."""
    inlines = compose_runs(entry.preambular, context)
    if entry.preambular and entry.locators:
        inlines.append(string(context.language.references.after_preambular))
    return inlines + compose_runs(entry.locators, context)


def compose_runs(runs: Sequence[LocatorRun], context: EditionContext) -> Inlines:
    """Compose locators and ranges as a list in running text, each linked to its unit."""
    between = ["", *separators(len(runs), context.language)]
    inlines: Inlines = []
    for separator, run in zip(between, runs, strict=False):
        inlines += [string(separator)] if separator else []
        inlines += _linked(run, context)
    return inlines


def _linked(run: LocatorRun, context: EditionContext) -> Inlines:
    first = _locator(run.first, run.first_key, context)
    if run.last is None or run.last_key is None:
        return [first]
    dash = context.language.range.format(first="", last="")
    last = _locator(run.last, run.last_key, context)
    return [span([first, string(dash), last], attributes(classes=["range"]))]


def _locator(text: str, key: str, context: EditionContext) -> Element:
    at_locator = attributes(classes=["locator"], **direction(context))
    if not context.holds_records:
        return span([string(text)], at_locator)
    return link([string(text)], f"#{key}", at_locator)
