"""Checks that links and bookmarks of a finished file have targets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
from lxml import html

from compendium.verifying.check_outcomes import Outcome, outcome


def check_links(pdf: pikepdf.Pdf) -> Outcome:
    """Check that every link and bookmark of a PDF leads to one of its pages or to an address."""
    links = [
        (number, link)
        for number, page in enumerate(pdf.pages, start=1)
        for link in page.obj.get("/Annots", pikepdf.Array())
        if link.Subtype == "/Link"
    ]
    bookmarks = list(_bookmarks(pdf))
    faults = [*_dangling_links(pdf, links), *_dangling_bookmarks(pdf, bookmarks)]
    return outcome("links", len(links) + len(bookmarks), faults)


def _dangling_links(pdf: pikepdf.Pdf, links: list[tuple[int, Any]]) -> Iterator[str]:
    places = _named_places(pdf)
    for number, link in links:
        target = link.get("/Dest")
        address = link.get("/A", pikepdf.Dictionary()).get("/URI")
        if target is None and not address:
            yield f"page {number}: a link leads nowhere"
        elif target is not None and not _is_place(target, places):
            yield f"page {number}: a link to {target}, which does not exist"
        if not str(link.get("/Contents", "")).strip() and "/StructTreeRoot" in pdf.Root:
            yield f"page {number}: a link has no description"


def _dangling_bookmarks(pdf: pikepdf.Pdf, bookmarks: list[Any]) -> Iterator[str]:
    places = _named_places(pdf)
    for bookmark in bookmarks:
        if not _is_place(bookmark.destination, places):
            yield f"the bookmark {bookmark.title} leads nowhere"


def _named_places(pdf: pikepdf.Pdf) -> set[str]:
    pages = {page.objgen for page in pdf.pages}
    names = pdf.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    if names is None:
        return set()
    tree = pikepdf.NameTree(names)
    return {str(name) for name, place in tree.items() if place[0].objgen in pages}


def _is_place(target: Any, names: set[str]) -> bool:
    """Whether a target is a page, or the name of a place on a page."""
    if isinstance(target, pikepdf.Array):
        return len(target) > 0 and target[0].get("/Type") == "/Page"
    return target is not None and str(target) in names


def _bookmarks(pdf: pikepdf.Pdf) -> Iterator[Any]:
    with pdf.open_outline() as outline:
        unvisited = list(outline.root)
        while unvisited:
            bookmark = unvisited.pop()
            yield bookmark
            unvisited.extend(bookmark.children)


def check_page_links(path: Path) -> Outcome:
    """Check that every internal link of an HTML page has a target."""
    page = html.parse(str(path)).getroot()
    names = set(page.xpath("//@id"))
    targets = [str(target) for target in page.xpath("//a/@href") if str(target).startswith("#")]
    missing = (f"a link to {target}, which does not exist" for target in targets)
    faults = [
        fault for fault, target in zip(missing, targets, strict=True) if target[1:] not in names
    ]
    return outcome("links", len(targets), faults)
