"""A web page is read as a browser shows it: the cases of web_pages.md, and what is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from compendium.documents.adopted import read_adopted
from compendium.documents.doubted import Doubt
from compendium.documents.original import Original, Style
from compendium.documents.signs import signs
from compendium.documents.web_page import read_web_page
from compendium.errors import InputError
from compendium.languages.language import load_language
from compendium.model.markup import unshield
from support.cases import Case, read_cases

ENGLISH = load_language("en")
CASES = read_cases(Path(__file__).with_name("web_pages.md"))


def page(body: str) -> Original:
    """A page, as it is read."""
    text = f"<!doctype html><html><head><title>T</title></head><body>{body}</body></html>"
    return read_web_page(text.encode(), Path("a.html"))


def shown(original: Original) -> Iterator[str]:
    """Its lines, and what is told of it."""
    yield original.flow.name.lower()
    for line in original.lines:
        mark = "# " if line.style is Style.HEADING else ""
        yield " ".join(f"{mark}{unshield(line.text)}".split())
    yield from (f"{told.doubt.name.lower()}: {told.about}" for told in original.doubted)


@pytest.mark.parametrize("case", CASES, ids=[case.title for case in CASES])
def test_page(case: Case) -> None:
    """What a browser shows is read, and what the page shows is what was read."""
    original = page(case.given)
    assert "\n".join(shown(original)) == case.wanted
    faults = read_adopted(original, case.language, None).account.faults
    assert [fault.message for fault in faults if fault.line == 0] == []


def test_numbers_of_notes_are_read_once() -> None:
    """The account counts the number of a note where the page shows it, made or written."""
    notes = '<ol><li id="n1">See A.</li></ol><p id="n2">2 See B.</p>'
    calls = '<sup><a href="#n1">1</a></sup> <sup><a href="#n2">2</a></sup>'
    original = page(f"<p>Lamps{calls}</p>{notes}")
    read = "".join(line.text.removeprefix(line.made) for line in original.lines)
    assert signs(read) == signs(original.shown)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (f"{'<div>' * 400}Lamps", "nested without end"),
        ("<ol start=-3><li>Lamps</ol>", "has the number -3"),
        ("<ol start=99999><li>Lamps</ol>", "has the number 99999"),
        ("Lamps\0", "no text"),
        (f"<style>{'b { display: none }' * 2000}</style>{'<p>' * 2000}", "more rules than any"),
        (f"<style>{'a { ' * 5000}</style>Lamps", "style sheets are nested without end"),
        (f"<style>a {{ top: {'1' * 5000}px }}</style>Lamps", "a number in its style sheets"),
        (f"<style>a {{ top: 0 }}</style><a style='top: {'1' * 5000}px'>Lamps", "a number in"),
    ],
)
def test_page_that_is_refused(body: str, said: str) -> None:
    """A page that cannot be read whole is refused, and says why."""
    with pytest.raises(InputError, match=said):
        page(body)


OTHERWISE = {
    "turned": "1. Urges <bdo dir=rtl>states</bdo> to rest;",
    "turned by a style": '1. Urges <i style="unicode-bidi: bidi-override; direction: rtl">all</i>;',
    "moved": '<p style="order: 2">1. Urges all;</p>',
    "at times": "<style>@media screen { b { display: none } }</style>1. Urges <b>no</b> states;",
    "white": "<style>b { color: #FFF }</style>1. Urges <b>no</b> states;",
}


@pytest.mark.parametrize("body", OTHERWISE.values(), ids=OTHERWISE)
def test_what_is_shown_in_another_way_is_told(body: str) -> None:
    """Where a reader sees other words, or the words in another order, the text is in doubt."""
    head = "<p>Resolution 12/1</p><p>Lamps</p><p>The Conference,</p>"
    adopted = read_adopted(page(f"{head}<div>{body}</div><p>2. Rests.</p>"), ENGLISH, None)
    assert [one.doubt for one in adopted.doubted] == [Doubt.LOOK]


def test_a_direction_of_its_own_turns_nothing() -> None:
    """Letters that are set in their own direction are shown as they are read, whatever a screen."""
    styles = "<style>@media print { p { display: block } } th { color: white }</style>"
    original = page(f"{styles}<p>Of <bdo dir=ltr>A/12/1</bdo> and <bdo dir=rtl>مصباح</bdo></p>")
    assert [line.doubts for line in original.lines] == [()]


LINKED = {
    "around": '<sup><a href="#n" id="r">1</a></sup> <p id="n"><sup><a href="#r">1</a></sup> A.</p>',
    "within": '<a href="#n" id="r"><sup>1</sup></a> <p id="n"><a href="#r"><sup>1</sup></a> A.</p>',
    "brackets": '<sup id="r"><a href="#n">[1]</a></sup> <ol><li id="n"><a href="#r">^</a> A.</ol>',
    "stop": '<a href="#n" id="r"><sup>1.</sup></a> <p id="n"><a href="#r"><sup>1.</sup></a> A.</p>',
}


@pytest.mark.parametrize("linked", LINKED.values(), ids=LINKED)
def test_links_both_ways(linked: str) -> None:
    """A raised link to a note, and one from there back to it, are the mark of the note."""
    original = page(f"<div>Lamps.{linked}</div>")
    assert [" ".join(line.text.split()) for line in original.lines] == ["Lamps.¹", "¹ A."]
    assert [doubt for line in original.lines for doubt in line.doubts] == []
