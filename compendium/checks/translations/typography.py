"""Typography: the marks and spaces of a translation are those of its language."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from compendium.checks.fault import Fault
from compendium.checks.foreign_letters import REMEDY, foreign_message, within
from compendium.languages.language import Language
from compendium.languages.letters import UNSEEN, foreign_words, strange_letters
from compendium.model.characters import named
from compendium.model.markup import ADDRESS
from compendium.model.symbols import symbols_in

_CODES = {"spaces": "Y001", "quotation": "Y002", "punctuation": "Y003", "style": "Y009"}
_SPACES = re.compile(r"[ \t\u00a0\u202f]{2,}|\n")
_STRAIGHT = re.compile(r"[\"'`]")
_ENUMERATOR = re.compile(r"(?<![\w(])(?:[a-z]{1,2}|[ivx]+)\)")
# Two commas, colons or stops, of any script; three full stops are an ellipsis.
_STOPS = re.compile(
    r"(?<!\.)\.\.(?!\.)|[,;:\u060c\u061b\u3001\uff0c\uff1a\uff1b][.\u3002]"
    r"|[,;:\u060c\u061b\u3001\u3002\uff0c\uff1a\uff1b]{2,}"
)
_BRACKETS = (("(", ")"), ("\uff08", "\uff09"), ("[", "]"), ("《", "》"))
_REACH = 12


def check_typography(source: str, text: str, language: Language) -> Iterator[Fault]:
    """Y001 to Y010, in one text; addresses and document symbols do not count."""
    whole, text = text, _blank_names(text)
    yield from _stray_spaces(text)
    ruled = []
    for rule in language.writing.rules:
        if rule.source is None or _pattern(rule.source).search(source):
            for match in _pattern(rule.find).finditer(text):
                ruled.append(match)
                excerpt = _excerpt(whole, match.start(), match.end())
                yield Fault(_CODES[rule.kind], f"{rule.message}: {excerpt}", rule.remedy)
    yield from _straight(text, language)
    yield from _doubled(text, language)
    yield from _pairs(text, language)
    yield from _stops(text)
    yield from _letters(text, language, ruled)


@cache
def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text)


def _blank_names(text: str) -> str:
    """The text with letters in place of what is no running text, so that its ends still count."""
    for start, end in symbols_in(text):
        text = f"{text[:start]}{'X' * (end - start)}{text[end:]}"
    return ADDRESS.sub(lambda match: "X" * len(match.group()), text)


def _excerpt(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _REACH), min(len(text), end + _REACH)
    return f"{'…' if first else ''}{text[first:last].strip()}{'…' if last < len(text) else ''}"


def _stray_spaces(text: str) -> Iterator[Fault]:
    if text != text.strip():
        yield Fault("Y001", "a space before or after the text", "delete it")
    for match in _SPACES.finditer(text.strip()):
        excerpt = _excerpt(text, match.start(), match.end())
        yield Fault("Y001", f"two spaces, or the end of a line: {excerpt}", "keep one space")


def _straight(text: str, language: Language) -> Iterator[Fault]:
    for match in _STRAIGHT.finditer(text):
        marks = " ".join(mark.strip() for mark in language.quotes.outer)
        excerpt = _excerpt(text, match.start(), match.end())
        yield Fault("Y002", f"a straight mark: {excerpt}", f"write ’, or {marks}")


def _invisible(text: str) -> Iterator[Fault]:
    for character in sorted(set(text)):
        if unicodedata.category(character) in UNSEEN and character != "\n":
            yield Fault(
                "Y004",
                f"the invisible character {named(character)}",
                "delete it; the edition isolates symbols and numbers by itself",
            )


def _doubled(text: str, language: Language) -> Iterator[Fault]:
    for match in _pattern(language.writing.doubled).finditer(text):
        if match[1].lower() not in language.writing.may_double:
            yield Fault("Y005", f"a word occurs twice: {match.group()}", "keep one of them")


def _pairs(text: str, language: Language) -> Iterator[Fault]:
    opening, closing = (mark.strip() for mark in language.quotes.outer)
    if not language.marks.subparagraph.startswith("("):
        text = _ENUMERATOR.sub("", text)  # a) closes no bracket
    for first, last in (*_BRACKETS, (opening, closing)):
        if text.count(first) != text.count(last):
            yield Fault(
                "Y006",
                f"{first} and {last} are not in pairs",
                "add the missing one, or delete the other",
            )


def _stops(text: str) -> Iterator[Fault]:
    for match in _STOPS.finditer(text):
        excerpt = _excerpt(text, match.start(), match.end())
        yield Fault("Y007", f"two punctuation marks: {excerpt}", "keep one of them")


def check_letters(text: str, language: Language) -> Iterator[Fault]:
    """Y004, Y008 and Y010: what cannot be seen, and what looks like another letter."""
    yield from _letters(_blank_names(text), language, [])


def _letters(text: str, language: Language, ruled: list[re.Match[str]]) -> Iterator[Fault]:
    """The letters of a text but for those on which a rule of the language had its say."""
    yield from _invisible(text)
    words = [*ruled]
    for match, letters in foreign_words(text, language):
        words.append(match)
        message = foreign_message(match.group(), letters, language)
        yield Fault("Y008", message, "type the word again")
    for strange in strange_letters(text, language):
        if not within(strange, words):
            excerpt = _excerpt(text, strange.start, strange.start + 1)
            yield Fault("Y010", f"{strange.message}: {excerpt}", REMEDY)
