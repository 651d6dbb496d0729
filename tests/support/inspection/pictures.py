"""Pictures of pages: drawn, compared with room for the edges of letters, differences marked."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

DOTS_PER_INCH = 60
GREYS = 16  # enough for the eye, and the files stay small
PATCH = 4  # in dots; what moves within a patch is the edge of a letter, not its place
TOLERANCE = 22  # of 255: how much the grey of one patch may change

RED = (255, 140, 140)  # light enough to read through


def draw(pdf: Path, page: int) -> Image.Image:
    """A page, counted from one, in a few greys."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        drawn = document[page - 1].render(scale=DOTS_PER_INCH / 72, grayscale=True)
        picture: Image.Image = drawn.to_pil().convert("L")
    finally:
        document.close()
    step = 255 / (GREYS - 1)
    return picture.point([round(round(grey / step) * step) for grey in range(256)])


def save(picture: Image.Image, path: Path) -> None:
    """Write a picture with no more bits a dot than its greys need."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture.quantize(GREYS).save(path, optimize=True)


def load(path: Path) -> Image.Image:
    """A picture that was saved."""
    with Image.open(path) as opened:
        return opened.convert("L")


def different_patches(old: Image.Image, new: Image.Image) -> list[tuple[int, int]]:
    """The patches, by column and row, whose grey changed by more than the tolerance."""
    if old.size != new.size:
        return [(0, 0)]
    size = (-(-old.width // PATCH), -(-old.height // PATCH))
    change = ImageChops.difference(_means(old, size), _means(new, size))
    greys = change.tobytes()
    return [
        (place % size[0], place // size[0]) for place, grey in enumerate(greys) if grey > TOLERANCE
    ]


def _means(picture: Image.Image, size: tuple[int, int]) -> Image.Image:
    return picture.resize(size, Image.Resampling.BOX)


def mark(old: Image.Image, new: Image.Image, path: Path) -> None:
    """Write the old page beside the new one, with what differs on a red ground on both."""
    sheet = Image.new("RGB", (old.width + new.width, max(old.height, new.height)), "white")
    sheet.paste(old.convert("RGB"), (0, 0))
    sheet.paste(new.convert("RGB"), (old.width, 0))
    ground = Image.new("RGB", sheet.size, "white")
    drawing = ImageDraw.Draw(ground)
    for column, row in different_patches(old, new):
        for left in (0, old.width):
            x, y = left + column * PATCH, row * PATCH
            drawing.rectangle((x - 1, y - 1, x + PATCH, y + PATCH), fill=RED)
    ImageChops.multiply(sheet, ground).save(path)
