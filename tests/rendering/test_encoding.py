"""A text comes out as text: whatever stands in a field, it is no element, attribute or address."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pikepdf
import pytest
import tinyhtml5
from lxml import etree

from compendium.composing.document import compose_document
from compendium.composing.inlines import EditionContext
from compendium.indexing.entries import make_index
from compendium.languages.language import load_language
from compendium.model.corpus import Corpus
from compendium.model.editions import Design, Edition, Masthead
from compendium.model.markup import without_markup
from compendium.reading import read_sources
from compendium.rendering.composed_document import ComposedDocument
from compendium.rendering.edition_forms import Sheet, cover_html, print_html, screen_html
from compendium.rendering.weasyprint import to_pdf
from compendium.settings import Settings
from compendium.texts.states import State
from compendium.texts.textset import Languages, TextSet, UnitState, localise, source_set
from support.planted_pages import HARMLESS, PAYLOADS, Planting

ADDRESS = "https://documents.example/"
SETTINGS = Settings(
    document_address=f'{ADDRESS}" onclick="x/{{language}}/{{symbol}}', accent="#123456"
)
MASTHEAD = Masthead.model_validate(
    {
        "symbol": "CL/CONF/LK/2014/5",
        "organ": "Conference of the Parties to the Convention on Coastal Lights",
        "date": date(2014, 8, 7),
        "date_remark": "Late.",
        "body": "Working Group on Lighthouse Keeping",
        "place_and_dates": "Vienna, 9–11 September 2014",
        "item": "Item 4 of the provisional agenda",
        "item_remark": "Item.",
        "matter": "Other matters",
        "origin": "Background paper prepared by the Secretariat",
    }
)
# At least so many of the planted texts stand on a page.
FEWEST = {
    "compendium screen": 150,
    "compendium print": 150,
    "cover": 5,
    "paper screen": 100,
    "paper print": 100,
}
FORBIDDEN = {"/JS", "/JavaScript", "/AA", "/OpenAction", "/EmbeddedFiles", "/AcroForm", "/XFA"}
ACTIONS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Named"}
# What the typography of a language puts around some words, beside their direction, and into them.
_TRANSPARENT = ({"class": "unbroken"}, {})
_WORD_JOINER = "\N{WORD JOINER}"


@dataclass(frozen=True, slots=True)
class Made:
    """The example with texts planted in it, as its pages."""

    planting: Planting
    texts: TextSet
    pages: dict[str, str]


@pytest.fixture(scope="module")
def example(root: Path) -> Corpus:
    """The example, and beside its book a paper that holds the same."""
    found = read_sources(root / "tests/example/sources").corpus
    book = found.edition("compendium")
    columns = {**book.index.columns, "topic": "Topic", "report": "Report"}
    fields = {
        **dict(book),
        "key": "paper",
        "design": Design.PAPER,
        "numbered": True,
        "masthead": MASTHEAD,
        "index": book.index.model_copy(update={"columns": columns}),
    }
    papers = (book, Edition.model_validate(fields))
    return found.model_copy(update={"editions": papers})


@pytest.fixture(scope="module")
def day() -> Iterator[None]:
    """A day on which everything is made."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1750000000")
        yield


@pytest.fixture(scope="module", params=["en", "ar"])
def both(
    request: pytest.FixtureRequest,
    example: Corpus,
    root: Path,
    tmp_path_factory: pytest.TempPathFactory,
    day: None,  # noqa: ARG001 - both are made on it
) -> tuple[Made, Made]:
    """The example made twice: with what could be taken for something else, and with plain words."""
    folder = tmp_path_factory.mktemp(request.param)
    made = [
        _made(example, Planting(texts), request.param, root, folder)
        for texts in (PAYLOADS, (HARMLESS,))
    ]
    return made[0], made[1]


def _made(example: Corpus, planting: Planting, code: str, root: Path, folder: Path) -> Made:
    corpus = planting.plant(example).model_copy(update={"language": "en"})
    texts = source_set(corpus, "en")
    if code != "en":
        found = localise(corpus, {}, Languages("en", code))
        translated = UnitState(state=State.UNOFFICIAL)
        states = {
            key: translated if place % 2 else state
            for place, (key, state) in enumerate(found.states.items())
        }
        texts = found.model_copy(update={"states": states})
    pages: dict[str, str] = {}
    for edition in texts.corpus.editions:
        document = folder / f"{edition.key}.json"
        document.write_text(json.dumps(_document(edition, texts)), encoding="utf-8")
        composed = ComposedDocument(document)
        templates = root / "templates"
        others = [load_language("fr"), load_language("ar")]
        pages[f"{edition.key} screen"] = screen_html(composed, templates, SETTINGS, others)
        pages[f"{edition.key} print"] = print_html(composed, templates, SETTINGS)
        if edition.design is Design.BOOK:
            pages["cover"] = cover_html(composed, templates, SETTINGS, Sheet(148, 210, 6))
    return Made(planting, texts, pages)


