"""Changed pages are made of the last layout, and look as in a whole layout of the changed page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from random import Random

import pytest
from weasyprint import DEFAULT_OPTIONS, Document
from weasyprint.pdf import generate_pdf

from compendium.files import write_text
from compendium.previewing.edition_steps import Project, compose
from compendium.reading import read_sources
from compendium.reading.one_file import load_settings
from compendium.rendering.composed_document import ComposedDocument
from compendium.rendering.edition_forms import print_html
from compendium.rendering.last_layout import LastLayout
from compendium.rendering.patches.han import han_lines
from compendium.rendering.patches.kept_notes import kept_notes
from compendium.rendering.weasyprint import last_layout

STYLES = """
@page { size: 90mm 110mm; margin: 15mm; @bottom-left { content: counter(page) } }
@page :left { @top-left { content: string(part) } }
@page :right { @top-right { content: element(heads) } }
@page :blank { @top-right { content: none } }
@page :nth(1 of main) { counter-reset: page 1 }
@page { @footnote { border-top: 1pt solid } }
html { font: 9pt/12pt serif; widows: 2; orphans: 2 }
nav a::after { content: " " target-counter(attr(href), page) }
.part { page: main; break-before: recto }
.part + .part { break-before: page }
h1 { string-set: part content(); break-after: avoid }
.heads { position: running(heads) }
.note { float: footnote }
.note::footnote-call, .note::footnote-marker { content: none }
ol { list-style: none }
"""
WORDS = (
    *("the", "keeper", "trims", "each", "lamp", "at", "dusk", "and", "writes", "in", "the", "book"),
    *("what", "passing", "ships", "report"),
)

WORD = re.compile(r"\b\w{2,}(?=[ ,.\u060c\u3002\uff0c\uff1b][^<>]*</)")
ITEM = re.compile(r"<li\b[^>]*>(?:(?!<ol|<ul|<li).)*?</li>\n", re.DOTALL)
HEADING = re.compile(r"<h[1-4]\b[^>]*>")


def seeded(seed: int | str) -> Random:
    """The same choices in every run."""
    return Random(seed)  # noqa: S311


def book(random: Random) -> str:
    """A book of five parts with contents, notes, lists, and pages of two sides."""
    parts = "".join(_part(number, random) for number in range(1, 6))
    links = "".join(f'<li><a href="#p{number}">Part {number}</a></li>' for number in range(1, 6))
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><title>Lamps</title><style>{STYLES}</style></head>'
        f"<body><nav><ol>{links}</ol></nav>{parts}</body></html>"
    )


def _part(number: int, random: Random) -> str:
    items = "".join(_item(f"{number}-{item}", random) for item in range(random.randint(6, 12)))
    heads = f'<p class="heads">Heads of part {number}</p>'
    content = f"<h1>Part {number}</h1>{heads}<ol>{items}</ol>"
    return f'<section class="part" id="p{number}">{content}</section>'


def _item(name: str, random: Random) -> str:
    words = [random.choice(WORDS) for _ in range(random.randint(10, 70))]
    if random.random() < 0.3:
        words.insert(5, '<span class="note">see the second book of lamps</span>')
    return f'<li id="i{name}"><p>{" ".join(words)}</p></li>\n'


def changed(page: str, random: Random) -> str:
    """A page with a word longer or shorter, an item more or less, or another heading."""
    kind = random.choice(["longer", "shorter", "more", "less", "heading"])
    pattern = {"more": ITEM, "less": ITEM, "heading": HEADING}.get(kind, WORD)
    start = page.index("<body")
    place = random.choice([match for match in pattern.finditer(page) if match.start() > start])
    new = {
        "longer": f"{place[0]} {'and then some ' * random.choice([1, 9])}",
        "shorter": "x",
        "more": re.sub(r' id="[^"]*"', "", place[0]) + place[0],
        "less": "",
        "heading": f"{place[0]}New ",
    }
    return page[: place.start()] + new[kind] + page[place.end() :]


@pytest.fixture(autouse=True)
def _patches() -> Iterator[None]:
    with ExitStack() as stack:
        for layout_patch in (han_lines(), kept_notes()):
            stack.enter_context(layout_patch)
        yield


def drawn(document: Document, numbers: range) -> list[bytes]:
    """What is drawn on some pages of a document."""
    pages = document.copy([document.pages[number] for number in numbers])
    for page in pages.pages:
        page.links = []
    pdf = generate_pdf(pages, None, 1, **DEFAULT_OPTIONS)
    sheets = [
        entry for entry in pdf.objects if isinstance(entry, dict) and entry.get("Type") == "/Page"
    ]
    return [pdf.objects[int(sheet["Contents"].split()[0])].data for sheet in sheets]


def check(layout: LastLayout, page: str, base: Path) -> int:
    """Compare the pages that were made with those of a whole layout; how many were left."""
    document, made = layout.render(page), layout.made
    whole = last_layout(base).render(page)
    assert drawn(document, made) == drawn(whole, made)
    for number in made:
        assert document.pages[number].anchors == whole.pages[number].anchors
    return len(document.pages) - len(made)


@pytest.mark.parametrize(
    "seed", [0, 1, *(pytest.param(seed, marks=pytest.mark.acceptance) for seed in range(2, 40))]
)
def test_changed_pages_are_those_of_a_whole_layout(tmp_path: Path, seed: int) -> None:
    """Whatever changes, the pages that are made again are drawn as in a layout from the start."""
    random = seeded(seed)
    page = book(random)
    layout = last_layout(tmp_path)
    layout.render(page)
    for _ in range(2):
        check(layout, changed(page, random), tmp_path)


def test_what_did_not_change_is_not_made_again(tmp_path: Path) -> None:
    """The same page again costs nothing, and one word in the middle few pages."""
    page = book(seeded(1))
    layout = last_layout(tmp_path)
    count = len(layout.render(page).pages)
    layout.render(page.replace("<style>", '<meta name="dcterms.created" content="1900"><style>'))
    assert len(layout.made) == 0
    layout.render(page.replace('id="i3-2"><p>', 'id="i3-2"><p>Then '))
    assert 0 < len(layout.made) < count / 2


def test_numbers_that_the_layout_counts_make_every_page_again(tmp_path: Path) -> None:
    """Where the layout numbers notes, items or others itself, nothing is taken from before."""
    page = book(seeded(1))
    for style in ("ol { list-style: decimal }", "li::before { content: counter(list-item) }"):
        layout = last_layout(tmp_path)
        layout.render(page.replace("ol { list-style: none }", style))
        count = len(layout.render(page.replace("ol { list-style: none }", style)).pages)
        assert len(layout.made) == count


def test_other_styles_make_every_page_again(tmp_path: Path) -> None:
    """A change of the styles, or one that reaches from end to end, makes a whole layout."""
    page = book(seeded(1))
    layout = last_layout(tmp_path)
    layout.render(page)
    for other in (page.replace("9pt/12pt", "9pt/13pt"), page.replace("keeper", "guard")):
        count = len(layout.render(other).pages)
        assert len(layout.made) == count


@pytest.mark.acceptance
@pytest.mark.parametrize("code", ["en", "ar", "zh", "ru"])
def test_changed_pages_of_the_corpus(root: Path, tmp_path: Path, code: str) -> None:
    """The same holds for the book of the corpus, for three changes in each of four languages."""
    folders = (root / name for name in ("sources", "translations", "templates"))
    project = Project(*folders, root / "config/config.yaml", language=code)
    file = tmp_path / "document.json"
    composed = compose(project, read_sources(root / "sources"))
    write_text(file, json.dumps(composed.document))
    page = print_html(ComposedDocument(file), root / "templates", load_settings(project.config))
    random, layout = seeded(code), last_layout(root / "templates")
    count = len(layout.render(page).pages)
    left = [check(layout, changed(page, random), root / "templates") for _ in range(3)]
    assert max(left) > count / 2
