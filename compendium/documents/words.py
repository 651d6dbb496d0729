"""The words by which official documents name their parts, as data, one file for each language."""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

from pydantic import Field

from compendium.documents.reports import ReportWords
from compendium.errors import InputError
from compendium.languages.data import Pattern
from compendium.languages.language import Language, known_languages, load_language
from compendium.model.value import Value
from compendium.reading.one_file import read_content


class Words(Value):
    """The words and patterns that documents of one language use.

    `recommendations` are the headings of the section with adopted texts, and `single` is the
    heading of one recommendation, with {number}. `lead_in` finds a sentence that only announces
    recommendations, `announces` one that announces resolutions or decisions. `ends` find the lines
    that end a resolution: the place of adoption, an annex. `formula` is the form of an enacting
    formula, without emphasis and the mark at its end.

    `titles` find the facts that a document states about itself, by groups: body, ordinal, place,
    dates, adopted. `ordinals_in_words` means that an ordinal in them may be composed like a number
    in words. `common` are words that almost every sentence of the language needs. `small_preamble`
    means that the paragraphs of a preamble begin with a small letter. `lookalikes` are letters and
    signs of the script that replace the Latin letters of marks, `series` the letters that some
    documents use for their lists instead, in their order. `untranslated` finds the parts of notes
    in the language of the records. `not_official` find lines, from their beginning, in which a
    document declares itself a draft or unofficial. `pages` are the forms in which the foot of a
    page counts pages, `recommends` the forms of a sentence in which a body recommends. `bodies` are
    the names of bodies in titles and formulas, by their English names.
    """

    recommendations: tuple[str, ...]
    single: str
    lead_in: Pattern
    announces: tuple[Pattern, ...] = ()
    ends: tuple[Pattern, ...]
    annexes: tuple[Pattern, ...]
    formula: Pattern = r"[^,;.]+"
    titles: tuple[Pattern, ...] = ()
    ordinals_in_words: bool = False
    common: tuple[str, ...] = Field(min_length=1)
    small_preamble: bool = False
    lookalikes: dict[str, str] = Field(default_factory=dict)
    series: tuple[str, ...] = ()
    untranslated: tuple[Pattern, ...] = ()
    not_official: tuple[Pattern, ...] = ()
    bodies: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    pages: tuple[Pattern, ...] = ()
    recommends: tuple[Pattern, ...] = ()

    def body_in(self, text: str) -> str:
        """The English name of the body that a text names; empty if it names none.

        If names contain one another, the longest counts.

        >>> load_words("zh").body_in("缔约方大会"), load_words("zh").body_in("大会")
        ('Conference of the Parties', 'General Assembly')
        """
        folded = text.casefold()
        named = [
            (len(name), body)
            for body, names in self.bodies.items()
            for name in names
            if name.casefold() in folded
        ]
        return max(named)[1] if named else ""


@cache
def load_words(code: str) -> Words:
    """The words of one language.

    Raises:
        InputError: if there is no such file.
    """
    file = _file(code)
    if not file.is_file():
        raise InputError(
            f"documents in {load_language(code).english_name} cannot be imported yet",
            remedy=f"write compendium/documents/words/{code}.yaml after the pattern of another",
        )
    content = file.read_bytes()
    return read_content(content, file.name, Words, aliases=True)


def known_words() -> dict[str, Words]:
    """The words of every language whose documents can be imported, by its code."""
    return {code: load_words(code) for code in known_languages() if _file(code).is_file()}


def _file(code: str) -> Traversable:
    return resources.files("compendium.documents") / "words" / f"{code}.yaml"


def report_words(language: Language) -> ReportWords:
    """The words of reports in a language, in the form that the reader of reports needs."""
    words = load_words(language.code)
    numerals = "|".join(map(re.escape, language.sections)) or "[IVXLC]+"
    single = re.escape(words.single.replace("{number}", "\0")).replace("\0", r"\s?(\d{1,4})")
    single = single.replace(r"\ \s?", r"\s")
    return ReportWords(
        section=re.compile(rf"(?P<numeral>{numerals})\s?[.、–-]\s*(?P<title>.+)"),
        recommendations=frozenset(words.recommendations),
        single=re.compile(rf"{single}\s?[.:：]?"),  # noqa: RUF001 - a colon in Chinese
        lead_in=re.compile(words.lead_in),
        subheading=re.compile(_subheading(language)),
        recommends=re.compile("|".join(words.recommends) or r"(?!)"),
        numerals=language.sections,
    )


def _subheading(language: Language) -> str:
    letters = "|".join(map(re.escape, language.part_letters.values()))
    return rf"(?:[A-Z]|{letters})\s?[.–-]\s\S" if letters else r"[A-Z]\.\s\S"
