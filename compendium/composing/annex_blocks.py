"""Composes the annexes of a record, line by line, as they are printed."""

from __future__ import annotations

from collections.abc import Iterator

from compendium.composing.inlines import EditionContext, compose_keyed, signed_keyed
from compendium.composing.pandoc_ast import Element, attributes, div, header, para, plain
from compendium.model.gatherings import Record
from compendium.model.record_texts import Role, annex_texts


def compose_annexes(
    above: str, record: Record, level: int, context: EditionContext
) -> Iterator[Element]:
    """Compose the annexes of a record below its paragraphs.

    Args:
        above: the key of the record.
        record: the record.
        level: the level of the heading of an annex; headings within it are one level lower.
        context: the texts and settings of the edition.
    """
    for annexed in annex_texts(above, record.annexes):
        key = annexed.key
        inlines = compose_keyed(key, annexed.text, context, annexed.notes)
        # A PDF bookmark cannot contain the mark of a note.
        bookmark = {"bookmark": signed_keyed(key, annexed.text, context)} if annexed.notes else {}
        if annexed.role is Role.ANNEX:
            classes = ["annex", "unlisted", "unnumbered"]
            yield header(level, inlines, attributes(key, classes, **bookmark))
        elif annexed.role is Role.ANNEX_HEADING:
            pairs = {"role": "heading", "aria_level": str(level + 1), **bookmark}
            yield div([plain(inlines)], attributes(key, ["annex-heading"], **pairs))
        else:
            yield div([para(inlines)], attributes(key, ["annex-line"]))
