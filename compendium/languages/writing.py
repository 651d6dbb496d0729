"""How a language writes running text, as far as the checks of a text set need to know it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from compendium.languages.data import CharacterSet, Data, Pattern
from compendium.languages.numbers import Numbers


class Rule(Data):
    """What must not stand in a text: a pattern that finds it, what it is and what to do.

    With `source`, the rule is for texts alone whose source that pattern matches.
    """

    kind: Literal["spaces", "quotation", "punctuation", "style"]
    find: Pattern
    source: Pattern | None = None
    message: str
    remedy: str


class Writing(Data):
    """Data for the checks of a text set.

    `numbers` are the numbers in words. `number_words` are other words that may stand for a number
    (both, twice), as patterns by the number; `numerals` are what is written for a Roman numeral of
    the source, besides words. `month_patterns` find a month in any form where its name alone does
    not. `citing` are the words before the number of an article or a paragraph. `thousands` are the
    signs that may part the thousands of a figure; `scales` are the words after a figure that
    multiply it, by the number they stand for, the longer of two that begin alike first.
    `with_figures` are names that hold a figure of
    their own. `titles` finds a title of a work in its marks, for languages that mark it by more
    than emphasis. `final_marks` give the marks at the end of a text by those of the source.
    `conjunctions` may follow the mark of the last but one of a list. `doubled` finds words that
    stand twice, `may_double` those that may. `characters` is the set, as in a regular
    expression, of what texts hold beside ASCII and what all languages share
    (`shared/letters.yaml`); `instead` gives what is meant by what is taken for a letter.
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
    doubled: Pattern = r"\b(\w{2,})\s+\1\b"
    may_double: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()
