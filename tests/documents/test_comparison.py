"""What counts as a difference of two texts, and how it is shown."""

from __future__ import annotations

import pytest

from compendium.documents.word_comparison import excerpts, opening


@pytest.mark.parametrize(
    ("printed", "ours"),
    [
        ("the *modi operandi* of", "the modi operandi of"),
        ("*(k)* Urged", "(k) Urged"),
        ("resolution [55/25](#), annex", "resolution 55/25, annex"),
        (r"resolutions [2331 \(2016\)](#) and", "resolutions 2331 (2016) and"),
        ("victims' “rights”", 'victims’ "rights"'),
        ("two  words\u00a0apart\n", "two words apart"),
        ("the <i>continued</i> work", "the *continued* work"),
    ],
)
def test_mark_up_quotes_and_space_are_no_difference(printed: str, ours: str) -> None:
    """Emphasis, links, the shape of quotation marks and white space may differ."""
    assert excerpts(printed, ours) == []


@pytest.mark.parametrize(
    ("printed", "ours"),
    [
        ("States parties", "State parties"),
        ("vol. 2225", "vol. 2237"),
        ("persons, and", "persons and"),
        ("court-ordered", "court ordered"),
        ("2013–2020", "2013-2020"),
        ("secretariat", "Secretariat"),
        ("Convention[^1]", "Convention"),
    ],
)
def test_letters_digits_and_punctuation_are(printed: str, ours: str) -> None:
    """A letter, its case, a digit, a mark of punctuation or of a note is a difference."""
    assert excerpts(printed, ours) == [(printed, ours)]


def test_excerpt_shows_words_around() -> None:
    """An excerpt is the differing words with three words on either side."""
    printed = "zero one two three shall five six seven eight"
    ours = "zero one two three should five six seven eight"
    assert excerpts(printed, ours) == [
        ("one two three shall five six seven", "one two three should five six seven")
    ]


def test_distant_differences_stand_apart() -> None:
    """Differences far from each other are shown one by one, close ones together."""
    words = [f"w{number}" for number in range(30)]
    other = [*words]
    other[5], other[7], other[25] = "x", "y", "z"
    assert [ours for _, ours in excerpts(" ".join(words), " ".join(other))] == [
        "w2 w3 w4 x w6 y w8 w9 w10",
        "w22 w23 w24 z w26 w27 w28",
    ]


def test_every_differing_word_is_in_the_excerpt() -> None:
    """However long a difference is, none of its words is left out: an erratum explains it all."""
    added = " ".join(f"added{number}" for number in range(60))
    assert excerpts("one two", f"one {added} two") == [("one two", f"one {added} two")]


def test_missing_text_is_named_by_its_first_words() -> None:
    """Where one side has nothing, the other gives the opening of its text."""
    text = "a b c d e f g h i j"
    assert excerpts("", text) == [("", "a b c d e f g h …")]
    assert opening("a b") == "a b"
