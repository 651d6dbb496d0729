"""Composes the metadata of a document, for the templates and for the properties of files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from compendium.composing.edition_states import state_notice
from compendium.composing.inlines import EditionContext, compose_frame, signed
from compendium.composing.pandoc_ast import (
    Element,
    Inlines,
    meta_inlines,
    meta_list,
    meta_map,
    meta_string,
    string,
)
from compendium.languages.forms import format_day
from compendium.languages.language import load_language
from compendium.model.editions import Edition, Masthead
from compendium.model.markup import without_markup
from compendium.model.units import units_of

_TEXTS = (
    "title",
    "short_title",
    "subtitle",
    "publisher",
    "copyright",
    "contents_heading",
    "contents_remark",
    "status",
)
_LISTS = ("imprint", "disclaimers", "colophon")


def compose_metadata(edition: Edition, context: EditionContext) -> dict[str, Element]:
    """Compose the metadata: cover, title page, imprint, contents, notices, labels."""
    language = context.language
    texts = {
        "lang": language.lang,
        "dir": language.direction,
        "script": language.script.lower(),
        "pagetitle": without_markup(edition.title),
        "description": without_markup(_description(edition, context)),
        "author": without_markup(edition.publisher),
        "edition": edition.key,
        "design": edition.design.value,
    }
    return {
        **{key: meta_string(text) for key, text in texts.items()},
        "fonts": meta_map({name: _strings(families) for name, families in language.fonts}),
        "keywords": _strings(map(without_markup, edition.keywords)),
        "label": meta_map(
            {
                key: meta_string(signed(f"labels.{key}", text, context))
                for key, text in edition.labels.items()
            }
        ),
        "bars": _strings(_cover_bars(edition, context)),
        **_frame(edition, context),
        **({"masthead": _masthead(edition.masthead, context)} if edition.masthead else {}),
    }


def _description(edition: Edition, context: EditionContext) -> str:
    """The subject of the edition and, in a translation, the numbers of texts in each state."""
    if context.texts.is_source:
        return edition.subject
    notice = state_notice(edition.notice, context)
    return context.language.sentences.format(edition.subject, notice)


def _frame(edition: Edition, context: EditionContext) -> dict[str, Element]:
    fields = {name: getattr(edition, name) for name in (*_TEXTS, *_LISTS)}
    texts = {
        name: meta_inlines(compose_frame(name, fields[name], context))
        for name in _TEXTS
        if fields[name]
    }
    lists = {
        name: meta_list(
            [
                meta_inlines(compose_frame(f"{name}.{place}", text, context))
                for place, text in enumerate(fields[name], start=1)
            ]
        )
        for name in _LISTS
    }
    if not context.texts.is_source:
        notice = state_notice(edition.notice, context)
        texts["notice"] = meta_inlines(compose_frame("notice", notice, context))
    return {name.replace("_", "-"): element for name, element in {**texts, **lists}.items()}


def _masthead(masthead: Masthead, context: EditionContext) -> Element:
    """The masthead of a paper: its texts, and the language's lines on distribution and original.

    Remarks get asterisks in the order of their texts: *, **.
    """
    lines = context.language.masthead
    head = load_language(lines.language)
    composed = {"date": [string(format_day(masthead.date, head))]}
    for name in ("organ", "body", "place_and_dates", "item", "matter", "origin"):
        composed[name] = compose_frame(f"masthead.{name}", getattr(masthead, name), context)
    remarks = _mark_remarks(composed, masthead, context)
    texts = {name.replace("_", "-"): meta_inlines(inlines) for name, inlines in composed.items()}
    return meta_map(
        {
            **texts,
            "symbol": meta_string(masthead.symbol),
            "distribution": meta_string(lines.distribution),
            **({"version": meta_string(lines.version)} if lines.version else {}),
            "original": meta_string(lines.original),
            "lang": meta_string(head.lang),
            "dir": meta_string(head.direction),
            "remarks": meta_list(remarks),
        }
    )


def _mark_remarks(
    composed: Mapping[str, Inlines], masthead: Masthead, context: EditionContext
) -> list[Element]:
    """Add asterisks to the texts with remarks, and compose the remarks."""
    remarks: list[Element] = []
    for name, inlines in composed.items():
        remark = getattr(masthead, f"{name}_remark", None)
        if remark is not None:
            mark = string("*" * (len(remarks) + 1))
            inlines.append(mark)
            words = compose_frame(f"masthead.{name}_remark", remark, context)
            remarks.append(meta_inlines([mark, string(" "), *words]))
    return remarks


def _strings(texts: Iterable[str]) -> Element:
    return meta_list([meta_string(text) for text in texts])


def _cover_bars(edition: Edition, context: EditionContext) -> list[str]:
    """The ornament of the cover: a bar for each gathering, in proportion to the text it adopted."""
    counts = [
        sum(1 for _ in units_of(gathering))
        for part in edition.parts
        for gathering in context.texts.corpus.gatherings(part.body)
    ]
    longest = max(counts, default=0) or 1
    return [f"{100 * count / longest:.1f}" for count in counts]
