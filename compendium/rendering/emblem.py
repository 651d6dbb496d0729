"""The emblem on a cover: a picture that somebody sets, SVG or PNG."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote
from xml.etree import ElementTree as ET

from PIL import Image, UnidentifiedImageError

from compendium.errors import InputError

_REMEDY = "set `emblem` to an SVG or PNG file, or to null"


def emblem_address(path: Path) -> str:
    """The address under which Pandoc finds the emblem.

    It has no `file:` before it: with that, Pandoc (3.9) looks for a folder that has `%20` in its
    name, and without, for one with a space.

    Raises:
        InputError: if there is no such file, or it is no SVG or PNG that can be read whole.
    """
    if not path.is_file():
        raise InputError(f"{path}: no such file", remedy=_REMEDY)
    if not (_is_png(path) or _is_svg(path)):
        raise InputError(f"{path}: no picture in SVG or PNG that can be read", remedy=_REMEDY)
    return quote(str(path.resolve()))


def _is_png(path: Path) -> bool:
    try:
        with Image.open(path, formats=["PNG"]) as picture:
            picture.verify()
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError):  # as Pillow raises them
        return False
    return True


def _is_svg(path: Path) -> bool:
    try:
        root = ET.parse(path).getroot()  # noqa: S314 - the file of whoever builds
    except (ET.ParseError, OSError, ValueError):
        return False
    return root.tag.rpartition("}")[2] == "svg"
