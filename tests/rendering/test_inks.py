"""Colours of the screen become inks of the press."""

from __future__ import annotations

import random
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


def test_damaged_profiles_are_refused(root: Path, tmp_path: Path) -> None:
    """Of profiles with changed bytes, or cut off, each is read or refused with what to do."""
    whole = (root / "config/icc/ISOcoated_v2_300_bas.icc").read_bytes()
    path = tmp_path / "press.icc"
    chance = random.Random(12)  # noqa: S311 - no secret
    refused = []
    for _ in range(60):
        content = bytearray(whole)
        for _ in range(chance.choice((1, 5, 40))):
            content[chance.randrange(600)] = chance.randrange(256)
        path.write_bytes(content[: chance.choice((len(content), chance.randrange(len(content))))])
        try:
            Profile(path).inks(0.1, 0.5, 0.9)
        except InputError as fault:
            refused.append(fault)
    assert len(refused) > 30
    assert all(fault.message.startswith(f"{path}: ") for fault in refused)
    assert all("press: profile" in fault.remedy for fault in refused)


@pytest.mark.parametrize(
    ("place", "changed", "said"),
    [
        (0, b"\xff\xff\xff\xff", "truncated"),
        (36, b"acsq", "colour profile cannot be read"),
        (16, b"CMY\x96", "not a profile for CMYK"),
        (128, b"\xff\xff\xff\xff", "damaged"),
    ],
)
def test_a_damaged_head_is_named(
    root: Path, tmp_path: Path, place: int, changed: bytes, said: str
) -> None:
    """A profile that is cut off, damaged, or one for other colours says so."""
    content = bytearray((root / "config/icc/ISOcoated_v2_300_bas.icc").read_bytes())
    content[place : place + len(changed)] = changed
    path = tmp_path / "press.icc"
    path.write_bytes(content)
    with pytest.raises(InputError, match=said):
        Profile(path)


def test_the_name_of_a_profile_is_text(root: Path, tmp_path: Path) -> None:
    """What a profile calls itself is shown without what is no letter."""
    content = (root / "config/icc/ISOcoated_v2_300_bas.icc").read_bytes()
    assert b"ISO Coated v2 300%" in content
    path = tmp_path / "press.icc"
    path.write_bytes(content.replace(b"ISO Coated v2 300%", b"ISO\x1b[31m v2\n300\x07%\b"))
    assert Profile(path).name.isprintable()
