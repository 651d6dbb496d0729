"""The styles of a Word file: the styles that they are based on, and the properties they set."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from compendium.untrusted.limits import AGAIN
from compendium.untrusted.xml_markup import parse_xml

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VALUE = f"{WORD}val"
_RAISED, _TINY = 4, 4  # half points: raised by at least this, no larger than this
_OFF = frozenset({"0", "false", "off", "none"})


def part_of_word(archive: zipfile.ZipFile, name: str, path: Path) -> etree._Element | None:
    """A part of a Word file by its name, if it has one.

    Raises:
        InputError: if the part is not well-formed XML.
    """
    if name not in archive.namelist():
        return None
    return parse_xml(archive.read(name), path, remedy=AGAIN)


def value_of(holder: etree._Element | None, path: str) -> str | None:
    """The value of an element below another, by its path: `pPr/pStyle`."""
    if holder is None:
        return None
    element = holder.find("/".join(f"{WORD}{name}" for name in path.split("/")))
    return None if element is None else element.get(VALUE)


class Styles:
    """The styles of a file by their names in its mark-up."""

    def __init__(self, root: etree._Element | None) -> None:
        own = () if root is None else root.iterfind(f"{WORD}style")
        self._styles = {style.get(f"{WORD}styleId", ""): style for style in own}
        self._usual = next(
            (
                name
                for name, style in self._styles.items()
                if style.get(f"{WORD}type") == "paragraph" and style.get(f"{WORD}default") == "1"
            ),
            None,
        )

    def named(self, name: str | None) -> etree._Element | None:
        """The style with a name."""
        return self._styles.get(name or "")

    def of_paragraph(self, paragraph: etree._Element) -> str | None:
        """The name of the style of a paragraph."""
        return value_of(paragraph, "pPr/pStyle") or self._usual

    def chain(self, name: str | None) -> Iterator[tuple[str, etree._Element]]:
        """A style and the styles that it is based on, each with its name."""
        seen = set()
        while name and name not in seen and name in self._styles:
            seen.add(name)
            yield name, self._styles[name]
            name = value_of(self._styles[name], "basedOn")

    def is_on(self, run: etree._Element, name: str) -> bool:
        """Whether a run has a property, set directly, by its style or by that of its paragraph."""
        own = run.find(f"{WORD}rPr")
        found = None if own is None else own.find(f"{WORD}{name}")
        if found is not None:
            return found.get(VALUE, "true") not in _OFF
        styles = [value_of(own, "rStyle")]
        paragraph = next(run.iterancestors(f"{WORD}p"), None)
        if paragraph is not None:
            styles.append(self.of_paragraph(paragraph))
        for style in styles:
            for _, element in self.chain(style):
                given = element.find(f"{WORD}rPr/{WORD}{name}")
                if given is not None:
                    return given.get(VALUE, "true") not in _OFF
        return False


def is_raised(run: etree._Element) -> bool:
    """Whether a run is raised, as a superscript or by its position."""
    raised = value_of(run, "rPr/vertAlign") == "superscript"
    return raised or _half_points(value_of(run, "rPr/position")) >= _RAISED


def is_unseen(run: etree._Element) -> bool:
    """Whether the words of a run are invisible: white, or smaller than print."""
    white = (value_of(run, "rPr/color") or "").upper() == "FFFFFF"
    size = _half_points(value_of(run, "rPr/sz"))
    return white or 0 < size <= _TINY


def _half_points(value: str | None) -> int:
    return int(value) if value and re.fullmatch(r"-?[0-9]{1,5}", value) else 0


def styles_of(archive: zipfile.ZipFile, path: Path) -> Styles:
    """The styles of a Word file.

    Raises:
        InputError: if their part is not well-formed XML.
    """
    return Styles(part_of_word(archive, "word/styles.xml", path))
