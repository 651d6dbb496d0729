"""Composes texts as inline elements: emphasis, notes, linked document symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from compendium.changes.change import Changes
from compendium.composing.pandoc_ast import (
    Element,
    Inlines,
    attributes,
    emphasis,
    link,
    note,
    para,
    span,
    string,
)
from compendium.errors import InputError
from compendium.languages.language import (
    NO_BREAK_SPACE,
    Language,
    keep_together,
    load_language,
    unbroken,
)
from compendium.model.markup import EMPHASIS, FOREIGN, NOTE, read_escapes, unshield, without_markup
from compendium.model.record_texts import note_key
from compendium.model.symbols import symbols_in
from compendium.texts.textset import TextSet

_MARKUP = re.compile(rf"{EMPHASIS.pattern}|{NOTE.pattern}|{FOREIGN.pattern}")
_PLACEHOLDER = re.compile(r"\{(\w+)\}")
# Numbers and Latin letters with signs between them, which right-to-left text would reorder: 35-41,
# 5/2, E.09.V.11.
_NUMBERS = re.compile(r"[A-Za-z0-9]+(?:[-\u2013/.,:][A-Za-z0-9]+)+")
# The remedy for records that can be read but contradict themselves.
CHECK_FIRST = "run `compendium check`, and correct what it finds"
_UNBROKEN = attributes(classes=["unbroken"])


@dataclass(frozen=True, slots=True)
class EditionContext:
    """The texts and settings that the composing of a text depends on.

    `language` is the language of the edition; `source` is that of the records, which is used where
    `texts` has no translation. `labels` are the words of the edition's interface.
    `document_address` is a pattern with {language} and {symbol}. `frame` is the key of the words of
    the edition itself. If an edition does not contain the records, its locators are not links.
    `changes` are those since the last publication, if the edition names that state.
    """

    language: Language
    source: Language
    texts: TextSet
    labels: Mapping[str, str]
    document_address: str
    frame: str
    holds_records: bool = True
    changes: Changes | None = None

    @property
    def is_rtl(self) -> bool:
        """Whether the language runs from right to left."""
        return self.language.direction == "rtl"

    def language_at(self, key: str) -> Language:
        """The language of the text at a key: that of the records if the text is not translated."""
        return self.language if self.texts.is_translated(key) else self.source


def fill(text: str, values: Mapping[str, object]) -> str:
    """Replace the placeholders in a text whose names have a value.

    >>> fill("Part {letter}", {"letter": "A"}), fill("{other}", {})
    ('Part A', '{other}')
    """
    return _PLACEHOLDER.sub(lambda match: str(values.get(match[1], match.group())), text)


def compose_text(text: str, context: EditionContext) -> Inlines:
    """Compose a text that the language data provide, such as a date or the name of a gathering."""
    return _marked(read_escapes(text), context, {}, "")


def compose_frame(field: str, text: str, context: EditionContext) -> Inlines:
    """Compose a text of the frame, by its field, such as `index.heading`."""
    return compose_keyed(f"{context.frame}.{field}", text, context)


def compose_keyed(
    key: str,
    text: str,
    context: EditionContext,
    notes: Mapping[int, str] | None = None,
    *,
    notes_of: str = "",
) -> Inlines:
    """Compose the text at a key, with `*emphasis*` and note marks `[^1]`.

    A text that is not translated is marked with its own language and a sign.

    Args:
        key: the key of the text.
        text: the text.
        context: the texts of the edition.
        notes: its notes, by the number of their mark.
        notes_of: the key of the text to which the notes belong, if it is another.

    Raises:
        InputError: if a mark has no note.
    """
    if context.texts.is_translated(key):
        return _marked(read_escapes(text), context, notes or {}, notes_of or key)
    return _untranslated(text, context, notes or {}, notes_of or key)


def compose_source(text: str, context: EditionContext) -> Inlines:
    """Compose a text that exists only in the language of the records."""
    if context.texts.is_source:
        return compose_text(text, context)
    return _untranslated(text, context, {}, "")


def _untranslated(
    text: str, context: EditionContext, notes: Mapping[int, str], key: str
) -> Inlines:
    sign = span(
        [string(_sign(context))],
        attributes(classes=["sign"], title=without_markup(context.labels["untranslated"])),
    )
    source = replace(context, language=context.source)
    marked = _marked(read_escapes(text), source, notes, key)
    return [sign, string(" "), _in_language(marked, context.source)]


def signed(field: str, text: str, context: EditionContext) -> str:
    """A text of the frame as plain text, with the sign if it is not translated."""
    return signed_keyed(f"{context.frame}.{field}", text, context)


def signed_keyed(key: str, text: str, context: EditionContext) -> str:
    """The text at a key as plain text, with the sign if it is not translated."""
    text = without_markup(text)
    return text if context.texts.is_translated(key) else f"{_sign(context)} {text}"


def _sign(context: EditionContext) -> str:
    return context.source.code.upper()


def _in_language(inlines: Inlines, language: Language) -> Element:
    return span(inlines, attributes(lang=language.lang, dir=language.direction))


def compose_symbol(symbol: str, context: EditionContext) -> Inlines:
    """A document symbol as a link to its official address."""
    values = {"language": context.language.code, "symbol": symbol}
    address = fill(context.document_address, values)
    return [link([string(symbol)], address, attributes(classes=["symbol"], **direction(context)))]


def direction(context: EditionContext) -> dict[str, str]:
    """The attribute that keeps symbols, locators and numbers in order within Arabic text."""
    return {"dir": "ltr"} if context.is_rtl else {}


def _marked(text: str, context: EditionContext, notes: Mapping[int, str], key: str) -> Inlines:
    """The inline elements of a shielded text."""
    inlines: Inlines = []
    end = 0
    for match in _MARKUP.finditer(text):
        inlines += _plain(text[end : match.start()], context)
        if match["note"]:
            inlines.append(_note(int(match["note"]), context, notes, key))
        elif match["foreign"]:
            inlines.append(_foreign(match["foreign"], match["lang"], context))
        else:
            inlines.append(emphasis(_marked(match["emphasis"], context, notes, key)))
        end = match.end()
    return inlines + _plain(text[end:], context)


def _foreign(text: str, lang: str, context: EditionContext) -> Element:
    """Words that stay in another language; only the direction of the records' language is known."""
    inlines = _marked(text, replace(context, language=context.source), {}, "")
    if lang == context.source.lang:
        return _in_language(inlines, context.source)
    return span(inlines, attributes(lang=lang))


