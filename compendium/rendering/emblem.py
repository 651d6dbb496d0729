"""Checks the emblem on a cover, an SVG or PNG picture that the settings name."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path
from urllib.parse import quote

from PIL import Image, UnidentifiedImageError

from compendium.errors import InputError
from compendium.files import real_path
from compendium.rendering.drawn import drawn_elements
from compendium.untrusted.kinds import Kind, kind_of
from compendium.untrusted.limits import read_limited
from compendium.untrusted.xml_markup import name_of, parse_xml

_REMEDY = "set `emblem` to an SVG or PNG file, or to null"
_LARGEST = 10_000_000  # bytes
_MOST_DOTS = 25_000_000  # more than 600 dots per inch in a picture of fifteen centimetres
_MOST_ELEMENTS = 100_000  # in a drawing; the full arms of a state have some thousands
_SIZE = struct.Struct(">II")
_SIZE_AT = 16  # bytes from the start of a PNG file
# What Pillow raises for damage of many kinds.
_DAMAGED = (
    UnidentifiedImageError,
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    IndexError,
    OverflowError,
    TypeError,
    struct.error,
    zlib.error,
)


def emblem_address(path: Path) -> str:
    """Check the emblem, and return the address under which Pandoc finds it.

    The address has no `file:`, because with it Pandoc 3.9 takes `%20` literally, and without it
    as a space.

    Raises:
        InputError: if there is no such file, or it is not a complete SVG or PNG picture.
    """
    content = read_limited(path, largest=_LARGEST, remedy=_REMEDY)
    if kind_of(content) is Kind.PNG:
        _check_dots(content, path)
        fits = _is_png(content)
    else:
        fits = _is_svg(content, path)
    if not fits:
        raise InputError(f"{path}: not a readable picture in SVG or PNG", remedy=_REMEDY)
    return quote(str(real_path(path)))


def _check_dots(content: bytes, path: Path) -> None:
    """Refuse a picture that would take more memory than the book, before it is opened."""
    if len(content) >= _SIZE_AT + _SIZE.size:
        width, height = _SIZE.unpack_from(content, _SIZE_AT)
        if width * height > _MOST_DOTS:
            raise InputError(
                f"{path}: {width} by {height} dots, more than an emblem needs", remedy=_REMEDY
            )


def _is_png(content: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
            picture.verify()
        with Image.open(io.BytesIO(content), formats=["PNG"]) as picture:
            picture.load()
    except _DAMAGED:
        return False
    return True


def _is_svg(content: bytes, path: Path) -> bool:
    try:
        root = parse_xml(content, path, remedy=_REMEDY)
    except InputError:
        return False
    if drawn_elements(root) > _MOST_ELEMENTS:
        raise InputError(f"{path}: it draws more than an emblem needs", remedy=_REMEDY)
    return name_of(root) == "svg"
