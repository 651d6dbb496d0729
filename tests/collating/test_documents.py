"""Readers of documents by their form, on small documents drawn here."""

from __future__ import annotations

from datetime import date

import pytest

from compendium.collating.printed_sections import sections_of
from compendium.documents.reports import recommendations_of
from compendium.documents.words import report_words
from compendium.languages.language import load_language
from compendium.model.gatherings import RecordKind

ENGLISH = report_words(load_language("en"))
BOOK = """\
Contents

A. What the group recommended\t1
I. First meeting, 14 and 15 April 2009\t1
B. What the assembly adopted\t2
I. Tenth session, 28 June to 8 July 2004\t2
Index\t3

A. What the group recommended

I. First meeting, 14 and 15 April 2009

1. States should:
- (a) Act;¹

¹ A note.

B. What the assembly adopted

I. Tenth session, 28 June to 8 July 2004

Resolution 10/3

Title of the resolution
The assembly,

Recalling its decision,

1. *Urges* States.

Index

Topic\tPlaces
"""


def test_book_has_parts_sections_and_records() -> None:
    """A book is read part by part, up to the heading that its contents name after the last."""
    first, second = sections_of(BOOK)
    assert (first.part, first.numeral, first.ordinal) == ("A", "I", 1)
    assert first.dates == (date(2009, 4, 14), date(2009, 4, 15))
    assert [text.steps for text in first.records[0].texts] == [("1",), ("1", "a")]
    assert (second.part, second.numeral, second.ordinal) == ("B", "I", 10)
    (record,) = second.records
    assert (record.kind, record.number) == (RecordKind.RESOLUTION, "10/3")
    assert [text.steps for text in record.texts] == [
        ("#title",),
        ("#formula",),
        ("pp", "1"),
        ("1",),
    ]


def test_section_is_counted_beside_its_numeral() -> None:
    """A section whose numeral is not the next one is given with the numeral expected."""
    first, second = sections_of(
        "I. First meeting, Vienna, 2 and 3 July 2018\n1. x.\n"
        "III. Second meeting, 4 July 2019\n1. x.\n"
    )
    assert (first.numeral, first.expected, first.dates) == (
        "I",
        "I",
        (date(2018, 7, 2), date(2018, 7, 3)),
    )
    assert (second.numeral, second.expected, second.ordinal) == ("III", "II", 2)


REPORT = """\
I. Introduction
1. The meeting was held.
II. Recommendations
A. Recommendations adopted
2. The recommendations are provided below.
1. A subject without a full stop
- 3. States should act, under the rules
of law:
- (a) At home;
- (b) Abroad.
2. Another subject
(a) A smaller subject
4. States should act again.
III. Organization
5. The meeting was opened.
"""

HEADED = """\
I. Introduction
1. The meeting was held.
II. Recommendations
A. General recommendations
2. The Working Group recommended what follows.
Recommendation 1
States should act.
Recommendation 2
States should, under the
Protocol, act again:
- (a) At home.
B. Other recommendations
3. The Working Group recommended more.
Recommendation 3
States should rest.
III. Summary
4. Speakers spoke.
"""


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (REPORT, ["3", "3.a", "3.b", "4"]),
        (HEADED, ["1", "2", "2.a", "3"]),
    ],
    ids=["numbered paragraphs", "headed recommendations"],
)
def test_report_gives_its_recommendations_alone(report: str, expected: list[str]) -> None:
    """Headings, sentences that only announce, and other sections are no recommendations."""
    assert [".".join(text.steps) for text in recommendations_of(report, ENGLISH)] == expected


def test_recommendation_is_whole() -> None:
    """A recommendation that a page divided is read whole, without the headings around it."""
    texts = {text.steps: text.text for text in recommendations_of(HEADED, ENGLISH)}
    assert texts["2",] == "States should, under the Protocol, act again:"
