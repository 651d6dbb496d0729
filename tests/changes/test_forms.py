"""What was changed comes out as text in every form of the report, whatever it looks like."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pypandoc
import pytest
import tinyhtml5

from compendium.changes.change import (
    Arrival,
    AssignmentChange,
    Changes,
    Departure,
    ErratumChange,
    FactChange,
    Kind,
    Stretch,
    TextChange,
    TopicChange,
)
from compendium.changes.report_forms import as_html, as_markdown, as_text
from support.planted_pages import HARMLESS, PAYLOADS, Planting

CHANGES = Changes(
    since="a",
    arrivals=(
        Arrival(key="a", heading="b", symbols=("c",), units=1, locators=("d",), topics=("e",)),
    ),
    departures=(Departure(key="a", heading="b"),),
    texts=(
        TextChange(
            kind=Kind.CHANGED,
            place="a",
            locator="b",
            stretches=(Stretch(before="c", after="d"),),
        ),
    ),
    facts=(FactChange(place="a", fact="b", before="c", after="d"),),
    topics=(TopicChange(kind=Kind.CHANGED, key="a", fact="b", before="c", after="d"),),
    assignments=(AssignmentChange(place="a", locator="b", added=("c",), removed=("d",)),),
    errata=(
        ErratumChange(kind=Kind.CHANGED, document="a", title="b", place="c", before="d", after="e"),
    ),
)


def _read(element: ET.Element) -> Iterator[tuple[str, ...]]:
    yield ("start", str(element.tag), *(part for pair in element.attrib.items() for part in pair))
    yield ("text", "".join(element.itertext()))
    for child in element:
        yield from _read(child)


def _page(changes: Changes) -> str:
    return as_html(changes)


def _page_of_markdown(changes: Changes) -> str:
    """Markdown as a reader with all habits shows it."""
    form = "commonmark_x-smart-gfm_auto_identifiers+autolink_bare_uris"
    return str(pypandoc.convert_text(as_markdown(changes), "html5", format=form))


@pytest.mark.parametrize("write", [_page, _page_of_markdown])
@pytest.mark.parametrize("first", range(0, len(PAYLOADS), 6))
def test_every_text_is_text(write: object, first: int) -> None:
    """A report with texts of every kind in every field has the elements of one with plain words."""
    assert callable(write)
    found = []
    for texts in (PAYLOADS[first:] + PAYLOADS[:first], (HARMLESS,)):
        planting = Planting(texts, write=str)
        page = tinyhtml5.parse(write(planting.plant(CHANGES)), namespace_html_elements=False)
        found.append([(kind, *map(planting.harmless, parts)) for kind, *parts in _read(page)])
    assert found[0] == found[1]
    assert sum(part.count(f"q {HARMLESS}") for _, *parts in found[0] for part in parts) > 15


def test_text_keeps_its_lines() -> None:
    """No text of the records begins a line of the report for a terminal."""
    planting = Planting(("two\nlines",), write=str)
    said = as_text(planting.plant(CHANGES))
    assert said.count("two lines") > 15
    assert "two\n" not in said
