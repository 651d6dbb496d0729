"""The English edition, built once, and what it must hold."""

from __future__ import annotations

import fcntl
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from inspection.book import Book
from inspection.browser import FLAGS, Browser
from inspection.expected import Expected
from inspection.flow import Flow
from inspection.page_styles import PageStyles
from inspection.web_page import WebPage
from playwright.sync_api import sync_playwright

from compendium.indexing.entries import load_index
from compendium.languages.language import load_language
from compendium.reading.one_file import load_settings
from compendium.reading.records import load_records

LANGUAGE, EDITION = "en", "compendium"


@pytest.fixture(scope="session")
def expected(built: Path) -> Expected:
    """What the edition must hold, from its records and its index."""
    corpus = load_records(built / f"output/work/{EDITION}.records.json")
    index = load_index(built / f"output/work/{LANGUAGE}/{EDITION}.index.json")
    return Expected(corpus, corpus.edition(EDITION), index, load_language(LANGUAGE))


@pytest.fixture(scope="session")
def book(built: Path) -> Book:
    """The book; its pages are read by the first process that asks, for all."""
    path = built / f"output/editions/{LANGUAGE}/{EDITION}.pdf"
    styles = PageStyles(built / "templates/styles/book.css")
    with (built.parent / "book.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return Book(path, styles, built.parent / "book.json")


@pytest.fixture(scope="session")
def page(built: Path) -> Path:
    """The page of HTML."""
    return built / f"output/editions/{LANGUAGE}/{EDITION}.html"


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
def document_address(built: Path) -> str:
    """The pattern of the official address of a document."""
    return load_settings(built / "config/config.yaml").document_address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine."""
    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if program is None:
        pytest.skip("Chromium is not installed; run: make test")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield Browser(chromium)
        chromium.close()
