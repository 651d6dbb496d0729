"""Composes what an edition says about the states of its texts: official, reviewed and so on."""

from __future__ import annotations

from collections.abc import Iterable

from compendium.composing.inlines import EditionContext, compose_frame, fill
from compendium.composing.pandoc_ast import Blocks, Inlines, attributes, div, para, string
from compendium.texts.states import RANKS, State, is_translated


def compose_state(keys: Iterable[str], context: EditionContext) -> Blocks:
    """Compose a line for the screen that names the states of the texts of a section.

    The texts of record need none; a text that is not translated has a sign of its own.

    Args:
        keys: the keys of the texts.
        context: the texts and settings of the edition.
    """
    if context.texts.is_source:
        return []
    states = {context.texts.state_at(key) for key in keys}
    present = [state for state in RANKS if state in states and is_translated(state)]
    if not present:
        return []
    inlines: Inlines = []
    for place, state in enumerate(present):
        inlines += [string("; ")] if place else []
        label = f"state_{state}"
        inlines += compose_frame(f"labels.{label}", context.labels[label], context)
    return [div([para(inlines)], attributes(classes=["state"]))]


def state_notice(pattern: str, context: EditionContext) -> str:
    """The notice of how many texts are in each state.

    Args:
        pattern: the notice in the language of the edition, with {total}, {official}, {reviewed},
            {unofficial} and {untranslated}.
        context: the texts and settings of the edition.
    """
    shares = context.texts.shares()
    untranslated = shares[State.MISSING] + shares[State.FUZZY]
    values = {
        "total": len(context.texts.states),
        "official": shares[State.OFFICIAL],
        "reviewed": shares[State.REVIEWED],
        "unofficial": shares[State.UNOFFICIAL],
        "untranslated": untranslated,
    }
    return fill(pattern, values)
