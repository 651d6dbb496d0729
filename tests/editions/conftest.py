"""The English edition of the example and of this project, built once, and what it must hold."""

from __future__ import annotations

import fcntl
from pathlib import Path

import pytest

from compendium.indexing.entries import load_index
from compendium.languages.language import load_language
from compendium.reading.records import load_records
from support.example_editions import editions
from support.inspection import made as made_of
from support.inspection.book import Book
from support.inspection.expected import Expected
from support.inspection.flow import Flow
from support.inspection.made import EDITION, EXAMPLE, PROJECT, Made
from support.inspection.page_styles import PageStyles
from support.inspection.web_page import WebPage

LANGUAGE = "en"

__all__ = ["editions"]


@pytest.fixture(scope="session", params=[EXAMPLE, PROJECT])
def made(request: pytest.FixtureRequest) -> Made:
    """A compendium: the example always, that of the project in the tests of acceptance."""
    if request.param == "project":
        return made_of.of_the_project(request.getfixturevalue("built"))
    return made_of.of_the_example(request.getfixturevalue("editions"))


@pytest.fixture(scope="session")
def expected(made: Made) -> Expected:
    """What the edition must hold, from its records and its index."""
    corpus = load_records(made.records)
    index = load_index(made.index(LANGUAGE))
    return Expected(corpus, corpus.edition(EDITION), index, load_language(LANGUAGE))


@pytest.fixture(scope="session")
def book(made: Made) -> Book:
    """The book; its pages are read by the first process that asks, for all."""
    path = made.editions / LANGUAGE / f"{EDITION}.pdf"
    styles = PageStyles(made.folder / "templates/styles/book.css")
    kept = made.folder.with_suffix(".book.json")
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return Book(path, styles, kept)


@pytest.fixture(scope="session")
def page(made: Made) -> Path:
    """The page of HTML."""
    return made.editions / LANGUAGE / f"{EDITION}.html"


@pytest.fixture(scope="session")
def text(book: Book) -> Flow:
    """The running text of the parts."""
    pages = range(book.places["compendium"].page, book.places["index"].page)
    return Flow((part for page in pages for part in book.body(page)), book)


@pytest.fixture(scope="session")
def index_text(book: Book) -> Flow:
    """The running text of the index."""
    pages = range(book.places["index"].page, book.page_count)
    return Flow((part for page in pages for part in book.body(page)), book)


@pytest.fixture(scope="session")
def web(page: Path) -> WebPage:
    """The page of HTML, parsed."""
    return WebPage(page)


@pytest.fixture(scope="session")
def document_address(made: Made) -> str:
    """The pattern of the official address of a document."""
    return made.document_address