def _document(edition: Edition, texts: TextSet) -> dict[str, Any]:
    known = texts.for_edition(edition)
    setting = EditionContext(
        language=load_language(texts.language),
        source=load_language("en"),
        texts=known,
        labels=edition.labels,
        document_address=SETTINGS.document_address,
        frame=f"edition.{edition.key}",
    )
    index = make_index(known.corpus, edition, setting.language)
    return compose_document(edition, index, setting)


def _parts(element: ET.Element) -> Iterator[tuple[str, ...]]:
    """Start, attributes, texts and end of all elements, in order."""
    attributes = {name: value for name, value in element.attrib.items() if name != "dir"}
    seen = attributes not in _TRANSPARENT or not (attributes or element.get("dir"))
    if seen:
        yield ("start", str(element.tag), *(part for pair in attributes.items() for part in pair))
    yield ("text", element.text or "")
    for child in element:
        yield from _parts(child)
        yield ("text", child.tail or "")
    if seen:
        yield ("end", str(element.tag))


def _read(page: str, planting: Planting) -> list[tuple[str, ...]]:
    """What a browser reads on a page, with plain words in place of planted texts that are whole."""
    found: list[tuple[str, ...]] = []
    for kind, *parts in _parts(tinyhtml5.parse(page, namespace_html_elements=False)):
        if kind == "text" and found and found[-1][0] == "text":
            found[-1] = ("text", found[-1][1] + parts[0])
        else:
            found.append((kind, *parts))
    found = [(kind, *(part.replace(_WORD_JOINER, "") for part in parts)) for kind, *parts in found]
    return [(kind, *map(planting.harmless, parts)) for kind, *parts in found]


@pytest.mark.parametrize("name", FEWEST)
def test_every_text_is_text(both: tuple[Made, Made], name: str) -> None:
    """What is planted in every field is the same text on a page, which is otherwise the same."""
    hostile, harmless = both
    theirs = _read(hostile.pages[name], hostile.planting)
    ours = _read(harmless.pages[name], harmless.planting)
    for there, here in zip(theirs, ours, strict=False):
        assert there == here
    assert len(theirs) == len(ours)
    assert sum(part.count(f"q {HARMLESS}") for _, *parts in theirs for part in parts) > FEWEST[name]


def test_no_payload_is_forgotten(both: tuple[Made, Made]) -> None:
    """Each of the planted texts stands on a page, and there are more than thirty kinds of them."""
    hostile, _ = both
    shown = "".join(hostile.pages.values())
    shown_numbers = {number for number in hostile.planting.planted if f"Q{number}q" in shown}
    assert {hostile.planting.planted[number] for number in shown_numbers} == set(PAYLOADS)
    assert len(PAYLOADS) > 30


@pytest.mark.parametrize(
    "name", ["compendium print", pytest.param("paper print", marks=pytest.mark.acceptance)]
)
def test_files_hold_no_actions(both: tuple[Made, Made], name: str, root: Path) -> None:
    """A PDF file does nothing but lead to places in it and to documents; what it says is text."""
    hostile, _ = both
    edition = hostile.texts.corpus.edition(name.split(maxsplit=1)[0])
    with pikepdf.open(io.BytesIO(to_pdf(hostile.pages[name], base=root / "templates"))) as pdf:
        for entry in pdf.objects:
            if isinstance(entry, pikepdf.Dictionary | pikepdf.Stream):
                assert not FORBIDDEN & set(entry.keys()), entry
                assert entry.get("/S") not in ACTIONS, entry
                if entry.get("/S") == "/URI":
                    assert str(entry["/URI"]).startswith(ADDRESS)
        _compare_metadata(pdf, edition)


def _compare_metadata(pdf: pikepdf.Pdf, edition: Edition) -> None:
    """The title and the like, in both places, are the texts of the edition."""
    xmp = etree.fromstring(pdf.Root.Metadata.read_bytes())
    said = {" ".join("".join(one.itertext()).split()) for one in xmp.iter("{*}li", "{*}Keywords")}
    for name, text in {
        "/Title": edition.title,
        "/Author": edition.publisher,
        "/Keywords": ", ".join(edition.keywords),
    }.items():
        expected = " ".join(without_markup(text).split())
        assert " ".join(str(pdf.docinfo[name]).split()) == expected
        assert expected in said
