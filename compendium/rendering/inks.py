"""Converts colours of the screen into inks of a printing press, with the profile of the press."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageCms

from compendium.errors import InputError
from compendium.untrusted.limits import read_limited

Inks = tuple[float, float, float, float]

# In the range from 0 to 1: a colour is grey, and printed with black alone, if red, green and blue
# differ by at most GREY; a grey darker than BLACK is printed as full black.
_REMEDY = "set `press: profile` to an ICC file for CMYK"
_LARGEST = 20_000_000  # bytes; profiles have one or two million
# The places of size, colour space and signature in the head of a profile.
_SIZE, _SPACE, _SIGN = slice(0, 4), slice(16, 20), slice(36, 40)
_PAPER = 0.1  # the most of an ink for white, which should have none; rounding is tolerated
_LONGEST_NAME = 100  # letters
GREY, BLACK = 0.05, 0.15


class Profile:
    """A colour profile of a printing press.

    Raises:
        InputError: if the file is not an ICC profile for CMYK.
    """

    def __init__(self, path: Path) -> None:
        self.content = read_limited(path, largest=_LARGEST, remedy=_REMEDY)
        _check_head(self.content, path)
        try:
            opened = ImageCms.ImageCmsProfile(io.BytesIO(self.content))
            self.name = _description(opened) or path.stem
            self._transform = ImageCms.buildTransform(
                ImageCms.createProfile("sRGB"),
                opened,
                "RGB",
                "CMYK",
                ImageCms.Intent.RELATIVE_COLORIMETRIC,
                ImageCms.Flags.BLACKPOINTCOMPENSATION,
            )
        except (OSError, ImageCms.PyCMSError):
            raise _unfit(path, "the colour profile is damaged") from None
        if max(self._mixed((255, 255, 255))) > _PAPER:
            raise _unfit(path, "the colour profile is damaged: it prints ink for white")
        self.inks = lru_cache(maxsize=None)(self._inks)

    def _inks(self, red: float, green: float, blue: float) -> Inks:
        """The inks of a colour, each from 0 to 1 in steps of a hundredth."""
        if max(red, green, blue) - min(red, green, blue) <= GREY:
            light = (red + green + blue) / 3
            return 0.0, 0.0, 0.0, 1.0 if light < BLACK else round(1 - light, 2)
        return self._mixed((round(red * 255), round(green * 255), round(blue * 255)))

    def _mixed(self, colour: tuple[int, int, int]) -> Inks:
        """The inks of a colour according to the profile."""
        dot = Image.new("RGB", (1, 1), colour)
        printed = ImageCms.applyTransform(dot, self._transform)
        assert printed is not None
        inks = printed.getpixel((0, 0))
        assert isinstance(inks, tuple)
        cyan, magenta, yellow, black = (round(ink / 255, 2) for ink in inks)
        return cyan, magenta, yellow, black


def _check_head(content: bytes, path: Path) -> None:
    """Check by its first bytes that a file is a complete profile for CMYK."""
    if content[_SIGN] != b"acsp":
        raise _unfit(path, "the colour profile cannot be read")
    size = int.from_bytes(content[_SIZE], "big")
    if size > len(content):
        raise _unfit(path, f"the colour profile is truncated: {len(content)} of {size} bytes")
    if content[_SPACE] != b"CMYK":
        raise _unfit(path, "not a profile for CMYK")


def _description(profile: ImageCms.ImageCmsProfile) -> str:
    """The description in a profile; empty if it is not text."""
    try:
        description = profile.profile.profile_description or ""
    except ValueError:  # the description has no valid letters
        return ""
    return "".join(letter for letter in description if letter.isprintable())[:_LONGEST_NAME]


def _unfit(path: Path, why: str) -> InputError:
    return InputError(f"{path}: {why}", remedy=_REMEDY)
