"""The automatic numbers of a Word file, which Word shows but the file does not contain as text.

Pandoc counts the items of a list, but reads neither the text around a number nor most number
formats, and leaves out the numbers of headings.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from compendium.documents.bullets import BULLET
from compendium.documents.number_formats import form_of
from compendium.documents.word_styles import WORD, Styles, part_of_word, value_of
from compendium.errors import InputError
from compendium.model.bounds import PARAGRAPH

_PLACE = re.compile(r"%([1-9])")  # the place of the number of a level
_LAST = 8  # the last level
_TYPED = "in the word processor turn its numbers into text, or number it anew, and try again"


@dataclass(frozen=True, slots=True)
class _Level:
    """A level of a list: its first number, its number format and the text around the number.

    `restart` is the level, counted from one, after which it restarts: any level above if it is
    None, never if it is zero. `legal` means that the numbers of all levels are in figures there.
    """

    start: int
    form: str
    text: str
    restart: int | None
    legal: bool
    style: str | None


@dataclass(frozen=True, slots=True)
class _List:
    """A list: the lists that it counts together with, its levels, the numbers where it restarts."""

    counted_as: str
    levels: Mapping[int, _Level]
    anew: Mapping[int, int]


class Numbering:
    """The numbers that Word shows before the paragraphs of a file, requested in their order."""

    def __init__(self, root: etree._Element | None, styles: Styles, path: Path) -> None:
        self._styles, self._path = styles, path
        self._lists = {} if root is None else dict(_lists(root, styles))
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def label(self, paragraph: etree._Element) -> str:
        """The number before a paragraph with the text around it; empty if it has none.

        Raises:
            InputError: if it is larger than in any document, or in an unknown format.
        """
        name, at = self._list_of(paragraph)
        own = self._lists.get(name or "")
        if own is None or name is None or at not in own.levels:
            return ""
        counts = self._counted(name, own, at)
        level = own.levels[at]

        def written(place: re.Match[str]) -> str:
            other = int(place[1]) - 1
            if other not in own.levels:
                return ""
            number = counts.get(other, own.levels[other].start)
            form = "decimal" if level.legal and other != at else own.levels[other].form
            return self._written(number, form)

        if level.form == "bullet":
            return BULLET if level.text.strip() else ""
        return _PLACE.sub(written, level.text).strip()

    def _list_of(self, paragraph: etree._Element) -> tuple[str | None, int]:
        """The list and level of a paragraph, set in the paragraph or by its style."""
        name = value_of(paragraph, "pPr/numPr/numId")
        at = value_of(paragraph, "pPr/numPr/ilvl")
        style = self._styles.of_paragraph(paragraph)
        for own, element in self._styles.chain(style) if name is None else ():
            name = value_of(element, "pPr/numPr/numId")
            at = at or self._level_of_style(name, own) or value_of(element, "pPr/numPr/ilvl")
            if name is not None:
                break
        return name, _within(at, 0, _LAST)

    def _level_of_style(self, name: str | None, style: str) -> str | None:
        levels = self._lists[name].levels if name in self._lists else {}
        return next((str(at) for at, level in levels.items() if level.style == style), None)

    def _counted(self, name: str, own: _List, at: int) -> dict[int, int]:
        """The numbers of all levels after one more paragraph."""
        counts = self._counts.setdefault(own.counted_as, {})
        start = own.anew.get(at, own.levels[at].start)
        begins = at in own.anew and (name, at) not in self._begun
        self._begun.add((name, at))
        counts[at] = start if begins or at not in counts else counts[at] + 1
        if not 0 <= counts[at] <= PARAGRAPH:
            raise InputError(
                f"{self._path}: a list has the number {counts[at]}",
                remedy=f"number its entries from 1 to at most {PARAGRAPH}, and try again",
            )
        for below in [other for other in counts if other > at]:
            restart = own.levels[below].restart if below in own.levels else None
            if restart is None or at < restart:
                del counts[below]
        return counts

    def _written(self, number: int, name: str) -> str:
        form = form_of(name)
        if form is None:
            raise InputError(
                f"{self._path}: a list is numbered in the format {name}, which is not known here",
                remedy=_TYPED,
            )
        return form(number)


def numbering_of(archive: zipfile.ZipFile, styles: Styles, path: Path) -> Numbering:
    """The automatic numbers of a Word file.

    Raises:
        InputError: if the part that defines them is not well-formed XML.
    """
    return Numbering(part_of_word(archive, "word/numbering.xml", path), styles, path)


def _lists(root: etree._Element, styles: Styles) -> Iterator[tuple[str, _List]]:
    """The lists by their names."""
    kinds = {kind.get(f"{WORD}abstractNumId"): kind for kind in root.iterfind(f"{WORD}abstractNum")}
    counted = {
        element.get(f"{WORD}numId"): value_of(element, "abstractNumId")
        for element in root.iterfind(f"{WORD}num")
    }
    for element in root.iterfind(f"{WORD}num"):
        kind = value_of(element, "abstractNumId")
        link = value_of(kinds.get(kind), "numStyleLink")
        if link is not None:  # the levels are at the definition of its style
            kind = counted.get(value_of(styles.named(link), "pPr/numPr/numId"), kind)
        levels, anew = dict(_levels(kinds.get(kind))), {}
        for override in element.iterfind(f"{WORD}lvlOverride"):
            at = _within(override.get(f"{WORD}ilvl"), 0, _LAST)
            start = value_of(override, "startOverride")
            if start is not None:
                anew[at] = _within(start, 0)
            levels |= dict(_levels(override))
        yield element.get(f"{WORD}numId", ""), _List(kind or "", levels, anew)


def _levels(holder: etree._Element | None) -> Iterator[tuple[int, _Level]]:
    for level in () if holder is None else holder.iterfind(f"{WORD}lvl"):
        form = level.find(f".//{WORD}numFmt")
        restart = value_of(level, "lvlRestart")
        legal = level.find(f"{WORD}isLgl")
        yield (
            _within(level.get(f"{WORD}ilvl"), 0, _LAST),
            _Level(
                start=_within(value_of(level, "start"), 0),
                form="decimal" if form is None else form.get(f"{WORD}val", "decimal"),
                text=value_of(level, "lvlText") or "",
                restart=None if restart is None else _within(restart, 0, _LAST),
                legal=legal is not None and legal.get(f"{WORD}val") not in {"0", "false"},
                style=value_of(level, "pStyle"),
            ),
        )


def _within(figures: str | None, otherwise: int, largest: int = PARAGRAPH + 1) -> int:
    """The number in a value, at most the largest; another number if the value contains none."""
    if figures is None or not re.fullmatch(r"\d{1,9}", figures):
        return otherwise
    return min(int(figures), largest)