def _note(number: int, context: EditionContext, notes: Mapping[int, str], key: str) -> Element:
    """A note, which may be translated although its text is not."""
    place, note_language = note_key(key, number), load_language(context.texts.language)
    if number not in notes:
        raise InputError(f"{key}: the mark [^{number}] has no note", remedy=CHECK_FIRST)
    inlines = compose_keyed(place, notes[number], replace(context, language=note_language))
    if context.language is not note_language and context.texts.is_translated(place):
        inlines = [_in_language(inlines, note_language)]
    return note([para(inlines)])


def _plain(text: str, context: EditionContext) -> Inlines:
    """The inline elements of a shielded text without marks."""
    text = unshield(text)
    inlines: Inlines = []
    end = 0
    for start, stop in symbols_in(text):
        inlines += _words(text[end:start], context)
        inlines += compose_symbol(text[start:stop], context)
        end = stop
    return inlines + _words(text[end:], context)


def _words(text: str, context: EditionContext) -> Inlines:
    text = keep_together(text, context.language)
    inlines: Inlines = []
    end = 0
    for start, stop, attribute in _unbroken_stretches(text, context):
        text_before = text[end:start]
        piece = span([string(text[start:stop])], attribute)
        if text_before.endswith(NO_BREAK_SPACE):
            # WeasyPrint breaks a line too early if a text from right to left ends in this space
            text_before = text_before.removesuffix(NO_BREAK_SPACE)
            piece = span([string(NO_BREAK_SPACE), piece], _UNBROKEN)
        inlines += [string(text_before)] if text_before else []
        inlines.append(piece)
        end = stop
    return inlines + ([string(text[end:])] if text[end:] else [])


def _unbroken_stretches(text: str, context: EditionContext) -> Iterator[tuple[int, int, list[Any]]]:
    """The stretches that a line may not divide and, in Arabic, those that must stay in order."""
    numbers = list(_NUMBERS.finditer(text)) if context.is_rtl else []
    places = {match.span(): attributes(**direction(context)) for match in numbers}
    for match in unbroken(text, context.language):
        places[match.span()] = attributes(
            classes=["unbroken"], **(direction(context) if match.span() in places else {})
        )
    end = 0
    for (start, stop), attribute in sorted(places.items(), key=lambda place: place[0]):
        if start >= end:
            yield start, stop, attribute
            end = stop
