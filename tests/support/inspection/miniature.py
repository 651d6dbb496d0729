"""A miniature edition in one language: built from the example, and read as plain lines."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from compendium.cli.main import main
from support.inspection.hearing import drawn_texts, listen

TESTS = Path(__file__).parents[2]
EXAMPLE = TESTS / "example"
GOLDEN = TESTS / "golden"
TEMPLATES = TESTS.parent / "templates"
CONFIG = GOLDEN / "config.yaml"
EDITION = "compendium"
# Taken away from the complete catalogues, so that every edition has untranslated texts.
UNTRANSLATED = "lk/03-2014.po"
# The marks of direction that pdftotext puts around lines of Arabic, and the end of a page.
EMBEDDING = re.compile("[\u202a-\u202e]")
PAGE_END = "\f"


def build(language: str, folder: Path) -> Path:
    """Build the miniature edition of a language in a folder, by the commands of the program."""
    translations = folder / "translations"
    for source in (EXAMPLE / "translations", GOLDEN / "translations"):
        shutil.copytree(source, translations, dirs_exist_ok=True)
    (translations / language / UNTRANSLATED).unlink(missing_ok=True)
    made = {name: folder / f"{name}.json" for name in ("records", "texts", "index", "document")}
    pdf = folder / "edition.pdf"
    one = ("--edition", EDITION)
    _run("collect", "--sources", EXAMPLE / "sources", "--output", made["records"])
    _run(
        *("localise", "--records", made["records"], "--translations", translations),
        *("--language", language, "--output", made["texts"]),
    )
    _run("index", "--texts", made["texts"], *one, "--output", made["index"])
    _run(
        *("compose", "--texts", made["texts"], "--index", made["index"], *one),
        *("--config", CONFIG, "--output", made["document"]),
    )
    _run(
        *("pdf", "--document", made["document"], "--templates", TEMPLATES),
        *("--config", CONFIG, "--output", pdf),
    )
    return pdf


def _run(*arguments: str | Path) -> None:
    with pytest.raises(SystemExit) as end:
        main([str(argument) for argument in arguments])
    assert end.value.code == 0, f"compendium {arguments[0]} ended with {end.value.code}"


def page_texts(pdf: Path) -> list[str]:
    """The text of each page as it stands on it, under a line with the number of the page."""
    printed = subprocess.run(
        ["pdftotext", "-layout", "-enc", "UTF-8", pdf, "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    lines: list[str] = []
    for number, page in enumerate(printed.removesuffix(PAGE_END).split(PAGE_END), start=1):
        lines.append(f"======== page {number}")
        found = (EMBEDDING.sub("", line).rstrip() for line in page.splitlines())
        lines += [line for line in found if line]
    return lines


def bookmarks(pdf: Path) -> list[str]:
    """The bookmarks, each indented by its level, with the page it leads to and the height there."""
    with pikepdf.open(pdf) as opened, opened.open_outline() as outline:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages, start=1)}
        return list(_bookmarks(outline.root, numbers, 0))


def _bookmarks(
    items: list[pikepdf.OutlineItem], numbers: dict[tuple[int, int], int], depth: int
) -> Iterator[str]:
    for item in items:
        assert isinstance(item.destination, pikepdf.Array), "a bookmark leads to a page"
        page, _, _, height, *_ = list(item.destination)
        place = f"page {numbers[page.objgen]}, {float(height):.0f} pt"
        yield f"{'  ' * depth}{item.title} -> {place}"
        yield from _bookmarks(item.children, numbers, depth + 1)


def structure(pdf: Path) -> list[str]:
    """What is heard: the tags in reading order, each indented by its depth, with its words.

    The language stands where it is another than that of the edition. Neighbours that are alike
    stand on one line with their number.
    """
    with pikepdf.open(pdf) as opened:
        own = str(opened.Root.Lang)
        found = [
            f"{'  ' * heard.depth}{heard.role}"
            + (f" lang={heard.language}" if heard.language != own else "")
            + (f' "{heard.words}"' if heard.words else "")
            for heard in listen(opened, drawn_texts(pdf))
        ]
    lines: list[str] = []
    count = 1
    for line, following in zip(found, [*found[1:], ""], strict=True):
        if line == following:
            count += 1
        else:
            lines.append(f"{line} x {count}" if count > 1 else line)
            count = 1
    return lines


def pages_of(pdf: Path, places: tuple[str, ...]) -> dict[str, int]:
    """The number of the page, from one, on which each named place is."""
    with pikepdf.open(pdf) as opened:
        numbers = {page.obj.objgen: number for number, page in enumerate(opened.pages, start=1)}
        named = pikepdf.NameTree(opened.Root.Names.Dests)
        return {place: numbers[named[place][0].objgen] for place in places}


# Elements inside lines: how many there are depends on where the lines break.
_INLINE = {"Span", "Link", "Reference"}
_HEARD = re.compile(r'( *)(\w+)( lang=\w+)?(?: "(.*?)")?( x \d+)?$')


def free_of_lines(structure: list[str]) -> list[str]:
    """What of the lines of `structure` stays where lines and pages break elsewhere.

    Of each block, its tag and its words without white space. The contents are left out: they hold
    the numbers of pages.
    """
    blocks: list[str] = []
    contents: int | None = None  # how deep the contents are that are being passed
    for line in structure:
        found = _HEARD.fullmatch(line)
        assert found is not None, line
        depth, role, (language, words, count) = len(found[1]), found[2], found.groups("")[2:]
        if contents is not None and depth > contents:
            continue
        contents = depth if role == "TOC" else None
        if role not in _INLINE:
            blocks.append(f"{found[1]}{role}{language}{count} ")
        blocks[-1] += "".join(words.split())
    return blocks
