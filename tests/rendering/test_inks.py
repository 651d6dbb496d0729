"""Colours of the screen become inks of the press."""

from __future__ import annotations

from pathlib import Path

import pytest

from compendium.errors import InputError
from compendium.rendering.inks import Profile


@pytest.fixture
def profile(root: Path) -> Profile:
    """The profile that comes with the project."""
    return Profile(root / "config/icc/ISOcoated_v2_300_bas.icc")


@pytest.mark.parametrize(
    ("colour", "inks"),
    [
        ((1, 1, 1), (0, 0, 0, 0)),
        ((0, 0, 0), (0, 0, 0, 1)),
        ((0.1, 0.1, 0.1), (0, 0, 0, 1)),
        ((0.35, 0.35, 0.35), (0, 0, 0, 0.65)),
        ((0.8, 0.82, 0.84), (0, 0, 0, 0.18)),
    ],
)
def test_black_and_grey_are_black_ink(
    profile: Profile, colour: tuple[float, float, float], inks: tuple[float, ...]
) -> None:
    """What has no hue is printed with black ink alone, and what is nearly black with all of it."""
    assert profile.inks(*colour) == pytest.approx(inks)


def test_colours_are_mixed_by_the_profile(profile: Profile) -> None:
    """A blue is mostly cyan, a red mostly magenta and yellow, and no mix is more than 300 %."""
    cyan, magenta, yellow, _ = profile.inks(0.1, 0.3, 0.8)
    assert cyan > magenta > yellow
    cyan, magenta, yellow, _ = profile.inks(0.8, 0.1, 0.1)
    assert min(magenta, yellow) > 0.8 > cyan
    for colour in [(0.3, 0, 0), (0, 0.3, 0), (0.1, 0, 0.3), (0.2, 0, 0.1)]:
        assert sum(profile.inks(*colour)) <= 3.02


@pytest.mark.parametrize("content", [b"", b"no profile", None])
def test_what_is_no_profile_is_refused(tmp_path: Path, content: bytes | None) -> None:
    """A file that is missing, or no profile, is named with what to do."""
    path = tmp_path / "press.icc"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(InputError, match=r"press\.icc") as raised:
        Profile(path)
    assert "press: profile" in raised.value.remedy


def test_a_profile_of_a_screen_is_refused(tmp_path: Path) -> None:
    """A profile for red, green and blue is none for a press."""
    from PIL import ImageCms  # noqa: PLC0415 - used here alone

    path = tmp_path / "screen.icc"
    path.write_bytes(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    with pytest.raises(InputError, match="not a profile for CMYK"):
        Profile(path)
