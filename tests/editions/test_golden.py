"""A miniature edition in six languages is as it was: text, bookmarks, tags, pictures of pages.

What it was stands in tests/golden/. `pytest tests/editions/test_golden.py --update` writes it
anew; read the difference, and look at the pictures, before committing it.

The files belong to the system that tests/golden/system.txt names. On another, with another layout
engine or other fonts, a line may break elsewhere; there the test compares what does not depend on
that: titles of bookmarks, tags and words.
"""

from __future__ import annotations

import difflib
import logging
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from support.inspection import miniature, pictures
from support.inspection.systems import this_system

LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
READINGS: dict[str, Callable[[Path], list[str]]] = {
    "text.txt": miniature.page_texts,
    "bookmarks.txt": miniature.bookmarks,
    "structure.txt": miniature.structure,
}
# A page of text with its notes, a resolution with its preamble, a page of the index.
SYSTEM = miniature.GOLDEN / "system.txt"
PICTURED = ("lk.1.1", "conf.5.pp.1", "index")


@pytest.mark.parametrize("language", LANGUAGES)
def test_edition_is_as_it_was(
    language: str,
    tmp_path: Path,
    pytestconfig: pytest.Config,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Text page by page, bookmarks, tags and three pages in pictures are those that were kept.

    On another system than that of the kept files, the titles of bookmarks, the tags and the words.
    """
    kept = miniature.GOLDEN / language
    # The steps of the build would bury the difference.
    monkeypatch.setattr(logging.getLogger("weasyprint.progress"), "propagate", False)
    pdf = miniature.build(language, tmp_path)
    capsys.readouterr()
    if pytestconfig.getoption("--update", default=False):
        _keep(pdf, kept)
    if SYSTEM.read_text(encoding="utf-8").splitlines() == this_system():
        changes = [_changed_lines(kept / name, read(pdf)) for name, read in READINGS.items()]
        changes += [_changed_picture(kept, place, pdf) for place in PICTURED]
    else:
        changes = _changes_but_for_lines(kept, pdf)
    if any(changes):
        pytest.fail("\n".join(filter(None, changes)), pytrace=False)


def _keep(pdf: Path, kept: Path) -> None:
    kept.mkdir(exist_ok=True)
    SYSTEM.write_text("\n".join(this_system()) + "\n", encoding="utf-8")
    for name, read in READINGS.items():
        (kept / name).write_text("\n".join(read(pdf)) + "\n", encoding="utf-8")
    for place, page in miniature.pages_of(pdf, PICTURED).items():
        pictures.save(pictures.draw(pdf, page), kept / f"{place}.png")


def _changes_but_for_lines(kept: Path, pdf: Path) -> list[str]:
    """What changed of that which stays where lines break elsewhere."""
    comparisons = [
        ("structure.txt", miniature.structure, miniature.free_of_lines),
        ("bookmarks.txt", miniature.bookmarks, _titles),
    ]
    return [
        _difference(kept / name, reduce(_lines(kept / name)), reduce(read(pdf)))
        for name, read, reduce in comparisons
    ]


def _titles(bookmarks: list[str]) -> list[str]:
    return [line.rpartition(" -> ")[0] for line in bookmarks]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _changed_lines(path: Path, found: list[str]) -> str:
    """The difference from the lines of a file, as a unified diff."""
    return _difference(path, _lines(path), found)


def _difference(path: Path, kept: list[str], found: list[str]) -> str:
    diff = difflib.unified_diff(kept, found, f"{path.parent.name}/{path.name}", "now", "", "", 2)
    return "\n".join(line.rstrip("\n") for line in diff)


def _changed_picture(kept: Path, place: str, pdf: Path) -> str:
    """Where the two pages are drawn side by side, if they differ."""
    old = pictures.load(kept / f"{place}.png")
    page = miniature.pages_of(pdf, (place,))[place]
    new = pictures.draw(pdf, page)
    different = pictures.different_patches(old, new)
    if not different:
        return ""
    marked = pdf.parent / f"{kept.name}-{place}.png"
    pictures.mark(old, new, marked)
    return f"{kept.name}: page {page} ({place}) looks different, see {marked}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_kept_tags_hold_both_kinds_of_text(language: str) -> None:
    """An edition has texts in its language, and marks those that stay in the source language."""
    lines = (miniature.GOLDEN / language / "structure.txt").read_text(encoding="utf-8").split("\n")
    foreign = [line for line in lines if "lang=en" in line]
    texts = (miniature.GOLDEN / language / "text.txt").read_text(encoding="utf-8")
    assert bool(foreign) == (language != "en")
    assert ("States parties should keep logbooks" in texts) == (language not in {"ar", "fr"})
    assert ("States parties should train keepers" in texts) == (language == "en")


def test_a_changed_text_is_shown(tmp_path: Path) -> None:
    """A line that changed is shown with both its readings and its neighbours."""
    kept = tmp_path / "text.txt"
    kept.write_text("Clean every lens\nbefore sunset;\n", encoding="utf-8")
    assert _changed_lines(kept, ["Clean every lens", "before sunset;"]) == ""
    shown = _changed_lines(kept, ["Clean every lens", "after sunset;"]).split("\n")
    assert shown[-3:] == [" Clean every lens", "-before sunset;", "+after sunset;"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_another_system_sees_a_lost_word(language: str) -> None:
    """Where lines may break elsewhere, a lost word and a lost tag are seen all the same."""
    structure = _lines(miniature.GOLDEN / language / "structure.txt")
    whole = miniature.free_of_lines(structure)
    after_contents = len(structure) - 40
    for place in range(after_contents, len(structure)):
        lost = structure[:place] + structure[place + 1 :]
        inline = re.match(" +(Span|Link|Reference)", structure[place])
        says = not inline or bool(re.search(r'"\s*[^"\s]', structure[place]))
        assert (miniature.free_of_lines(lost) != whole) == says, structure[place]


def test_a_line_that_breaks_elsewhere_is_the_same() -> None:
    """The words of a block may be divided among lines as the system will."""
    one = ["P", '  Span "Clean every lens"', '  Span " before sunset"']
    other = ["P", '  Span "Clean every"', '  Span " lens before "', "  Span", '    Span "sunset"']
    moved = ["P", '  Span "Clean every lens before"', "P", '  Span "sunset"']
    assert miniature.free_of_lines(one) == miniature.free_of_lines(other)
    assert miniature.free_of_lines(one) != miniature.free_of_lines(moved)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_moved_line_is_seen(language: str, tmp_path: Path) -> None:
    """A line of text that moved by two dots, or lost a word, is seen and marked in a picture."""
    page = pictures.load(miniature.GOLDEN / language / "lk.1.1.png")
    top, bottom = _first_line(page)
    moved = page.copy()
    moved.paste(page.crop((0, top, page.width, bottom)), (0, top + 2))
    assert pictures.different_patches(page, moved)
    shorter = page.copy()
    word = ImageChops.invert(page.crop((0, top, page.width, bottom))).getbbox()
    assert word is not None
    ImageDraw.Draw(shorter).rectangle((word[0], top, word[0] + 12, bottom), fill=255)
    assert pictures.different_patches(page, shorter)
    pictures.mark(page, shorter, tmp_path / "marked.png")
    marked = pictures.different_patches(page, pictures.load(tmp_path / "marked.png"))
    assert marked == [(0, 0)], "the marked picture shows two pages, so it is wider"


def _first_line(page: Image.Image) -> tuple[int, int]:
    """The rows of dots between which the first line below the running head is printed."""
    ink = [
        ImageChops.invert(page.crop((0, row, page.width, row + 1))).getbbox() is not None
        for row in range(page.height)
    ]
    body = page.height // 4  # below the heading of the section
    top = next(row for row in range(body, page.height) if not ink[row - 1] and ink[row])
    return top, next(row for row in range(top, page.height) if not ink[row])


@pytest.mark.parametrize("language", LANGUAGES)
def test_softer_edges_are_no_difference(language: str) -> None:
    """A page whose letters have slightly lighter edges, as of another drawing, is the same."""
    page = pictures.load(miniature.GOLDEN / language / "lk.1.1.png")
    softer = page.point([min(255, grey + 17) if 60 < grey < 250 else grey for grey in range(256)])
    assert softer.tobytes() != page.tobytes()
    assert not pictures.different_patches(page, softer)


def test_kept_pictures_are_small() -> None:
    """No kept picture is larger than 40 kilobytes, and there are three for each language."""
    sizes = [path.stat().st_size for path in miniature.GOLDEN.glob("*/*.png")]
    assert len(sizes) == len(LANGUAGES) * len(PICTURED)
    assert max(sizes) < 40_000
