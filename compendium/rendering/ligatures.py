"""Makes Arabic ligatures copyable and findable: each of their letters gets a glyph of its own.

In a PDF, the glyph of a ligature maps to two characters in reading order. Programs that extract
text reverse the characters of Arabic, including those of one glyph, so that lam and alef change
places. Here the glyph of the ligature maps to its last letter, and glyphs without shape or width,
drawn after it, map to the letters before: they are in drawing order, like all letters of the line,
so every program restores the reading order.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pydyf

_NAMED = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]{8,})>")
_ANY_NAMED = re.compile(rb"<([0-9a-f]{4})> <[0-9a-f]+>")
_FONT = re.compile(rb"/(\S+) \S+ Tf")
_GLYPHS = re.compile(rb"<([0-9a-f]+)>")
_LETTER, _CODE = "AL", 4  # the class of Arabic letters; the digits of a glyph


@dataclass(slots=True)
class _Font:
    """A font of a PDF that is being written, and the glyphs that replace its ligatures."""

    name: bytes
    shapes: Any  # of its glyphs: the number of their object
    widths: Any
    names: Any  # of its glyphs: the lines of its map to characters
    used: set[int] = field(default_factory=set)
    parted: dict[bytes, bytes] = field(default_factory=dict)

    def ligatures(self) -> Iterator[tuple[int, int, str]]:
        """The line, the glyph and the letters of each ligature of Arabic letters."""
        for place, line in enumerate(self.names.stream):
            if match := _NAMED.fullmatch(line):
                letters = bytes.fromhex(match[2].decode()).decode("utf-16-be")
                if all(unicodedata.bidirectional(letter) == _LETTER for letter in letters):
                    yield place, int(match[1], 16), letters


def part_ligatures(pdf: Any) -> None:
    """Give each letter of the ligatures in a PDF that is being written its own glyph."""
    fonts = list(_fonts(pdf))
    used_glyphs: dict[Any, set[int]] = {}
    for font in fonts:
        used_glyphs.setdefault(font.shapes, set()).update(font.used)
    for font in fonts:
        _part(font, used_glyphs[font.shapes])
    parted = {font.name: font.parted for font in fonts if font.parted}
    if parted:
        for entry in pdf.objects:
            if isinstance(entry, pydyf.Stream) and b"BT" in entry.stream:
                _redraw(entry, parted)


def _fonts(pdf: Any) -> Iterator[_Font]:
    """The fonts of the pages, by the names that the pages use."""
    resources = next(
        entry
        for entry in pdf.objects
        if isinstance(entry, pydyf.Dictionary) and "ExtGState" in entry and "Font" in entry
    )
    for name, reference in _object(pdf, resources["Font"]).items():
        font = _object(pdf, reference)
        if "DescendantFonts" not in font:
            continue  # a font of pictures
        descendant = _object(pdf, font["DescendantFonts"][0])
        shapes = next(
            value
            for key, value in _object(pdf, descendant["FontDescriptor"]).items()
            if key.startswith("FontFile")
        )
        names = _object(pdf, font["ToUnicode"])
        used = {int(line[1], 16) for line in map(_ANY_NAMED.fullmatch, names.stream) if line}
        yield _Font(name.encode(), shapes, descendant["W"], names, used)


def _object(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def _part(font: _Font, used_glyphs: set[int]) -> None:
    """Map the ligatures of a font to their last letters, and glyphs without shape to the others.

    A glyph that no text uses is left out of the font, but its number remains, without a shape.
    """
    free = iter(sorted(set(range(1, max(used_glyphs, default=0))) - used_glyphs))
    empty_glyphs: dict[tuple[str, int], int] = {}
    added = []
    for place, glyph, letters in list(font.ligatures()):
        font.names.stream[place] = _name(glyph, letters[-1])
        codes = [glyph]
        for position, letter in enumerate(reversed(letters[:-1])):
            # a glyph for each position: programs drop text that seems drawn twice at one place
            if (letter, position) not in empty_glyphs:
                empty_glyphs[letter, position] = empty = next(free)
                used_glyphs.add(empty)
                added.append(_name(empty, letter))
                font.widths.extend([empty, pydyf.Array([0])])
            codes.append(empty_glyphs[letter, position])
        font.parted[_code(glyph)] = b"".join(_code(code) for code in codes)
    if added:
        end = font.names.stream.index(b"endcmap")
        count = f"{len(added)} beginbfchar".encode()
        font.names.stream[end:end] = [count, *added, b"endbfchar"]


def _code(glyph: int) -> bytes:
    return f"{glyph:04x}".encode()


def _name(glyph: int, letter: str) -> bytes:
    return b"<%s> <%s>" % (_code(glyph), letter.encode("utf-16-be").hex().encode())


def _redraw(stream: Any, parted: dict[bytes, dict[bytes, bytes]]) -> None:
    """Draw the glyphs for the other letters of a ligature after it."""
    glyphs: dict[bytes, bytes] = {}

    def drawn(match: re.Match[bytes]) -> bytes:
        codes = [match[1][start : start + _CODE] for start in range(0, len(match[1]), _CODE)]
        return b"<%s>" % b"".join(glyphs.get(code, code) for code in codes)

    for place, item in enumerate(stream.stream):
        if not isinstance(item, bytes):
            continue
        if font := _FONT.fullmatch(item):
            glyphs = parted.get(font[1], {})
        elif glyphs and item.endswith(b" TJ"):
            stream.stream[place] = _GLYPHS.sub(drawn, item)
