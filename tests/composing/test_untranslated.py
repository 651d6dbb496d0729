"""Where a translation is missing, the text of the records stands, with its language and a sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from compendium.composing.document import compose_document
from compendium.composing.inlines import EditionContext
from compendium.indexing.entries import make_index
from compendium.languages.language import load_language
from compendium.model.corpus import Corpus
from compendium.texts.keys import map_texts
from compendium.texts.textset import Languages, localise

KEY = "compendium"
# What templates put where only plain text may stand, and so without a language.
_PLAIN = {"pagetitle", "description", "author", "keywords"}


@pytest.fixture(scope="module")
def composed(corpus: Corpus, setting: EditionContext) -> dict[str, Any]:
    """The compendium of the example in Arabic, of which nothing is translated."""
    texts = localise(corpus, {}, Languages("en", "ar"))
    edition = texts.corpus.edition(KEY)
    arabic = replace(setting, language=load_language("ar"), texts=texts.for_edition(edition))
    index = make_index(texts.corpus, edition, arabic.language)
    return compose_document(edition, index, arabic)


def _said(of: Any, language: str = "ar") -> Iterator[tuple[str, str]]:
    """Every string below an element, with the language that its elements give it."""
    if isinstance(of, list):
        for member in of:
            yield from _said(member, language)
    elif isinstance(of, dict) and of.get("t") == "Str":
        yield language, of["c"]
    elif isinstance(of, dict) and of.get("t") == "Span":
        pairs = dict(of["c"][0][2])
        yield from _said(of["c"][1], pairs.get("lang", language))
    elif isinstance(of, dict):
        for name, value in of.items():
            if name not in _PLAIN:
                yield from _said(value, language)


def _pairs(of: Any) -> Iterator[tuple[str, str]]:
    """The names and values of all attributes below an element."""
    if isinstance(of, list):
        if len(of) == 3 and isinstance(of[0], str) and isinstance(of[2], list):
            yield from ((name, value) for name, value in of[2])
        for member in of:
            yield from _pairs(member)
    elif isinstance(of, dict):
        for value in of.values():
            yield from _pairs(value)


def test_every_text_says_its_language(composed: dict[str, Any], corpus: Corpus) -> None:
    """No text of the records, and none of the frame, is left without the mark of its language."""
    unmarked = " ".join(text for language, text in _said(composed) if language == "ar")
    texts: dict[str, str] = {}

    def take(key: str, text: str) -> str:
        texts[key] = text
        return text

    map_texts(corpus, take)
    words = {
        key: piece
        for key, text in texts.items()
        for piece in text.replace("*", "{").replace("[", "{").split("{")[:1]
        if len(piece) > 3 and not key.startswith(("place.", "body."))
    }
    assert len(words) > 60
    assert [key for key, piece in words.items() if piece in unmarked] == []


def test_every_text_bears_the_sign(composed: dict[str, Any]) -> None:
    """Where only plain text may stand, such as a running head, the sign stands before it."""
    plain = [
        (name, value)
        for name, value in _pairs(composed["blocks"])
        if name in {"running-head", "continued", "label"}
    ]
    assert {name for name, _ in plain} == {"running-head", "continued", "label"}
    assert [value for _, value in plain if not value.startswith("EN ")] == []


def test_names_of_links_say_their_language(composed: dict[str, Any]) -> None:
    """The name of a link is read in the language that it is in."""
    named = [
        dict(element["c"][0][2])
        for element in _elements(composed["blocks"])
        if element["t"] == "Link" and "permalink" in element["c"][0][1]
    ]
    assert named
    assert {pairs["lang"] for pairs in named} == {"en"}


def test_numbers_in_a_text_are_of_its_language(composed: dict[str, Any]) -> None:
    """The ordinal that fills a text, and the letter of a part, are those of its own language."""
    english = [text for language, text in _said(composed["blocks"]) if language == "en"]
    assert any("at its first three meetings" in text for text in english)
    assert "Part~A" in [text.replace("\N{NO-BREAK SPACE}", "~") for text in english]


def _elements(of: Any) -> Iterator[dict[str, Any]]:
    if isinstance(of, dict):
        if "t" in of:
            yield of
        of = list(of.values())
    if isinstance(of, list):
        for value in of:
            yield from _elements(value)
