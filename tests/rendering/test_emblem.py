"""An emblem is a picture that can be read, or the build says so before anything is laid out."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from compendium.errors import InputError
from compendium.rendering.emblem import emblem_address

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>'


@pytest.fixture
def png(tmp_path: Path) -> Path:
    """A small picture."""
    path = tmp_path / "emblem.png"
    Image.new("RGB", (40, 40), "navy").save(path)
    return path


def test_pictures_are_taken(tmp_path: Path, png: Path) -> None:
    """SVG and PNG are taken, whatever the ending of their names."""
    vector = tmp_path / "emblem"
    vector.write_text(SVG, encoding="utf-8")
    assert emblem_address(vector) == str(vector)
    assert emblem_address(png) == str(png)


@pytest.mark.parametrize("content", ["# README", "<html/>", SVG[:-2], ""])
def test_what_is_no_picture_is_refused(tmp_path: Path, content: str) -> None:
    """Text, other XML and a file that is cut off are no emblem."""
    path = tmp_path / "emblem.svg"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="no picture in SVG or PNG"):
        emblem_address(path)


def test_half_a_picture_is_refused(png: Path) -> None:
    """A PNG that is cut off is refused, though it begins as one."""
    png.write_bytes(png.read_bytes()[:60])
    with pytest.raises(InputError, match="no picture in SVG or PNG"):
        emblem_address(png)
