"""What an official text may not be: in another language, garbled, or of other facts.

The texts stand in `compared_texts.yaml`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from compendium.importing.text_comparison import TextComparison
from compendium.languages.language import load_language

Pair = dict[str, str]
HELD: dict[str, list[Pair]] = YAML(typ="safe", pure=True).load(
    Path(__file__).with_name("compared_texts.yaml").read_text(encoding="utf-8")
)


@cache
def comparison(code: str) -> TextComparison:
    """The comparison of English with a language."""
    return TextComparison(load_language("en"), load_language(code))


def held_against(pair: Pair, *, is_foreign: bool) -> str:
    """What is held against a text that is foreign, or not."""
    compared = comparison(pair["language"])
    if is_foreign:
        return "foreign"
    if compared.garbled(pair["theirs"]):
        return "garbled"
    if compared.unfinished(pair["ours"], pair["theirs"]):
        return "unfinished"
    facts = compared.facts(pair["ours"], pair["theirs"])
    only_one = "only_one" if facts.only_one else "right"
    return "other" if facts.other else only_one


@pytest.mark.parametrize("pair", HELD["texts"], ids=lambda pair: pair["theirs"][:40])
def test_a_text(pair: Pair) -> None:
    """A right text has nothing held against it, and a wrong one what is wrong with it."""
    is_foreign = comparison(pair["language"]).is_foreign(pair["theirs"])
    assert held_against(pair, is_foreign=is_foreign) == pair["is"]


@pytest.mark.parametrize("pair", HELD["notes"], ids=lambda pair: pair["theirs"][:40])
def test_a_note(pair: Pair) -> None:
    """Notes may leave untranslated what those of the language do, and titles of works."""
    is_foreign = comparison(pair["language"]).is_foreign_note(pair["ours"], pair["theirs"])
    assert held_against(pair, is_foreign=is_foreign) == pair["is"]
