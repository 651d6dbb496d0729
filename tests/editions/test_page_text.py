"""The page of HTML holds the text of the records, and every link of it leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import pytest

from support.inspection.counting import RecordProperty, report
from support.inspection.expected import Expected
from support.inspection.flow import words
from support.inspection.web_page import WebPage, classes_of, text_of


def own_text(unit: Element) -> list[str]:
    """The words of a unit without those of the units below it."""
    paragraph = unit.find("p")
    assert paragraph is not None
    return words(text_of(paragraph))


def test_every_unit(web: WebPage, expected: Expected, record_property: RecordProperty) -> None:
    """Every unit stands under its key, in the order of the records, with its words."""
    units = [piece for piece in expected.parts() if piece.kind == "unit"]
    keys = {piece.key for piece in units}
    in_order = [element.attrib["id"] for element in web.all() if element.attrib.get("id") in keys]
    assert in_order == [piece.key for piece in units]
    wrong = [piece.key for piece in units if own_text(web.by_id[piece.key]) != words(piece.text)]
    assert wrong == []
    report(record_property, units=len(units))


def test_every_permalink(web: WebPage, expected: Expected) -> None:
    """Every unit has a permalink to itself, with a name that tells it from all others."""
    names = Counter[str]()
    for unit in expected.corpus.units():
        links = [
            link
            for link in web.by_id[unit.key].iter("a")
            if link.attrib.get("href") == f"#{unit.key}" and "permalink" in classes_of(link)
        ]
        assert len(links) == 1, unit.key
        assert "".join(links[0].itertext()).strip(), unit.key
        names[links[0].attrib["aria-label"]] += 1
    doubles = {name for name, count in names.items() if count > 1}
    assert not doubles


def test_every_note(web: WebPage, expected: Expected, record_property: RecordProperty) -> None:
    """The notes stand in one list in the order of their calls, each with a way back."""
    expected.parts()
    notes = [note for item in web.by_id["notes"].iter("li") for note in [words(text_of(item))]]
    assert notes == [words(note) for note in expected.notes]
    calls = [link for link, _ in web.links() if "footnote-ref" in classes_of(link)]
    backs = [target for link, target in web.links() if "footnote-back" in classes_of(link)]
    assert [f"#{call.attrib['id']}" for call in calls] == backs
    report(record_property, notes=len(notes))


def test_every_entry(web: WebPage, expected: Expected, record_property: RecordProperty) -> None:
    """The tables of the index hold every entry, part by part, in order."""
    cells = ["locators", "symbol", "record", "paragraphs", "recommendations"]
    rows = [
        " ".join(words(" ".join(text_of(cell) for cell in row)))
        for table in web.by_id["index"].iter("table")
        for body in table.iter("tbody")
        for row in body.iter("tr")
    ]
    wanted = [
        " ".join(words(expected.entry(entry)))
        for topic in expected.index.topics
        for part in topic.parts
        for entry in part.entries
    ]
    assert rows == wanted
    heads = [len(list(table.iter("th"))) for table in web.by_id["index"].iter("thead")]
    assert set(heads) == {len(cells)}
    report(record_property, entries=len(rows), tables=len(heads))


def test_no_dangling_link(web: WebPage, record_property: RecordProperty) -> None:
    """Every link inside the page leads to an element, and no id stands twice."""
    ids = Counter(element.attrib["id"] for element in web.all() if "id" in element.attrib)
    assert [name for name, count in ids.items() if count > 1] == []
    internal = [target[1:] for _, target in web.links() if target.startswith("#")]
    dangling = [target for target in internal if target not in ids]
    report(record_property, links=len(internal), dangling=len(dangling))
    assert dangling == []


def test_every_locator_is_a_link(web: WebPage, expected: Expected) -> None:
    """Every locator of the index is a link to its unit, every cross-reference to its topic."""
    tables = [
        ("".join(link.itertext()), link.attrib["href"].removeprefix("#"))
        for section in web.by_id["index"].iter()
        if classes_of(section) & {"entries", "cross-references"}
        for link in section.iter("a")
        if link.attrib["href"].startswith("#")
    ]
    assert tables == expected.targets()


def test_every_symbol_is_a_link(web: WebPage, expected: Expected, document_address: str) -> None:
    """Every document symbol is a link to its official address; no other link leads elsewhere."""
    outside = [target for _, target in web.links() if urlsplit(target).scheme]
    assert Counter(outside) == Counter(expected.addresses(document_address))


def test_links_to_other_languages(
    web: WebPage, page: Path, expected: Expected, record_property: RecordProperty
) -> None:
    """Every link to another language leads to the same unit in the edition of that language."""
    relative = [
        urlsplit(target)
        for _, target in web.links()
        if not urlsplit(target).scheme and not target.startswith("#")
    ]
    paths = {link.path for link in relative}
    ids = {path: WebPage(page.parent / path).by_id.keys() for path in paths}
    assert [
        link for link in relative if link.fragment and link.fragment not in ids[link.path]
    ] == []
    units = {unit.key for unit in expected.corpus.units()}
    for path in paths:
        linked = [link.fragment for link in relative if link.path == path and link.fragment]
        assert Counter(linked) == Counter(dict.fromkeys(units, 1)), path
    report(record_property, languages=len(paths), links=len(relative))


def test_needs_nothing_beside_itself(web: WebPage) -> None:
    """The page has no script, and takes nothing from elsewhere but links that a reader follows."""
    assert web.all("script") == []
    taken = [
        value
        for element in web.all()
        for name, value in element.attrib.items()
        if name in {"src", "srcset", "data", "poster"}
        or (element.tag == "link" and name == "href" and element.attrib["rel"] != "alternate")
    ]
    assert [value for value in taken if urlsplit(value).scheme != "data"] == []
    styles = "".join("".join(style.itertext()) for style in web.all("style"))
    assert re.findall(r"@import|url\((?!['\"]?data:)[^)]*", styles) == []
    assert [name for element in web.all() for name in element.attrib if name.startswith("on")] == []


@pytest.mark.parametrize("landmark", ["main", "nav", "header", "footer"])
def test_landmarks(web: WebPage, landmark: str) -> None:
    """The page has the landmarks that screen readers jump to, main and header once."""
    assert len(web.all(landmark)) >= 1
    assert len(web.all("main")) == 1


def test_headings_skip_no_level(web: WebPage) -> None:
    """The headings go down one level at a time, and only the title is of the first level."""
    levels = [int(e.tag[1]) for e in web.all() if re.fullmatch("h[1-6]", e.tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_language_and_direction(web: WebPage, expected: Expected) -> None:
    """The page says its language and direction, and its title is the title of the edition."""
    root = web.all("html")[0]
    language = expected.language
    assert (root.attrib["lang"], root.attrib["dir"]) == (language.code, language.direction)
    assert text_of(web.all("title")[0]).strip() == expected.edition.title
