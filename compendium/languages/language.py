"""Loads the data of a language, its words, patterns and marks, from a file beside this module."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from compendium.errors import InputError
from compendium.languages.sorting import Sorting
from compendium.languages.writing import Writing
from compendium.model.value import Value
from compendium.reading.one_file import read_content

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"
# The variable that names a folder with the data of further languages.
FOLDER_VARIABLE = "COMPENDIUM_LANGUAGES"


class Form(Value):
    """A value of the language data, in which spaces are significant."""

    model_config = ConfigDict(str_strip_whitespace=False)


class DatePatterns(Form):
    """Patterns of the dates of a gathering: {d} {m} {y}, or {d1} {m1} {y1} {d2} {m2} {y}."""

    day: str
    two_days: str
    days: str
    over_months: str
    over_years: str


class Marks(Form):
    """Marks before a paragraph, preambular paragraph, subparagraph and item."""

    paragraph: str
    preambular: str
    subparagraph: str
    item: str


class References(Marks):
    """Forms of the places in a report, the joint of two steps, and the text after the PPs."""

    step: str
    after_preambular: str


class Lists(Form):
    """The separators of the members of a list."""

    two: str
    between: str
    last: str
    last_of_lists: str


class Fonts(Form):
    """The font families of the text and of headings, in order of preference."""

    serif: tuple[str, ...]
    sans: tuple[str, ...]


class Quotes(Form):
    """Outer and inner quotation marks."""

    outer: Annotated[tuple[str, ...], Field(min_length=2, max_length=2)]
    inner: Annotated[tuple[str, ...], Field(min_length=2, max_length=2)]


class Masthead(Form):
    """The lines at the head of a parliamentary paper, and their language.

    `version` names the language of the paper; a paper in the language of the original has none.
    """

    language: str
    distribution: str
    version: str | None = None
    original: str


class Language(Form):
    """One language of the editions.

    `code` names files and addresses; `tag` is the BCP 47 tag of the text if it is more precise.
    `ordinals_in_figures` is for numbers beyond the words in `ordinals`: a pattern for each form of
    ordinals in CLDR (in English one, two, few and other, as in 21st and 77th). `day_article` is
    the word between a place and a day, as in "New York, le 1er mai 2021". `letters` and
    `items` give the language's own mark for the letter of a subparagraph or the numeral of an
    item, `sections` its numerals for sections and `part_letters` its letters for parts; without
    them, the Latin letter or Roman numeral is used. `sentences` joins a title and a sentence, and
    `table_name` a topic and a part, for screen readers. `no_break` finds spaces that are no-break
    spaces in the texts themselves, `keep_together` further spaces at which no line of an edition
    may end, and `unbroken` words that may not be divided.
    """

    code: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    tag: str | None = None
    name: str
    english_name: str
    direction: Literal["ltr", "rtl"]
    script: Annotated[str, Field(pattern=r"^[A-Z][a-z]{3}$")]
    fonts: Fonts
    emphasis: Literal["italic", "bold"]
    opening_verb: Literal["italic", "bold"]
    quotes: Quotes
    masthead: Masthead
    months: Annotated[tuple[str, ...], Field(min_length=12, max_length=12)]
    first_day: str | None = None
    day_article: str | None = None
    dates: DatePatterns
    cardinals: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    ordinals: dict[str, tuple[str, ...]]
    ordinals_in_figures: dict[str, dict[str, str]] = Field(default_factory=dict)
    gatherings: dict[str, str]
    sections: tuple[str, ...] = ()
    section_heading: str
    section_heading_with_place: str
    part_letters: dict[str, str] = Field(default_factory=dict)
    part_heading: str
    letters: dict[str, str] = Field(default_factory=dict)
    items: dict[str, str] = Field(default_factory=dict)
    marks: Marks
    records: dict[str, str]
    references: References
    range: str
    lists: Lists
    sentences: str = "{0}. {1}"
    table_name: str = "{heading}, {part}"
    no_break: tuple[str, ...] = ()
    keep_together: tuple[str, ...] = ()
    unbroken: tuple[str, ...] = ()
    sorting: Sorting = Sorting()
    writing: Writing = Writing()

    @property
    def lang(self) -> str:
        """The value of `lang` in the markup."""
        return self.tag or self.code


def _files() -> dict[str, Traversable]:
    """The files of language data by code; those in the folder of the variable take precedence."""
    folders: list[Traversable] = [resources.files("compendium.languages")]
    custom = os.environ.get(FOLDER_VARIABLE)
    if custom:
        if not Path(custom).is_dir():
            raise InputError(f"{custom}: no such folder", remedy=f"correct {FOLDER_VARIABLE}")
        folders.append(Path(custom))
    return {
        file.name.removesuffix(".yaml"): file
        for folder in folders
        for file in folder.iterdir()
        if file.name.endswith(".yaml")
    }


def known_languages() -> tuple[str, ...]:
    """The codes of the languages with data."""
    return tuple(sorted(_files()))


@cache
def load_language(code: str) -> Language:
    """The data of one language.

    Raises:
        InputError: if there is no data for that code, or it is faulty.
    """
    file = _files().get(code)
    if file is None:
        raise InputError(
            f"there is no language {code!r}", remedy=f"choose among {', '.join(known_languages())}"
        )
    content = file.read_bytes()
    return read_content(content, file.name, Language, remedy="correct the file", aliases=True)


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


def with_no_break_spaces(text: str, language: Language) -> str:
    """Insert the no-break spaces that texts of a language have, such as before a colon."""
    return _bound(text, language.no_break)


def keep_together(text: str, language: Language) -> str:
    """Insert those and further no-break spaces, where words must stay on one line."""
    return _bound(text, (*language.no_break, *language.keep_together))


@lru_cache(maxsize=1 << 14)  # an edition repeats many a text, and a preview nearly all of them
def _bound(text: str, patterns: tuple[str, ...]) -> str:
    if not text:
        return text
    for pattern in _compiled(patterns):
        text = pattern.sub(NO_BREAK_SPACE, text)
    return text


def unbroken(text: str, language: Language) -> Iterator[re.Match[str]]:
    """The words in a text that may not be divided between lines, such as "and/or"."""
    for pattern in _compiled(language.unbroken):
        yield from pattern.finditer(text)
