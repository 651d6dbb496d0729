"""Writes dates, ordinals, headings, marks and lists in a language."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from babel import Locale, UnknownLocaleError

from compendium.languages.language import Language
from compendium.model.gatherings import Dates, Meeting, Record, RecordKind, Session
from compendium.model.roman import to_roman
from compendium.model.units import Level, Unit


def format_dates(dates: Dates, language: Language) -> str:
    """The dates of a gathering: "14 and 15 April 2009", "28 June to 8 July 2004"."""
    first, last, patterns = dates.first, dates.last, language.dates
    month = language.months[last.month - 1]
    if first == last:
        return patterns.day.format(d=_day(first, language), m=month, y=last.year)
    ends = {"d1": _day(first, language), "d2": _day(last, language), "y": last.year}
    first_month = language.months[first.month - 1]
    if first.year != last.year:
        return patterns.over_years.format(m1=first_month, y1=first.year, m2=month, **ends)
    if first.month != last.month:
        return patterns.over_months.format(m1=first_month, m2=month, **ends)
    pattern = patterns.two_days if (last - first).days == 1 else patterns.days
    return pattern.format(m=month, **ends)


def format_day(day: date, language: Language) -> str:
    """A day: "14 April 2009"."""
    return format_dates(Dates(first=day, last=day), language)


def _day(day: date, language: Language) -> str:
    if day.day == 1 and language.first_day is not None:
        return language.first_day
    return str(day.day)


def gathering_kind(gathering: Meeting | Session) -> str:
    """The key of a gathering's kind in the language data: meeting or session."""
    return "session" if isinstance(gathering, Session) else "meeting"


def gathering_name(gathering: Meeting | Session, language: Language) -> str:
    """The name of a gathering: "First meeting", "Tenth session"."""
    kind = gathering_kind(gathering)
    number = gathering.ordinal
    ordinal = _native(language.ordinals[kind], number) or _in_figures(number, kind, language)
    return language.gatherings[kind].format(ordinal=ordinal)


def _in_figures(number: int, kind: str, language: Language) -> str:
    patterns = language.ordinals_in_figures.get(kind, {})
    try:
        form = Locale.parse(language.code).ordinal_form(number)
    except UnknownLocaleError:  # a language that Babel does not know
        form = "other"
    return patterns.get(form, patterns.get("other", "{0}.")).format(number)


def _native(words: Sequence[str], number: int) -> str | None:
    return words[number - 1] if 0 < number <= len(words) else None


def section_heading(
    gathering: Meeting | Session, language: Language, *, with_place: bool = False
) -> str:
    """The heading of a gathering's section, numbered with its own ordinal.

    "X. Tenth session, 12 to 16 October 2020": locators begin with the same numeral, so sessions
    without a record on the subject leave gaps. Papers have the place, too: "I. First meeting,
    Vienna, 14 and 15 April 2009".
    """
    pattern = language.section_heading_with_place if with_place else language.section_heading
    return pattern.format(
        section=_native(language.sections, gathering.ordinal) or to_roman(gathering.ordinal),
        gathering=gathering_name(gathering, language),
        dates=format_dates(gathering.dates, language),
        place=gathering.place,
    )


def record_name(record: Record, language: Language) -> str:
    """The name of a record with its number: "Resolution 5/2"."""
    return language.records[record.kind].format(number=record.number)


def kinds_by_name(language: Language) -> dict[str, RecordKind]:
    """The kinds of records by their names, such as "Resolution"."""
    return {
        name.format(number="").strip(): RecordKind(kind) for kind, name in language.records.items()
    }


def count_through(gathering: Meeting | Session, language: Language) -> str:
    """The number of gatherings up to and including this one, in running text: three for the third.

    It is in words, in the gender of what is counted, as far as the language writes words.
    """
    words = language.cardinals.get(gathering_kind(gathering), ())
    return _native(words, gathering.ordinal) or str(gathering.ordinal)


def mark(unit: Unit, language: Language) -> str:
    """The mark before a unit: "7.", "(a)", "(iv)", "PP 9"."""
    marks = language.marks
    pattern = {
        Level.PARAGRAPH: marks.paragraph,
        Level.PREAMBULAR: marks.preambular,
        Level.SUBPARAGRAPH: marks.subparagraph,
        Level.ITEM: marks.item,
    }[unit.level]
    return pattern.format(native_step(unit.steps[-1], unit.level, language))


def native_step(step: str, level: Level, language: Language) -> str:
    """The letter of a subparagraph or numeral of an item in a language: (a) is (أ) in Arabic."""
    if level is Level.SUBPARAGRAPH:
        return language.letters.get(step, step)
    return language.items.get(step, step) if level is Level.ITEM else step


def part_letter(letter: str, language: Language) -> str:
    """The letter of a part in a language."""
    return language.part_letters.get(letter, letter)


def separators(count: int, language: Language, *, of_lists: bool = False) -> list[str]:
    """The separators of the members of a list: commas, and the conjunction before the last.

    Args:
        count: the number of members.
        language: the language of the list.
        of_lists: whether a member is a list itself, so that the last one must be set off.
    """
    lists = language.lists
    if of_lists and count > 1:
        return [lists.between] * (count - 2) + [lists.last_of_lists]
    if count == 2:  # noqa: PLR2004 - a pair
        return [lists.two]
    return [lists.between] * (count - 2) + [lists.last] * (count > 1)


def join(members: Sequence[str], language: Language, *, of_lists: bool = False) -> str:
    """Join the members of a list: "a", "a and b", "a, b and c"; see `separators`."""
    between = ["", *separators(len(members), language, of_lists=of_lists)]
    return "".join(text for pair in zip(between, members, strict=False) for text in pair)
