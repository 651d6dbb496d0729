"""Faults planted in translations: every one is found, in the example and in this project.

Each text of each language is spoilt in several ways, chosen by a seeded random generator, and
checked again. What the checks say more than before counts as found.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from compendium.checks.translations.agreed_terms import Terms
from compendium.checks.translations.terms import TERMS_FILE, read_terms
from compendium.checks.translations.text_sets import TranslationCheck
from compendium.checks.translations.translated_texts import Translation, read_translations
from compendium.languages.language import Language, load_language
from compendium.reading import read_sources
from compendium.texts.fact_differences import SourceFacts
from compendium.texts.text_units import text_units

SEED = 20220
_YEAR = re.compile(r"(?<![0-9/])(?:19|20)[0-9]{2}(?![0-9/])")
_NOTE = re.compile(r"\[\^[0-9]+\]")
_SYMBOL = re.compile(r"\b[A-Z]{2,}/[A-Za-z0-9./]*[0-9]")

Spoil = Callable[[str, random.Random], str]


def _at_one(pattern: re.Pattern[str], change: Callable[[str], str]) -> Spoil:
    """Change one of the matches."""

    def spoil(text: str, chance: random.Random) -> str:
        places = list(pattern.finditer(text))
        if not places:
            return text
        match = chance.choice(places)
        return text[: match.start()] + change(match.group()) + text[match.end() :]

    return spoil


SPOILS: dict[str, Spoil] = {
    "a dropped year": _at_one(_YEAR, lambda _: ""),
    "another year": _at_one(_YEAR, lambda year: str(int(year) - 2)),
    "a lost note": _at_one(_NOTE, lambda _: ""),
    "another symbol": _at_one(_SYMBOL, lambda symbol: f"{symbol}0"),
    "lost emphasis": lambda text, _: text.replace("*", ""),
    "a lost end": lambda text, _: text.rstrip(".;:,。؛،\uff1b\uff1a\uff0c"),
    "a direction mark": lambda text, _: f"\u200f{text}",
    "two spaces": lambda text, _: text.replace(", ", ",  ", 1),
}


@pytest.fixture(
    scope="module", params=["tests/example", pytest.param(".", marks=pytest.mark.acceptance)]
)
def translated(
    request: pytest.FixtureRequest, root: Path
) -> list[tuple[TranslationCheck, tuple[Translation, ...], Language]]:
    """The checks and the translations of each language."""
    folder = root / request.param
    corpus = read_sources(folder / "sources").corpus
    source = load_language(corpus.language)
    units = {unit.key: unit for unit in text_units(corpus, source)}
    terms, _ = read_terms(folder / "translations" / TERMS_FILE)
    sets, _ = read_translations(folder / "translations", corpus.language)
    facts, found = SourceFacts(source), Terms(terms)
    return [
        (TranslationCheck(facts, s.language, found), s.translated(units), s.language) for s in sets
    ]


@pytest.mark.parametrize("name", SPOILS)
def test_planted_faults(
    translated: list[tuple[TranslationCheck, tuple[Translation, ...], Language]], name: str
) -> None:
    """No planted fault of this kind goes unseen, in any language, in a sample of 60 texts each."""
    chance = random.Random(SEED)  # noqa: S311 - to choose, not to keep a secret
    unseen, planted = [], 0
    for check, texts, language in translated:
        spoilt = [(text, SPOILS[name](text.text, chance)) for text in texts]
        faulty = [(text, bad) for text, bad in spoilt if bad != text.text and _counts(text)]
        for text, bad in chance.sample(faulty, min(60, len(faulty))):
            planted += 1
            if not set(check.faults(text.source, bad)) - set(check.faults(text.source, text.text)):
                unseen.append(f"{language.code} {text.key}: {bad}")
    assert planted >= 5
    assert unseen == []


def _counts(text: Translation) -> bool:
    """Whether the source states the same: the year in a name (2019冠状病毒病) is no fact of it."""
    years = len(_YEAR.findall(text.source))
    closed = text.source[-1] in ".;:,"
    return years == len(_YEAR.findall(text.text)) and closed == (
        text.text[-1] in ".;:,。؛،\uff1b\uff1a\uff0c"
    )
