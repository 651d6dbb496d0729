"""The emblem on a cover: a picture that somebody sets, SVG or PNG."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from PIL import Image, UnidentifiedImageError

from compendium.errors import InputError

_REMEDY = "set `emblem` to an SVG or PNG file, or to null"


def emblem_address(path: Path) -> str:
    """The address under which a page finds the emblem.

    Raises:
        InputError: if there is no such file, or it is no SVG or PNG that can be read whole.
    """
    if not path.is_file():
        raise InputError(f"{path}: no such file", remedy=_REMEDY)
    if not (_is_png(path) or _is_svg(path)):
        raise InputError(f"{path}: no picture in SVG or PNG that can be read", remedy=_REMEDY)
    return path.resolve().as_uri()


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
