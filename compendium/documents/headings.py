"""Recognizes headings among the lines of a document in a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from compendium.documents.account import Fate
from compendium.documents.reports import ReportWords
from compendium.documents.words import known_words, load_words, report_words
from compendium.languages.days import is_day
from compendium.languages.language import Language, load_language
from compendium.model.gatherings import RecordKind
from compendium.model.record_numbers import OF_SESSION, OF_YEAR, as_number

_ANOTHER = re.compile(r"\d{1,3}/\d{1,4}\b(?!\s*\()\W{0,3}\s[^.;,]{1,150}")
_LONGEST_CLOSING = 80  # letters
_YEAR = re.compile(r"\d{4}")
_LONGEST_FORMULA = 200  # letters
_STOPS = "*.,:;，。：；،؛ "  # noqa: RUF001 - marks that may surround a formula


@dataclass(frozen=True, slots=True)
class Headings:
    """Recognizes headings: those of records by kind, those that end a record, those of a report.

    `session` is the session of the numbers that may be headings by themselves; it is empty if any
    number may be. `formula` is the form of an enacting formula, and `language` the language of the
    document.
    """

    records: dict[RecordKind, re.Pattern[str]]
    ends: tuple[str, ...]
    annexes: tuple[str, ...]
    report: ReportWords
    formula: str
    language: Language
    session: str = ""

    def record(self, line: str) -> tuple[RecordKind | None, str] | None:
        """The kind and number in the heading of a record; a number alone has no kind."""
        for kind, pattern in self.records.items():
            match = pattern.fullmatch(line)
            number = as_number(match[1]) if match else ""
            if number and self.session in {"", number.partition("/")[0]}:
                return kind, number
        alone = re.fullmatch(OF_SESSION, line) and any(map(str.isdigit, line.partition("/")[2]))
        if not alone or (self.session and line.partition("/")[0] != self.session):
            return None
        return None, as_number(line)

    def of_one(self, lines: Iterable[str], number: str) -> Headings:
        """The headings of a document that is the record of a number, if one of its lines states it.

        The number of another session is not a heading there, for example that of page 2/3, or of a
        resolution that a note cites in a separate line.

        Args:
            lines: the document.
            number: the number with which its symbol ends.
        """
        own = number and any(self.record(line) == (None, number) for line in lines)
        return replace(self, session=number.partition("/")[0] if own else "")

    def ends_record(self, line: str) -> bool:
        """Whether a line ends a resolution: the place of adoption, an annex or the next section."""
        return self.opens_section(line) or self._ends(line) or self.is_annex(line)

    def opens_section(self, line: str) -> bool:
        """Whether a line looks like the heading of a section or a subsection."""
        return bool(self.report.section.fullmatch(line) or self.report.subheading.match(line))

    def heads_part(self, line: str) -> bool:
        """Whether a line looks like the heading of a part in a document that is a single record."""
        return bool(self.session) and self.opens_section(line) and not self._ends(line)

    def fate(self, line: str) -> Fate:
        """Where the lines go that follow a heading that ends a record."""
        if self.is_annex(line):
            return Fate.ANNEX
        return Fate.CLOSING if self.closes(line) else Fate.ELSEWHERE

    def closes(self, line: str) -> bool:
        """Whether a line states only where or when a record was adopted."""
        if is_day(line, self.language) or self._ends(line):
            return True
        dated = len(line) <= _LONGEST_CLOSING and _YEAR.search(line)
        return bool(dated) and any(  # the closing lines of some files are in another language
            _closes(line, words.ends, load_language(code)) for code, words in known_words().items()
        )

    def _ends(self, line: str) -> bool:
        """Whether a line names the meeting that adopted a record, perhaps with the date."""
        return _closes(line, self.ends, self.language)

    def is_formula(self, text: str) -> bool:
        """Whether a text can be an enacting formula: only the name of a body."""
        words = text.strip(_STOPS).replace("*", "").rstrip(_STOPS)
        return len(words) <= _LONGEST_FORMULA and bool(re.fullmatch(self.formula, words))

    def is_annex(self, line: str) -> bool:
        """Whether an annex begins with this line."""
        return _says(line, self.annexes)

    def stands_alone(self, line: str) -> bool:
        """Whether the words of a line alone make it a heading, with nothing before or after it."""
        single = self.report.single.fullmatch(line)
        return bool(single or self.record(line)) or self._ends(line) or self.is_annex(line)


def begins_another(line: str) -> bool:
    """Whether a line begins with the number of a record, as the heading of one in another form.

    >>> begins_another("75/159. Oil"), begins_another("75/159 of 1 May, on oil;")
    (True, False)
    """
    return bool(_ANOTHER.fullmatch(line))


def headings_of(language: Language) -> Headings:
    """The headings of a language."""
    words = load_words(language.code)
    return Headings(
        records=_records(language),
        ends=words.ends,
        annexes=words.annexes,
        report=report_words(language),
        formula=words.formula,
        language=language,
    )


def _records(language: Language) -> dict[RecordKind, re.Pattern[str]]:
    """The heading of a record by its kind, such as "Resolution 10/3"."""
    heads = {}
    for kind in RecordKind:
        before, _, after = language.records[kind].partition("{number}")
        words = [r"\s?".join(map(re.escape, part.split())) for part in (before, after)]
        heads[kind] = re.compile(rf"{words[0]}\s?({OF_SESSION}|{OF_YEAR})\s?{words[1]}\.?")
    return heads


def _closes(line: str, ends: Sequence[str], language: Language) -> bool:
    matches = (re.match(pattern, line) for pattern in ends)
    after = (line[match.end() :].strip(" ,،，.") for match in matches if match)  # noqa: RUF001
    return any(not rest or is_day(rest, language) for rest in after)


def _says(line: str, patterns: Sequence[str]) -> bool:
    return any(re.fullmatch(pattern, line) for pattern in patterns)
