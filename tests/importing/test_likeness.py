"""A text whose length or numbers are not those of the record is not taken as official."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from compendium.importing.record_likeness import unlike

Texts = dict[str, str]
HELD: dict[str, Texts] = YAML(typ="safe", pure=True).load(
    Path(__file__).with_name("likeness.yaml").read_text(encoding="utf-8")
)
SOURCE, SPANISH = HELD["en"], HELD["es"]


def doubtful(texts: Texts) -> list[str]:
    """The texts in doubt, by their numbers."""
    pairs = {tuple(place.split(".")): (SOURCE[place], text) for place, text in texts.items()}
    return sorted(".".join(steps) for steps in unlike(pairs))


@pytest.mark.parametrize("code", ["es", "zh", "ar"])
def test_what_is_like(code: str) -> None:
    """A translation is as long as its language makes it, and names what its source names."""
    assert doubtful(HELD[code]) == []


@pytest.mark.parametrize("code", ["es", "zh"])
def test_length(code: str) -> None:
    """A text that is cut, or holds another, is in doubt, and no other."""
    texts = HELD[code]
    assert doubtful({**texts, "1": texts["1"][: len(texts["1"]) // 3]}) == ["1"]
    assert doubtful({**texts, "1": texts["1"] + texts["pp.4"] + texts["pp.3"]}) == ["1"]
    assert doubtful({**texts, "2": texts["2"] + texts["1"]}) == ["2"]


def test_a_preamble_divided_otherwise() -> None:
    """All paragraphs from before the first in doubt to after the last are in doubt."""
    joined = f"{SPANISH['pp.2']} {SPANISH['pp.3']}"
    third, fourth = SPANISH["pp.4"][:18], SPANISH["pp.4"][18:]
    otherwise = {**SPANISH, "pp.2": joined, "pp.3": third, "pp.4": fourth}
    assert doubtful(otherwise) == ["pp.1", "pp.2", "pp.3", "pp.4"]


@pytest.mark.parametrize("after", ["75/2", "75/1 y 75/2", "otra"])
def test_numbers(after: str) -> None:
    """A text that names other resolutions than its source, or fewer, is in doubt."""
    assert "pp.1" in doubtful({**SPANISH, "pp.1": SPANISH["pp.1"].replace("75/1", after)})


def test_a_text_that_is_cut_off() -> None:
    """The last text is in doubt where it has no end and that of the record has one."""
    for cut in ("Descan", "Descansa[^1]"):
        assert doubtful({**SPANISH, "2": cut}) == ["2"]
    assert doubtful({**SPANISH, "1": SPANISH["1"].rstrip(";")}) == []
