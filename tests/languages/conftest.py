"""Gives a test the cases of the file that its mark names: `@pytest.mark.cases("dates.md")`."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.model.gatherings import Meeting, Session
from compendium.model.units import Unit
from support.cases import Case, Text, make_gathering, read_cases


def pytest_configure(config: pytest.Config) -> None:
    """Make the mark known."""
    config.addinivalue_line("markers", "cases(file): the cases of that file, one test for each")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Give a test every case of its file."""
    mark = metafunc.definition.get_closest_marker("cases")
    if mark is None:
        return
    cases = read_cases(Path(__file__).parent / mark.args[0])
    names = [f"{case.language.code}: {case.title}" for case in cases]
    metafunc.parametrize("case", cases, ids=names)


@pytest.fixture
def text(case: Case) -> Text:
    """The record that a case draws."""
    return Text(case.given)


@pytest.fixture
def unit(case: Case) -> Unit:
    """The one unit that a case names by its steps."""
    return Text(f"meeting 1: {case.given}\n{case.given}").units[0]


@pytest.fixture
def gathering(case: Case) -> Meeting | Session:
    """The meeting or session that a case names, with its days where it gives them."""
    kind, ordinal, *days = case.given.split()
    return make_gathering(kind, int(ordinal), *days)
