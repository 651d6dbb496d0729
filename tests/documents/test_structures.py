"""What is taken from the structure of Akoma Ntoso: the cases of structures.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.documents.adopted import read_adopted
from compendium.documents.akoma_ntoso import read_akoma_ntoso
from compendium.errors import InputError
from compendium.languages.language import load_language
from support.cases import Case, read_cases
from support.drawn_statements import PREFACE, document
from support.shown_content import shown

CASES = read_cases(Path(__file__).with_name("structures.md"))
SYMBOL = "A/RES/12/1"


@pytest.mark.parametrize("case", CASES, ids=[f"{c.language.code}: {c.title}" for c in CASES])
def test_structure(case: Case) -> None:
    """Every text has the place that the file says, or the structure is refused by its name."""
    try:
        original = read_akoma_ntoso(document(case.given), Path("a.xml"))
        said = "\n".join(shown(read_adopted(original, case.language, SYMBOL)))
        assert "I023" not in said
    except InputError as fault:
        said = fault.message
    assert said == case.wanted


@pytest.mark.parametrize("said", ["The Assembly decides to row.", "1. Rows", "The Assembly,"])
def test_a_text_in_the_masthead_is_told(said: str) -> None:
    """What a file calls its preface is none where it has the form of a text."""
    cover = f"<coverPage><p>{said}</p><p>Lamps: other questions</p></coverPage>"
    body = "<paragraph><num>1.</num><content><p>Rests.</p></content></paragraph>"
    drawn = f"{cover}{PREFACE}\n<mainBody>{body}</mainBody>"
    original = read_akoma_ntoso(document(drawn), Path("a.xml"))
    told = list(shown(read_adopted(original, load_language("en"), SYMBOL)))
    assert told[-1] == f"I023 line 1: this went nowhere: {said}"
