"""Texts of the records as inline elements: emphasis, notes, linked document symbols."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from compendium.composing.pandoc import (
    Inlines,
    attributes,
    emphasis,
    link,
    note,
    para,
    string,
)
from compendium.languages.language import Language, keep_together
from compendium.model.symbols import symbols_in

_MARKUP = re.compile(r"\*(?P<emphasis>[^*]+)\*|\[\^(?P<note>[0-9]+)\]")


@dataclass(frozen=True, slots=True)
class Setting:
    """What the composing of a text depends on: the language, and where documents are found.

    `document_address` is a pattern with {language} and {symbol}.
    """

    language: Language
    document_address: str


def compose_text(text: str, setting: Setting, notes: Mapping[int, str] | None = None) -> Inlines:
    """The inline elements of a text with `*emphasis*` and note marks `[^1]`.

    Raises:
        KeyError: if a mark has no note; `compendium check` finds that first.
    """
    inlines: Inlines = []
    end = 0
    for match in _MARKUP.finditer(text):
        inlines += _plain(text[end : match.start()], setting)
        if match["note"]:
            inlines.append(note([para(compose_text((notes or {})[int(match["note"])], setting))]))
        else:
            inlines.append(emphasis(_plain(match["emphasis"], setting)))
        end = match.end()
    return inlines + _plain(text[end:], setting)


def compose_symbol(symbol: str, setting: Setting) -> Inlines:
    """A document symbol as a link to its official address."""
    address = setting.document_address.format(language=setting.language.code, symbol=symbol)
    return [link([string(symbol)], address, attributes(classes=["symbol"]))]


def _plain(text: str, setting: Setting) -> Inlines:
    inlines: Inlines = []
    end = 0
    for start, stop in symbols_in(text):
        inlines += _words(text[end:start], setting)
        inlines += compose_symbol(text[start:stop], setting)
        end = stop
    return inlines + _words(text[end:], setting)


def _words(text: str, setting: Setting) -> Inlines:
    return [string(keep_together(text, setting.language))] if text else []
