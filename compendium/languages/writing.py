"""The data on running text of a language that the checks of a text set use."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from compendium.languages.data import CharacterSet, Data, Pattern
from compendium.languages.numbers import Numbers


class Rule(Data):
    """Something that a text must not contain: a pattern, a message and a remedy.

    With `source`, the rule applies only to texts whose source matches that pattern.
    """

    kind: Literal["spaces", "quotation", "punctuation", "style"]
    find: Pattern
    source: Pattern | None = None
    message: str
    remedy: str


class Writing(Data):
    """Data for the checks of a text set.

    `numbers` are the numbers in words. `number_words` are other words that may express a number
    (both, twice), as patterns by number; `numerals` are further forms of a Roman numeral of the
    source. `month_patterns` find the inflected forms of months. `citing` are the words before the
    number of an article or a paragraph. `thousands` are the separators of thousands in a figure.
    `scales` are the words after a figure that multiply it, by the number they mean; of two that
    begin alike, the longer comes first. `with_figures` are names that contain a figure. `titles`
    finds the title of a work in its marks, for languages that use more than emphasis. `final_marks`
    maps the final mark of a source to that of its translation. `conjunctions` may follow the mark
    of the last but one member of a list. `doubled` finds repeated words, `may_double` those that
    may be repeated. `characters` is the set, as in a regular expression, of characters in texts
    other than ASCII and those that all languages share (`shared/letters.yaml`); `instead` maps a
    character to the one that is meant. `turned_round` finds a word whose letters stand in reverse
    order, as a faulty PDF gives those of a language that runs from right to left.
    """

    characters: CharacterSet | None = None
    instead: dict[str, str] = Field(default_factory=dict)

    numbers: Numbers = Numbers()
    number_words: dict[int, tuple[Pattern, ...]] = Field(default_factory=dict)
    numerals: dict[int, tuple[Pattern, ...]] = Field(default_factory=dict)
    month_patterns: Annotated[tuple[Pattern, ...], Field(max_length=12)] = ()
    citing: tuple[Pattern, ...] = ()
    thousands: tuple[str, ...] = (" ",)
    scales: dict[int, tuple[Pattern, ...]] = Field(default_factory=dict)
    with_figures: tuple[Pattern, ...] = ()
    titles: Pattern | None = None
    final_marks: dict[str, str] = Field(default_factory=dict)
    conjunctions: tuple[str, ...] = ()
    turned_round: Pattern | None = None
    doubled: Pattern = r"\b(\w{2,})\s+\1\b"
    may_double: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
