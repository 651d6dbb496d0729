"""The book is set in one scale of sizes and on one grid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import tinycss2

from support.inspection.page_styles import PageStyles

# A size of its own, relative to its surroundings: the raised number of a note.
RELATIVE = {"0.7em"}
# In points.
A4 = (595.28, 841.89)
_SIZE = re.compile(r"(?<![\w-])[0-9.]+(?:[a-z]+|%)")
STYLES = ("book.css", "book-arab.css", "book-hans.css", "cover.css")


def declarations(path: Path) -> Iterator[tuple[str, str]]:
    """Every declaration of a style sheet, those within at-rules too."""
    yield from _below(tinycss2.parse_stylesheet(path.read_text(encoding="utf-8")))


def _below(nodes: list[tinycss2.ast.Node]) -> Iterator[tuple[str, str]]:
    for node in nodes:
        if node.type == "declaration":
            yield node.name, tinycss2.serialize(node.value).strip()
        elif getattr(node, "content", None):
            yield from _below(tinycss2.parse_blocks_contents(node.content))


def own_sizes(path: Path) -> list[str]:
    """The declarations of a style sheet that give the size of letters as a number."""
    return [
        f"{key}: {value}"
        for key, value in declarations(path)
        if key in {"font", "font-size"} and set(_SIZE.findall(value.partition("/")[0])) - RELATIVE
    ]


def own_leadings(path: Path) -> list[str]:
    """The declarations of a style sheet that give the height of a line in units of length."""
    return [
        f"{key}: {value}"
        for key, value in declarations(path)
        if (key == "line-height" and _SIZE.search(value))
        or (key == "font" and _SIZE.search(value.partition("/")[2]))
    ]


@pytest.mark.parametrize("name", STYLES)
def test_every_leading_is_a_token(name: str, root: Path) -> None:
    """No line has a height that is not a token at the top of the style sheet, or made of one."""
    assert own_leadings(root / "templates" / "styles" / name) == []


@pytest.mark.parametrize("declaration", ["line-height: 10pt", "font: var(--label)/9pt serif"])
def test_a_leading_of_its_own_is_seen(tmp_path: Path, declaration: str) -> None:
    """A height of lines with a unit is found, alone or within `font`."""
    path = tmp_path / "own.css"
    path.write_text(f"p {{ {declaration} }}", encoding="utf-8")
    assert own_leadings(path) == [declaration]


@pytest.mark.parametrize("name", STYLES)
def test_every_size_is_of_the_scale(name: str, root: Path) -> None:
    """No text has a size that is not a token at the top of the style sheet."""
    assert own_sizes(root / "templates" / "styles" / name) == []


@pytest.mark.parametrize(
    "declaration", ["font-size: 9pt", "font: 8.5pt/var(--line) serif", "font-size: 12q"]
)
def test_a_size_of_its_own_is_seen(tmp_path: Path, declaration: str) -> None:
    """A number with a unit is found, wherever it stands in a style sheet."""
    path = tmp_path / "own.css"
    path.write_text(f"@media print {{ p {{ {declaration} }} }}", encoding="utf-8")
    assert own_sizes(path) == [declaration]


def test_a_page_holds_whole_lines(root: Path) -> None:
    """The text block is as high as a whole number of lines in every script: 48, 42 and 40."""
    styles = root / "templates" / "styles"
    block = PageStyles(styles / "book.css").block("main", 1, *A4)
    for name, count in {"book.css": 48, "book-arab.css": 42, "book-hans.css": 40}.items():
        leading = float(dict(declarations(styles / name))["--line"].removesuffix("pt"))
        assert 0 <= block.bottom - block.top - count * leading < 0.5, name
