"""A text whose words are not those of the record is not taken as official.

The texts stand in `other_words.yaml`.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from compendium.importing.text_comparison import TextComparison
from compendium.languages.language import load_language

Texts = dict[str, str]
HELD: dict[str, dict[str, Any]] = YAML(typ="safe", pure=True).load(
    Path(__file__).with_name("other_words.yaml").read_text(encoding="utf-8")
)
TEXTS: dict[str, Texts] = HELD["texts"]
SOURCE = TEXTS["en"]
CODES = ["es", "fr", "ru", "ar", "zh"]


def doubtful(code: str, texts: Texts) -> list[str]:
    """The texts in doubt, by their numbers."""
    compared = TextComparison(load_language("en"), load_language(code))
    pairs = {tuple(place.split(".")): (SOURCE[place], text) for place, text in texts.items()}
    return [".".join(steps) for steps in compared.words(pairs)]


def of_other_extent(code: str, long: str) -> list[str]:
    """The texts that lack words or have others, where a long one is among them."""
    compared = TextComparison(load_language("en"), load_language(code))
    pairs = {tuple(place.split(".")): (SOURCE[place], text) for place, text in TEXTS[code].items()}
    pairs["4",] = ("".join(HELD["long"]["en"]), long)
    return [".".join(steps) for steps in compared.words(pairs)]


@pytest.mark.parametrize("code", CODES)
def test_what_is_right(code: str) -> None:
    """No text with the words of the record is in doubt."""
    assert doubtful(code, TEXTS[code]) == []


@pytest.mark.parametrize("code", CODES)
def test_two_that_are_exchanged(code: str) -> None:
    """Of any two neighbours that stand in each other's place, both are in doubt, and no other."""
    texts = TEXTS[code]
    for first, second in pairwise(texts):
        changed = {**texts, first: texts[second], second: texts[first]}
        assert sorted(doubtful(code, changed)) == sorted([first, second])


@pytest.mark.parametrize("code", CODES)
def test_a_text_of_elsewhere(code: str) -> None:
    """A text that shares hardly a word with that of the record is in doubt."""
    assert doubtful(code, {**TEXTS[code], "2": HELD["others"][code]}) == ["2"]
    assert doubtful(code, {**TEXTS[code], "1.b": HELD["short"][code]}) == ["1.b"]


@pytest.mark.parametrize("code", CODES)
def test_the_formula_of_another_body(code: str) -> None:
    """A formula may name no other body than that of the record."""
    compared = TextComparison(load_language("en"), load_language(code))
    theirs = HELD["formulas"][code]
    assert "the Security Council" in compared.other_body(HELD["formulas"]["en"], theirs)
    assert compared.other_body("The Security Council,", theirs) == ""


@pytest.mark.parametrize("code", CODES)
def test_a_long_text(code: str) -> None:
    """A whole text is in no doubt; one that lost a third is, and one that holds words of others."""
    first, second, third = HELD["long"][code]
    added = HELD["added"][code]
    assert of_other_extent(code, first + second + third) == []
    assert of_other_extent(code, first + third) == ["4"]
    assert of_other_extent(code, first + second + added + added + third) == ["4"]


@pytest.mark.parametrize("code", CODES)
def test_a_document_that_is_cut(code: str) -> None:
    """Where every text lost a third, none is taken, for no other says how long they should be."""
    first, _, third = HELD["long"][code]
    pair = ("".join(HELD["long"]["en"]), first + third)
    compared = TextComparison(load_language("en"), load_language(code))
    assert len(compared.words({(str(number),): pair for number in range(1, 7)})) == 6


def test_a_language_without_known_words() -> None:
    """Nothing is in doubt between languages of which no words are known."""
    compared = TextComparison(load_language("es"), load_language("fr"))
    pairs = {("1",): ("Pide lámparas;", "Rappelle des mèches ;")}
    assert compared.words(pairs) == compared.words_of_notes(pairs) == {}


def test_notes() -> None:
    """Exchanged notes are in doubt, and titles of works are not, which stay in any language."""
    compared = TextComparison(load_language("en"), load_language("es"))
    english = ("Report of the Committee on women.", "See the resolution on human rights.")
    spanish = (
        "Informe de la Comisión sobre las mujeres.",
        "Véase la resolución de derechos humanos.",
    )
    right = {("1",): (english[0], spanish[0]), ("2",): (english[1], spanish[1])}
    wrong = {("1",): (english[0], spanish[1]), ("2",): (english[1], spanish[0])}
    title = "*Report on the Development of Trade and Women* (A/1)."
    assert compared.words_of_notes({**right, ("3",): (title, title)}) == {}
    chinese = TextComparison(load_language("en"), load_language("zh"))
    translated = (title, "《贸易和妇女发展报告》(A/1)。")
    assert chinese.words_of_notes({("1",): translated}) == {}
    assert [*compared.words_of_notes(wrong)] == [("1",), ("2",)]
