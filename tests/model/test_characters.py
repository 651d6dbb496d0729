"""Characters and lines: what no text may hold, and what ends a line."""

from __future__ import annotations

import sys
from unicodedata import category

import pytest

from compendium.model.characters import forbidden, without_forbidden
from compendium.model.lines import lines_of, lines_with_ends

EVERYTHING = "".join(map(chr, range(sys.maxunicode + 1)))


def test_all_controls_separators_and_halves_are_forbidden() -> None:
    """Of the kinds of Unicode, all controls but tab and line ends, separators and halves go."""
    left = without_forbidden(EVERYTHING)
    assert {letter for letter in left if category(letter) in {"Cc", "Cs", "Zl", "Zp"}} == set(
        "\t\n\r"
    )


def test_the_sixty_six_that_are_no_characters_are_forbidden() -> None:
    """Unicode names 66 places that are no character, in all its planes."""
    found = {one.character for one in forbidden(EVERYTHING) if category(one.character) == "Cn"}
    assert len(found) == 66


def test_what_python_splits_at_ends_no_line() -> None:
    """Of the characters at which Python ends a line, only the line ends of files do."""
    ends = [letter for letter in EVERYTHING[:0x3000] if len(lines_of(f"a{letter}b")) > 1]
    assert ends == ["\n", "\r"]


@pytest.mark.parametrize("text", ["", "a", "a\n", "\r\n\n", "a\rb\r\nc\u2028d\n\ne"])
def test_lines_are_the_text(text: str) -> None:
    """Nothing is lost between the lines of a text."""
    assert "".join(lines_with_ends(text)) == text


def test_a_printable_text_is_not_searched_in_vain() -> None:
    """No character that Python calls printable is forbidden, so a printable text is not read."""
    printable = "".join(character for character in EVERYTHING if character.isprintable())
    assert without_forbidden(printable) == printable


def test_a_forbidden_character_is_found_before_the_end_of_a_line() -> None:
    """A text that is printable but for one character, or but for its end, is read."""
    assert [found.start for found in forbidden("lamp\x07\n")] == [4]
    assert [found.start for found in forbidden("lamp\u2028")] == [4]
    assert [*forbidden("lamp\n")] == []
