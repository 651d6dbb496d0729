"""An emblem is a picture that can be read, or the build says so before anything is laid out."""

from __future__ import annotations

import contextlib
import struct
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


@pytest.mark.parametrize("content", ["# README", "<html/>", SVG[:-2]])
def test_what_is_no_picture_is_refused(tmp_path: Path, content: str) -> None:
    """Text, other XML and a file that is cut off are no emblem."""
    path = tmp_path / "emblem.svg"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match="not a readable picture in SVG or PNG"):
        emblem_address(path)


def test_half_a_picture_is_refused(png: Path) -> None:
    """A PNG that is cut off is refused, though it begins as one."""
    png.write_bytes(png.read_bytes()[:60])
    with pytest.raises(InputError, match="not a readable picture in SVG or PNG"):
        emblem_address(png)


@pytest.mark.parametrize("empty", [b"", b" \n"])
def test_an_empty_picture_is_refused(tmp_path: Path, empty: bytes) -> None:
    """A file without content, or none at all, is no emblem."""
    path = tmp_path / "emblem.svg"
    for said in ("no such file", "the file is empty"):
        with pytest.raises(InputError, match=said) as raised:
            emblem_address(path)
        assert "set `emblem`" in raised.value.remedy
        path.write_bytes(empty)


def test_a_picture_too_large_to_open(tmp_path: Path) -> None:
    """A PNG of some kilobytes with thousands of millions of dots is refused unopened."""
    path = tmp_path / "emblem.png"
    size = struct.pack(">II", 60_000, 60_000)
    path.write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + size + b"\x08\x02\0\0\0")
    with pytest.raises(InputError, match="60000 by 60000 dots"):
        emblem_address(path)


def test_damaged_pictures_are_refused(png: Path) -> None:
    """Whatever byte of a PNG is another, it is read or refused."""
    whole = png.read_bytes()
    for place in range(len(whole)):
        changed = bytearray(whole)
        changed[place] ^= 0x5A
        png.write_bytes(changed)
        with contextlib.suppress(InputError):
            emblem_address(png)
        png.write_bytes(whole[:place])
        with contextlib.suppress(InputError):
            emblem_address(png)


def test_entities_of_a_picture_are_refused(tmp_path: Path) -> None:
    """An SVG that declares entities, which would name files or unpack without end, is no emblem."""
    path = tmp_path / "emblem.svg"
    path.write_text(f'<!DOCTYPE svg [<!ENTITY a "b">]>{SVG}', encoding="utf-8")
    with pytest.raises(InputError, match="not a readable picture"):
        emblem_address(path)


def _referring(count: int, times: int) -> str:
    """Groups, each of which shows the one before it some times."""
    groups = (
        f'<g id="g{number}">' + f'<use href="#g{number - 1}"/>' * times + "</g>"
        for number in range(1, count)
    )
    return '<g id="g0"><path d="M0 0h9"/></g>' + "".join(groups)


def _marked(depth: int, points: int) -> str:
    """Lines with another one as the mark at each of their points."""
    line = f'<path d="M0 0{"L1 1" * points}" marker-mid="url(#m{{}})"/>'
    return "".join(
        f'<marker id="m{number}">{line.format(number - 1)}</marker>' for number in range(1, depth)
    ) + line.format(depth - 1)


@pytest.mark.parametrize(
    "drawn",
    [
        *(_referring(12, 8), _referring(5000, 1), '<g id="a"><use href="#a"/></g>'),
        *(_marked(8, 12), '<mask id="a"><path mask="url(#a)"/></mask>'),
    ],
    ids=["eight times each", "one by one", "itself", "at each point", "behind itself"],
)
def test_a_picture_that_draws_itself_again_and_again(drawn: str, tmp_path: Path) -> None:
    """A small file that would be drawn for hours is refused."""
    path = tmp_path / "emblem.svg"
    path.write_text(SVG.replace("/>", f">{drawn}</svg>"), encoding="utf-8")
    with pytest.raises(InputError, match="draws more than an emblem needs"):
        emblem_address(path)


def test_a_picture_that_shows_a_part_twice(tmp_path: Path) -> None:
    """What is drawn a few times by reference is a picture like others."""
    path = tmp_path / "emblem.svg"
    path.write_text(
        SVG.replace("/>", f">{_referring(3, 2)}{_marked(3, 4)}</svg>"), encoding="utf-8"
    )
    assert emblem_address(path)
