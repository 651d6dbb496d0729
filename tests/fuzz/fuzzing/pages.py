"""Damage to PDF: its objects as text, its list of places, its streams, and its tree."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from contextlib import suppress
from random import Random
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name

from fuzzing.bytes_and_texts import Mutator
from fuzzing.oddities import odd_letter

_TOKEN = re.compile(r"/[A-Z]\w+|\b\d+\b|<<|>>|\[|\]|endobj|stream|[()]")
_OPERATORS = (
    "BT", "ET", "q", "Q", "Tj", "TJ", "Td", "Tm", "Tf", "BMC", "EMC", "BDC", "Do", "cm", "re", "W",
    "BI ID EI", "0 0 0 0 0 0 cm", "1e30 0 0 1e30 0 0 Tm", "/F99 12 Tf", "/X99 Do", "0 Tc", "99 Tz",
    "-9999999999 0 Td", "<41> Tj", "(x", "[(", "<4", "/Span <</MCID 99>> BDC", "3 Tr",
    "-1 0 0 1 0 0 cm",
)  # fmt: skip
_BOXES = (
    [0, 0, 0, 0],
    [0, 0, 1e9, 1e9],
    [-14400, -14400, 14400, 14400],
    [600, 800, 0, 0],
    [0, 0, 1],
    ["x"],
)


def tokens(content: bytes, chance: Random) -> bytes:
    """Change names, numbers and marks of the objects of a PDF."""
    text = content.decode("latin-1")
    found = list(_TOKEN.finditer(text))
    for _ in range(chance.choice((1, 3, 10))):
        if not found:
            break
        one, other = chance.choice(found), chance.choice(found)
        said = chance.choice((other[0], "", "-1", "99999999999", "null", odd_letter(chance)))
        text = text[: one.start()] + said.ljust(len(one[0])) + text[one.end() :]
        found = list(_TOKEN.finditer(text))
    return text.encode("latin-1", "replace")


def places(content: bytes, chance: Random) -> bytes:
    """Damage the list of places at the end, or where it is said to be."""
    start = content.rfind(b"xref\n", 0, content.rfind(b"startxref"))
    if start < 0:
        return content
    table, tail = content[:start], content[start:]
    number = b"%d" % chance.choice((0, 1, 9, start, 99999, 10**12))
    changed = chance.choice(
        (
            b"",
            re.sub(rb"startxref\s+\d+", b"startxref\n" + number, tail),
            re.sub(rb"\d{10} \d{5} n", b"0000000009 00000 n", tail),
            tail.replace(b"trailer", b"trailer\n<< /Prev %s >>" % number, 1),
            re.sub(rb"/Root \d+", b"/Root " + number, tail),
            tail.replace(b"trailer", b"trailer << /Encrypt << /V 9 >> >>", 1),
        )
    )
    return table + changed


def operators(content: bytes, chance: Random) -> bytes:
    """Put orders of drawing where they do not belong, or lose what a page draws from some place."""
    starts = [found.end() for found in re.finditer(rb"stream\r?\n", content)]
    if not starts:
        return content
    start = chance.choice(starts)
    end = content.find(b"endstream", start)
    place = chance.randint(start, max(start, end))
    if chance.random() < 0.2:
        return content[:place] + content[max(place, end) :]
    orders = " ".join(chance.choice(_OPERATORS) for _ in range(chance.choice((1, 1, 5, 2000))))
    return content[:place] + f"\n{orders}\n".encode() + content[place:]


def tree(content: bytes, chance: Random) -> bytes:
    """Change what the objects of a PDF mean to each other; its form stays right."""
    with suppress(Exception), pikepdf.open(io.BytesIO(content)) as pdf:
        page = chance.choice(list(pdf.pages)).obj
        chance.choice(_CHANGES)(pdf, page, chance)
        stream = io.BytesIO()
        pdf.save(stream, static_id=True)
        return stream.getvalue()
    return content


def _box(_: pikepdf.Pdf, page: Any, chance: Random) -> None:
    page[chance.choice(("/MediaBox", "/CropBox"))] = Array(chance.choice(_BOXES))
    page["/Rotate"] = chance.choice((0, 90, 45, -90, 10**12))


def _circle(pdf: pikepdf.Pdf, page: Any, chance: Random) -> None:
    kids = pdf.Root.Pages.Kids
    kids.append(chance.choice((pdf.Root.Pages, page, pdf.Root, Dictionary(), None)))
    pdf.Root.Pages.Count = chance.choice((0, 1, -1, 10**9))


def _fonts(_: pikepdf.Pdf, page: Any, chance: Random) -> None:
    for font in page.Resources.Font.values():
        for name in ("/ToUnicode", "/DescendantFonts", "/Encoding", "/FontDescriptor", "/Widths"):
            if chance.random() < 0.4 and name in font:
                if chance.random() < 0.5:
                    del font[name]
                else:
                    font[name] = chance.choice((font, Name("/X"), Array([]), 7))


def _contents(pdf: pikepdf.Pdf, page: Any, chance: Random) -> None:
    noise = pdf.make_stream(chance.choice((b"", b"BT", b"q " * 9000, chance.randbytes(99))))
    noise["/Filter"] = Name(chance.choice(("/FlateDecode", "/LZWDecode", "/NoSuch", "/DCTDecode")))
    page.Contents = chance.choice((noise, Array([noise, page.Contents]), Array([]), page, 7))


def _drawn_in_itself(pdf: pikepdf.Pdf, page: Any, _: Random) -> None:
    form = pdf.make_stream(b"/Self Do")
    form["/Type"], form["/Subtype"] = Name("/XObject"), Name("/Form")
    form["/BBox"] = Array([0, 0, 9, 9])
    form = pdf.make_indirect(form)
    form["/Resources"] = Dictionary(XObject=Dictionary({"/Self": form}))
    page.Resources["/XObject"] = Dictionary({"/Self": form})
    page.Contents = pdf.make_stream(b"/Self Do")


def _many(pdf: pikepdf.Pdf, page: Any, chance: Random) -> None:
    for _ in range(chance.choice((2, 30))):
        pdf.pages.append(pikepdf.Page(page))


def _marked(pdf: pikepdf.Pdf, page: Any, chance: Random) -> None:
    """The tags, the labels of pages, the contents and the names: lost or of another kind."""
    held = chance.choice((pdf.Root, page))
    name = chance.choice([key for key in held.keys() if key not in {"/Pages", "/Parent"}])  # noqa: SIM118
    held[name] = chance.choice((Array([]), Dictionary(), 7, Name("/X"), pdf.Root))


_CHANGES: tuple[Callable[[pikepdf.Pdf, Any, Random], None], ...] = (
    *(_box, _circle, _fonts, _fonts, _contents, _drawn_in_itself, _many, _marked),
)
PDFS: tuple[Mutator, ...] = (tokens, tokens, places, operators, operators, tree, tree, tree)
