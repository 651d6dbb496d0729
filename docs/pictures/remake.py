"""Makes the two pictures of this folder anew from finished books.

usage: python docs/pictures/remake.py output/editions

Needs the PDF of the book in every language below that folder. The pages are found by the names of
their places, so the pictures stay right when the books grow.
"""  # noqa: INP001 - a script beside the pictures it makes

from __future__ import annotations

import sys
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image

HERE = Path(__file__).parent
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
README_LANGUAGE = "en"
GROUND = "#d8dde1"
COLOURS = 160


def pages_shown(book: Path) -> list[int]:
    """Cover, contents, a page of text with notes, one with a preamble, two of the index."""
    with pikepdf.open(book) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        places = {
            name: numbers[target[0].objgen]
            for name, target in pikepdf.NameTree(pdf.Root.Names.Dests).items()
        }
    preambles = [page for name, page in places.items() if ".pp." in name]
    busiest = max(set(preambles), key=lambda page: (preambles.count(page), -page))
    index = places["index"]
    return [0, places["contents"], places["note-1"], busiest, index, index + 1]


def drawn(book: Path, pages: list[int], width: int) -> list[Image.Image]:
    """Those pages, counted from nought, each so many dots wide."""
    document = pypdfium2.PdfDocument(book)
    try:
        return [
            document[page].render(scale=width / document[page].get_width()).to_pil()
            for page in pages
        ]
    finally:
        document.close()


def sheet(rows: list[list[Image.Image]], margin: int) -> Image.Image:
    """Pictures of one size in rows, on a grey ground."""
    wide, high = rows[0][0].size
    columns = max(map(len, rows))
    size = (columns * (wide + margin) + margin, len(rows) * (high + margin) + margin)
    whole = Image.new("RGB", size, GROUND)
    for row, pictures in enumerate(rows):
        for column, picture in enumerate(pictures):
            place = (margin + column * (wide + margin), margin + row * (high + margin))
            whole.paste(picture.resize((wide, high)), place)
    return whole


def save(picture: Image.Image, name: str) -> None:
    """Write a picture beside this script with few colours, so that it is small."""
    few = picture.quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(HERE / name, optimize=True)


def main(editions: Path) -> None:
    """Make both pictures from the books in a folder of editions."""
    books = {language: editions / language / "compendium.pdf" for language in LANGUAGES}
    rows = [drawn(book, pages_shown(book), 300) for book in books.values()]
    save(sheet(rows, 6), "contact-sheet.png")
    book = books[README_LANGUAGE]
    shown = pages_shown(book)
    save(sheet([drawn(book, [shown[2], shown[5]], 750)], 24), "pages.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
