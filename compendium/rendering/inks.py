"""Colours of the screen as inks of a printing press, through the profile of that press."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageCms

from compendium.errors import InputError

Inks = tuple[float, float, float, float]

# Of the range from 0 to 1: what differs less between red, green and blue is grey, and is printed
# with black alone; what is darker is meant as black.
GREY, BLACK = 0.05, 0.15


class Profile:
    """A colour profile of a printing press.

    Raises:
        InputError: if the file is no ICC profile for CMYK.
    """

    def __init__(self, path: Path) -> None:
        try:
            self.content = path.read_bytes()
            opened = ImageCms.ImageCmsProfile(io.BytesIO(self.content))
        except (OSError, ImageCms.PyCMSError):
            raise _unfit(path, "no colour profile can be read") from None
        if opened.profile.xcolor_space.strip() != "CMYK":
            raise _unfit(path, "not a profile for CMYK")
        self.name = opened.profile.profile_description or path.stem
        self._transform = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"),
            opened,
            "RGB",
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
        self.inks = lru_cache(maxsize=None)(self._inks)

    def _inks(self, red: float, green: float, blue: float) -> Inks:
        """The inks of a colour, each from 0 to 1 in steps of a hundredth."""
        if max(red, green, blue) - min(red, green, blue) <= GREY:
            light = (red + green + blue) / 3
            return 0.0, 0.0, 0.0, 1.0 if light < BLACK else round(1 - light, 2)
        dot = Image.new("RGB", (1, 1), (round(red * 255), round(green * 255), round(blue * 255)))
        printed = ImageCms.applyTransform(dot, self._transform)
        assert printed is not None
        inks = printed.getpixel((0, 0))
        assert isinstance(inks, tuple)
        cyan, magenta, yellow, black = (round(ink / 255, 2) for ink in inks)
        return cyan, magenta, yellow, black


def _unfit(path: Path, why: str) -> InputError:
    return InputError(f"{path}: {why}", remedy="set `press: profile` to an ICC file for CMYK")
