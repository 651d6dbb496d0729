"""Words of a page that are struck through or invisible: white, or smaller than print."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

_THIN = 2.0  # points
_STRUCK = (0.25, 0.65)  # of the size above the foot of a letter, higher than any underline
_TINY = 2.0  # points
_WHITE = frozenset({(1,), (1, 1, 1), (0, 0, 0, 0)})  # grey, red-green-blue, the colours of print

Char = dict[str, Any]


def struck_chars(page: Any) -> list[Char]:
    """The letters of a page with a line through their middle."""
    drawn = [rule for rule in (*page.lines, *page.rects) if rule["bottom"] - rule["top"] < _THIN]
    return _saying(char for char in page.chars if any(_crosses(line, char) for line in drawn))


def hidden_chars(page: Any) -> list[Char]:
    """The letters of a page that are white or tiny."""
    return _saying(char for char in page.chars if _colour(char) in _WHITE or char["size"] < _TINY)


def _saying(chars: Iterable[Char]) -> list[Char]:
    """The letters, if they contain words; empty for bar codes and spaces."""
    listed = list(chars)
    return listed if any(map(str.isalnum, "".join(char["text"] for char in listed))) else []


def words_of(chars: Sequence[Char]) -> Iterator[str]:
    """The words of consecutive letters, one text for each line."""
    word = ""
    before: Char | None = None
    for char in chars:
        if before is not None and abs(char["bottom"] - before["bottom"]) > before["size"]:
            yield word.strip()
            word = ""
        word += char["text"]
        before = char
    if word.strip():
        yield word.strip()


def without(chars: Sequence[Char], page: Any) -> Any:
    """A page without some of its letters."""
    gone = set(map(id, chars))
    keeps: Callable[[Char], bool] = lambda char: id(char) not in gone  # noqa: E731
    return page.filter(keeps) if gone else page


def _crosses(line: Char, char: Char) -> bool:
    middle = (char["x0"] + char["x1"]) / 2
    height = (char["bottom"] - (line["top"] + line["bottom"]) / 2) / char["size"]
    inside = line["x0"] - 1 <= middle <= line["x1"] + 1
    return bool(inside and _STRUCK[0] < height < _STRUCK[1])


def _colour(char: Char) -> tuple[float, ...]:
    colour = char.get("non_stroking_color")
    return tuple(colour) if isinstance(colour, list | tuple) else (colour,) if colour else ()
