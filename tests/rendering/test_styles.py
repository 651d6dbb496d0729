"""The book is set in one scale of sizes and on one grid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import tinycss2
from inspection.page_styles import PageStyles

# A size of its own, relative to its surroundings: the raised number of a note.
RELATIVE = {"0.7em"}
# In points.
A4 = (595.28, 841.89)
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


@pytest.mark.parametrize("name", STYLES)
def test_every_size_is_of_the_scale(name: str, root: Path) -> None:
    """No text has a size or a leading that is not a token at the top of the style sheet."""
    path = root / "templates" / "styles" / name
    for key, value in declarations(path):
        if key in {"font", "font-size"}:
            sizes = re.findall(r"[0-9.]+(?:pt|px|mm|em)\b", value.partition("/")[0])
            assert set(sizes) <= RELATIVE, f"{name}: {key}: {value}"


def test_a_page_holds_whole_lines(root: Path) -> None:
    """The text block is as high as a whole number of lines in every script: 48, 42 and 40."""
    lines = {}
    for name in STYLES[:3]:
        found = dict(declarations(root / "templates" / "styles" / name))
        lines[name] = float(found["--line"].removesuffix("pt"))
    block = PageStyles(root / "templates" / "styles" / "book.css").block("main", 1, *A4)
    for leading in lines.values():
        assert 0 <= (block.bottom - block.top) % leading < 0.5
