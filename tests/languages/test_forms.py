"""Each language writes dates, ordinals, lists, marks and places its own way."""

from __future__ import annotations

from datetime import date

import pytest

from compendium.indexing.locators import locator_run, write_run
from compendium.indexing.references import write_references
from compendium.indexing.runs import Siblings
from compendium.languages.days import days_in
from compendium.languages.forms import (
    count_through,
    format_dates,
    format_day,
    gathering_name,
    join,
    mark,
    section_heading,
)
from compendium.languages.language import keep_together, load_language
from compendium.model.gatherings import Dates, Meeting, Session
from compendium.model.units import Unit
from support.cases import Case, Text


@pytest.mark.cases("dates.md")
def test_dates(case: Case) -> None:
    """The days of a gathering are written as the language writes them."""
    first, last = (date.fromisoformat(day) for day in case.given.split())
    assert format_dates(Dates(first=first, last=last), case.language) == case.wanted
    assert days_in(case.wanted, case.language) == (first, last)


@pytest.mark.cases("running-dates.md")
def test_days_in_running_text(case: Case) -> None:
    """Days are read from a sentence, with the words and dashes that stand between them there."""
    found = days_in(case.given, case.language)
    assert " ".join(day.isoformat() for day in found or ()) == case.wanted


@pytest.mark.cases("ordinals.md")
def test_names_of_gatherings(case: Case, gathering: Meeting | Session) -> None:
    """A meeting or session is called by its ordinal in words."""
    assert gathering_name(gathering, case.language) == case.wanted


@pytest.mark.cases("headings.md")
def test_headings_of_sections(case: Case, gathering: Meeting | Session) -> None:
    """A section is headed by numeral, name and days."""
    assert section_heading(gathering, case.language) == case.wanted


@pytest.mark.cases("mastheads.md")
def test_mastheads(case: Case) -> None:
    """A paper says its distribution, day, language and original in the language that is usual."""
    lines = case.language.masthead
    day = format_day(date.fromisoformat(case.given), load_language(lines.language))
    printed = (lines.distribution, day, lines.version, lines.original)
    assert "\n".join(filter(None, printed)) == case.wanted


@pytest.mark.cases("cardinals.md")
def test_numbers_in_text(case: Case, gathering: Meeting | Session) -> None:
    """Numbers of gatherings are words as far as the language has it so, in their gender."""
    assert count_through(gathering, case.language) == case.wanted


@pytest.mark.cases("lists.md")
def test_lists(case: Case) -> None:
    """The members of a list are joined as the language joins them."""
    assert join(case.given.split("\n"), case.language) == case.wanted


@pytest.mark.cases("marks.md")
def test_marks(case: Case, unit: Unit) -> None:
    """Each level has its own mark."""
    assert mark(unit, case.language) == case.wanted


@pytest.mark.cases("together.md")
def test_words_that_stay_together(case: Case) -> None:
    """A number is never parted from what it belongs to by the end of a line."""
    kept = keep_together(case.given, case.language)
    assert kept.replace("\N{NO-BREAK SPACE}", "~") == case.wanted


@pytest.mark.cases("locators.md")
def test_locators(case: Case, text: Text) -> None:
    """Chosen units are written as locators, in ranges where three or more are in sequence."""
    runs = Siblings(text.units).runs(text.chosen)
    written = [write_run(locator_run(run), case.language) for run in runs]
    assert written == case.wanted.split("\n")


@pytest.mark.cases("references.md")
def test_references(case: Case, text: Text) -> None:
    """The same units are written as the places of their report."""
    assert write_references(Siblings(text.units).runs(text.chosen), case.language) == case.wanted
