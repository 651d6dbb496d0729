"""The pages as the print styles define them: how wide the margins of each kind of page are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import tinycss2

POINTS = {"mm": 72 / 25.4, "pt": 1.0, "": 0.0}
SIDES = ("top", "right", "bottom", "left")


@dataclass(frozen=True)
class Block:
    """The text block of a page: its edges in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


class PageStyles:
    """The `@page` rules of a style sheet."""

    def __init__(self, path: Path) -> None:
        self._margins: dict[str, dict[str, float]] = {}
        for rule in tinycss2.parse_stylesheet(path.read_text("utf-8"), skip_comments=True):
            if rule.type == "at-rule" and rule.at_keyword == "page" and rule.content is not None:
                selector = tinycss2.serialize(rule.prelude).strip()
                self._margins.setdefault(selector, {}).update(_margins(rule.content))

    def block(
        self, name: str, number: int, width: float, height: float, *, first: bool = False
    ) -> Block:
        """The text block of a page of that name; odd numbers are right-hand pages."""
        side = ":right" if number % 2 else ":left"
        margins = dict.fromkeys(SIDES, 0.0)
        own = (f":nth(1 of {name})",) if first else ()
        for selector in ("", side, name, f"{name}{side}", *own):
            margins |= self._margins.get(selector, {})
        return Block(
            margins["left"], margins["top"], width - margins["right"], height - margins["bottom"]
        )


def _margins(content: list[tinycss2.ast.Node]) -> Iterator[tuple[str, float]]:
    declared = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    for declaration in declared:
        if declaration.type != "declaration" or not declaration.name.startswith("margin"):
            continue
        values = [_points(value) for value in tinycss2.serialize(declaration.value).split()]
        if declaration.name == "margin":
            yield from zip(SIDES, _four(values), strict=True)
        else:
            yield declaration.name.removeprefix("margin-"), values[0]


def _four(values: list[float]) -> list[float]:
    """Top, right, bottom and left from the short forms of CSS."""
    which = {1: (0, 0, 0, 0), 2: (0, 1, 0, 1), 3: (0, 1, 2, 1), 4: (0, 1, 2, 3)}[len(values)]
    return [values[place] for place in which]


def _points(value: str) -> float:
    number, unit = re.fullmatch(r"([0-9.]+)([a-z]*)", value).groups()  # type: ignore[union-attr]
    return float(number) * POINTS[unit]
