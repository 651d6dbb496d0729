"""Checks the structure of a PDF for screen readers: tags, language, title, reading direction."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import pikepdf

from compendium.verifying.check_outcomes import Outcome, outcome
from compendium.verifying.page_contents import Content


def check_tagging(pdf: pikepdf.Pdf, contents: Sequence[Content]) -> Outcome:
    """Check that every text belongs to an element of the structure, or is marked as artifact."""
    return outcome("tagging", sum(content.shown for content in contents), _untagged(pdf, contents))


def _untagged(pdf: pikepdf.Pdf, contents: Sequence[Content]) -> Iterator[str]:
    root = pdf.Root
    if "/StructTreeRoot" not in root or not root.get("/MarkInfo", pikepdf.Dictionary()).get(
        "/Marked", False
    ):
        yield "the document has no structure"
        return
    tagged = dict(pikepdf.NumberTree(root.StructTreeRoot.ParentTree).items())
    for number, (page, content) in enumerate(zip(pdf.pages, contents, strict=True), start=1):
        if page.obj.get("/StructParents") not in tagged:
            yield f"page {number} is not in the structure"
        if content.unmarked:
            yield f"page {number}: {content.unmarked} texts without a tag"
        parents: Any = tagged.get(int(page.obj.get("/StructParents", -1)), ())
        if lost := sum(not _has_place(parents, mark) for mark in content.marks):
            yield f"page {number}: {lost} texts outside all tags"
        if page.obj.get("/Tabs") != "/S":
            yield f"page {number}: the tab order is not that of the structure"


def _has_place(parents: Any, mark: int) -> bool:
    """Whether a marked content is in the element that the structure names as its parent."""
    holder = parents[mark] if mark < len(parents) else None
    if not isinstance(holder, pikepdf.Dictionary):
        return False
    kids = holder.get("/K", pikepdf.Array())
    return mark in (list(kids) if isinstance(kids, pikepdf.Array) else [kids])


def check_identity(pdf: pikepdf.Pdf, language: str) -> Outcome:
    """Check that the file has its language and title, and no direction that breaks its text."""
    return outcome("identity", 1, _misnamed(pdf, language))


def _misnamed(pdf: pikepdf.Pdf, language: str) -> Iterator[str]:
    declared = str(pdf.Root.get("/Lang", ""))
    if declared.partition("-")[0] != language:
        yield f"the language is {declared or 'not set'}, not {language}"
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield "there is no title"
    preferences = pdf.Root.get("/ViewerPreferences", pikepdf.Dictionary())
    if "/StructTreeRoot" in pdf.Root:
        if not preferences.get("/DisplayDocTitle", False):
            yield "the window would not show the title"
        if preferences.get("/Direction", "/L2R") == "/R2L":
            yield "the direction of its pages makes Chromium reverse its Latin letters"


def check_headings(pdf: pikepdf.Pdf) -> Outcome:
    """Check headings, list items, tables, notes and figures for what a reader needs of each."""
    elements = list(_walk(pdf.Root.get("/StructTreeRoot"))) if "/StructTreeRoot" in pdf.Root else []
    return outcome("structure", len(elements), _misplaced(elements))


def _misplaced(elements: Sequence[Any]) -> Iterator[str]:
    level = 0
    for element in elements:
        role = str(element.S)
        if role[1:2] == "H" and role[2:].isdigit():
            heading_level = int(role[2:])
            if heading_level > level + 1:
                yield f"a heading of level {heading_level} follows one of level {level}"
            level = heading_level
        elif role == "/LI" and "/LBody" not in _roles(element):
            yield "a list item has no body"
        elif role == "/Table" and "/TH" not in {str(inner.S) for inner in _walk(element)}:
            yield "a table has no header cell"
        elif role == "/Note" and not element.get("/ID"):
            yield "a note has no name"
        elif role == "/Figure" and not element.get("/Alt"):
            yield "a picture has no alternative text"


def _roles(element: Any) -> set[str]:
    return {str(child.S) for child in _children(element)}


def _children(element: Any) -> Iterator[Any]:
    kids = element.get("/K", pikepdf.Array())
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid


def _walk(element: Any) -> Iterator[Any]:
    """The elements below an element, in reading order."""
    unvisited = list(_children(element))[::-1]
    while unvisited:
        current = unvisited.pop()
        yield current
        unvisited.extend(list(_children(current))[::-1])
