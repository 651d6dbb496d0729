"""Locators and references, each expanded to units through the records."""

import pytest

from compendium.collating.index_places import Places
from compendium.model.bodies import Bodies
from compendium.model.corpus import Corpus
from compendium.model.gatherings import Meeting, Session

BODIES = {
    "bodies": [
        {"key": "ag", "name": "Group", "short_name": "G", "gathers_in": "meeting", "part": "A"},
        {"key": "gc", "name": "Council", "short_name": "C", "gathers_in": "session", "part": "B"},
    ]
}
LETTERS = "abcd"


def meeting() -> Meeting:
    """The second meeting: paragraphs 1 to 6, 8 to 13 in its report; 6 has (a) to (d), (b) items."""
    paragraphs = [{"number": n, "report": n + 7, "text": "Text."} for n in range(1, 7)]
    subparagraphs = [{"letter": letter, "text": "Text."} for letter in LETTERS]
    subparagraphs[1]["items"] = [{"item": mark, "text": "Text."} for mark in ("i", "ii", "iii")]
    paragraphs[5]["subparagraphs"] = subparagraphs
    return Meeting.model_validate(
        {
            "body": "ag",
            "ordinal": 2,
            "dates": {"first": "2002-01-01", "last": "2002-01-02"},
            "place": "Vienna",
            "report": {"symbol": "AG/2002/5", "cited_by": "paragraphs"},
            "paragraphs": paragraphs,
        }
    )


def session() -> Session:
    """The fifth session: a resolution with four preambular and three operative paragraphs."""
    return Session.model_validate(
        {
            "body": "gc",
            "ordinal": 5,
            "dates": {"first": "2005-01-01", "last": "2005-01-02"},
            "place": "Vienna",
            "report": {"symbol": "GC/2005/8", "cited_by": "paragraphs"},
            "records": [
                {
                    "kind": "resolution",
                    "number": "5/3",
                    "title": "Ports",
                    "formula": "The Council,",
                    "preamble": [{"number": n, "text": "*Noting*,"} for n in range(1, 5)],
                    "paragraphs": [{"number": n, "text": "*Asks*;"} for n in range(1, 4)],
                }
            ],
        }
    )


@pytest.fixture(scope="module")
def places() -> Places:
    """The places of a small corpus."""
    return Places(
        Corpus(
            bodies=Bodies.model_validate(BODIES).bodies,
            meetings=(meeting(),),
            sessions=(session(),),
            topics=(),
            editions=(),
        )
    )


@pytest.mark.parametrize(
    ("body", "cell", "units"),
    [
        ("ag", "II.1 and II.6.a", "2.1 2.6.a"),
        ("ag", "II.2–4, II.6.b–d", "2.2 2.3 2.4 2.6.b 2.6.c 2.6.d"),
        ("ag", "II.6.b.ii", "2.6.b.ii"),
        ("ag", "II.6", "2.6"),
        ("ag", "II.4–II.6", "2.4 2.5 2.6"),
        ("gc", "V.PP.2–4; V.1", "5.pp.2 5.pp.3 5.pp.4 5.1"),
    ],
)
def test_locators(places: Places, body: str, cell: str, units: str) -> None:
    """Locators and ranges name units at the level printed, over siblings only."""
    named = places.locators(body, cell)
    assert named.units == {f"{body}.{unit}" for unit in units.split()}
    assert not named.faults


@pytest.mark.parametrize(
    ("cell", "fault"),
    [
        ("II.7", "II.7"),
        ("II.6.B", "II.6.B"),
        ("III.1", "III.1"),
        ("IIII.1", "IIII.1"),
        ("II.5–9", "II.5–9"),
        ("II.1 and II.1", "II.1"),
        ("II.1–3 and II.3", "II.3"),
        ("II.1. and II.2", "."),
        ("II.1 and 2", "2"),
        ("II, 3", "II3"),
    ],
)
def test_faulty_locators(places: Places, cell: str, fault: str) -> None:
    """What names no unit, names one twice, or is no locator, is kept as a fault."""
    assert places.locators("ag", cell).faults == [fault]


@pytest.mark.parametrize(
    ("cell", "units"),
    [
        ("8 and 13 (a)", "1 6.a"),
        ("9–11 and 13 (b)–(d)", "2 3 4 6.b 6.c 6.d"),
        ("13 (a), (c) and (d)", "6.a 6.c 6.d"),
        ("13 (a), 13 (b) (ii) and (iii), and (c)", "6.a 6.b.ii 6.b.iii 6.c"),
    ],
)
def test_references_to_a_meeting(places: Places, cell: str, units: str) -> None:
    """References count as the report does, and a bracket belongs to the number before it."""
    named = places.references(meeting(), None, cell)
    assert named.units == {f"ag.2.{unit}" for unit in units.split()}
    assert not named.faults


def test_references_to_a_preamble(places: Places) -> None:
    """After PP, numbers are preambular paragraphs up to the semicolon."""
    named = places.references(session(), session().records[0], "PP 1, 3–4; 1 and 3")
    assert named.units == {"gc.5.pp.1", "gc.5.pp.3", "gc.5.pp.4", "gc.5.1", "gc.5.3"}
    assert not named.faults


@pytest.mark.parametrize("cell", ["1", "13 (e)", "8 9", "9–20", "8, 8", "para"])
def test_faulty_references(places: Places, cell: str) -> None:
    """A number or letter that the report has not, or twice, is kept as a fault."""
    assert places.references(meeting(), None, cell).faults
