"""Before a paragraph stands the number that Word shows there: the cases of word_lists.md."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.documents.adopted import read_adopted
from compendium.documents.word_file import read_word
from compendium.errors import InputError
from compendium.languages.language import load_language
from support.cases import Case, read_cases
from support.word_files import drawn

CASES = read_cases(Path(__file__).with_name("word_lists.md"))
ENGLISH = load_language("en")


@pytest.mark.parametrize("case", CASES, ids=[f"{c.language.code}: {c.title}" for c in CASES])
def test_number_shown(case: Case) -> None:
    """What Word numbers by itself is read as it shows it."""
    original = read_word(drawn(case.given), Path("a.docx"))
    assert "\n".join(line.text for line in original.lines) == case.wanted


def test_numbers_are_accounted_for() -> None:
    """An automatic number that a reader loses is missing in the account."""
    text = "a: decimal@70 %1.\n\n- Resolution 12/1\n- Lamps\n- The Conference,\na0 Rests."
    original = read_word(drawn(text), Path("a.docx"))
    assert "70" in original.shown
    assert read_adopted(original, ENGLISH, None).account.faults == ()


@pytest.mark.parametrize(
    ("level", "said"),
    [("cardinalText %1", "cardinalText"), ("decimal@99999 %1.", "a list has the number 10000")],
)
def test_list_that_is_refused(level: str, said: str) -> None:
    """A list in a format that is not known, or with a number beyond any document, is refused."""
    with pytest.raises(InputError, match=said):
        read_word(drawn(f"a: {level}\n\na0 Lamps"), Path("a.docx"))
