"""Damage to archives: their members, what their heads say of these, and the markup of Word."""

from __future__ import annotations

import io
import re
import struct
import zipfile
from contextlib import suppress
from random import Random

from fuzzing.bytes_and_texts import BYTES, TEXTS, Mutator, on_text
from fuzzing.markup import MARKUP
from fuzzing.oddities import odd_letter, odd_number

# What Word writes and a reader may stumble over; each may stand anywhere in a document.
WORD = (
    '<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="7"/></w:numPr></w:pPr></w:p>',
    '<w:p><w:pPr><w:pStyle w:val="nosuch"/></w:pPr><w:r><w:t>7. x</w:t></w:r></w:p>',
    '<w:ins w:id="1" w:author="x"><w:r><w:t>put in</w:t></w:r></w:ins>',
    '<w:del w:id="2"><w:r><w:delText>taken out</w:delText></w:r></w:del>',
    '<w:moveFrom w:id="3"><w:r><w:t>from</w:t></w:r></w:moveFrom>',
    '<w:r><w:footnoteReference w:id="99"/></w:r>',
    '<w:r><w:endnoteReference w:id="-1"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText> REF x </w:instrText></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
    '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>',
    "<w:tbl><w:tr/></w:tbl>",
    ('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p/></w:tc></w:tr>'
    "</w:tbl>"),
    "<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc></w:tr></w:tbl>",
    "<w:sdt><w:sdtContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:sdtContent></w:sdt>",
    '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>',
    '<w:r><w:sym w:char="zz"/></w:r>',
    '<w:hyperlink w:anchor="nowhere"><w:r><w:t>x</w:t></w:r></w:hyperlink>',
    "<w:r><w:tab/><w:br/><w:cr/><w:noBreakHyphen/><w:softHyphen/></w:r>",
    '<w:altChunk xmlns:r="urn:x" r:id="rId1"/>',
    "<w:sectPr/>", "<w:p/>", "<w:r/>", "<w:t/>", "<w:body/>", "<w:rPr/>", "<w:pPr/>",
    "<w:rPr><w:vanish/></w:rPr>", "<w:rPr><w:rtl/></w:rPr>",
    '<w:bookmarkStart w:id="0" w:name="x"/>',
)  # fmt: skip
_VALUE = re.compile(r'(w:val|w:id|r:id|w:abstractNumId|w:styleId|Id|Target|Type)="([^"]*)"')
_TAG = re.compile(r"<[A-Za-z/][^<>]*>")
_HEADS = (b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06")
# Where a number stands in each head, and how many bytes it has.
_FIELDS = {
    b"PK\x01\x02": ((4, 2), (6, 2), (8, 2), (10, 2), (16, 4), (20, 4), (24, 4), (28, 2), (42, 4)),
    b"PK\x03\x04": ((4, 2), (6, 2), (8, 2), (14, 4), (18, 4), (22, 4), (26, 2), (28, 2)),
    b"PK\x05\x06": ((4, 2), (8, 2), (10, 2), (12, 4), (16, 4), (20, 2)),
}


def word_markup(text: str, chance: Random) -> str:
    """Put markup of Word somewhere."""
    found = list(_TAG.finditer(text))
    place = chance.choice(found).end() if found else 0
    return text[:place] + chance.choice(WORD) * chance.choice((1, 1, 300)) + text[place:]


def word_values(text: str, chance: Random) -> str:
    """Point to another style, list, note or part: to itself, to another, or to nothing."""
    found = list(_VALUE.finditer(text))
    if not found:
        return text
    for match in sorted(chance.sample(found, min(len(found), 3)), key=lambda one: -one.start()):
        other = chance.choice(found)[2]
        value = chance.choice((other, other, odd_number(chance), odd_letter(chance), "nosuch"))
        value = value.replace("&", "&amp;").replace("<", "&lt;").replace('"', "&quot;")
        text = f'{text[: match.start()]}{match[1]}="{value}"{text[match.end() :]}'
    return text


def outside(text: str, chance: Random) -> str:
    """Point outside, as a relation of Word may."""
    target = chance.choice(("file:///nowhere", "http://127.0.0.1:9/x", "../../../x", "\\\\a\\b"))
    mode = chance.choice((' TargetMode="External"', ""))
    return re.sub(r'Target="[^"]*"', lambda _: f'Target="{target}"{mode}', text, count=1)


_WORD: tuple[Mutator, ...] = tuple(map(on_text, (word_markup, word_markup, word_values, outside)))


def members(content: bytes, chance: Random) -> bytes:
    """Change a member of an archive, or how it is kept there."""
    with suppress(Exception):  # what is no archive any more stays as it is
        with zipfile.ZipFile(io.BytesIO(content)) as before:
            held = {one.filename: before.read(one) for one in before.infolist()}
        return _packed(held, chance)
    return content


def _packed(held: dict[str, bytes], chance: Random) -> bytes:
    kinds = (zipfile.ZIP_DEFLATED,) * 6 + (zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
    documents = [name for name in held if name.endswith("document.xml")] or list(held)
    name = chance.choice(documents if chance.random() < 0.6 else list(held))
    doubled = ""
    match chance.randrange(12):
        case 0:
            del held[name]
        case 1:
            renamed = ("../../escaped.xml", "/escaped.xml", name.upper(), f"{name}\u202e", "x/")
            held[chance.choice(renamed)] = held.pop(name)
        case 2:
            held["word/extra.xml"] = chance.choice((bytes(30_000_000), b"<x/>", b""))
        case 3:
            doubled = name
        case 4:
            other = chance.choice(list(held))
            held[name], held[other] = held[other], held[name]
        case _:
            for _ in range(chance.choice((1, 1, 3))):
                kind = chance.choice((*MARKUP, *_WORD, *_WORD, *TEXTS, *BYTES))
                held[name] = kind(held[name], chance)
    return _written(held, chance.choice(kinds), doubled, chance)


def _written(held: dict[str, bytes], kind: int, doubled: str, chance: Random) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", kind) as after:
        for member, content in held.items():
            with after.open(member, "w", force_zip64=chance.random() < 0.05) as part:
                part.write(content)
        if chance.random() < 0.05:
            after.comment = chance.randbytes(99)
    written = stream.getvalue()
    if not doubled:
        return written
    with zipfile.ZipFile(io.BytesIO(written)) as once:
        count = len(once.infolist())
    return _twice(written, count, chance)


def _twice(content: bytes, count: int, chance: Random) -> bytes:
    """Name a member twice, as the list at the end may."""
    places = [found.start() for found in re.finditer(re.escape(_HEADS[0]), content)]
    end = content.rfind(_HEADS[2])
    if not places or end < 0:
        return content
    number = chance.randrange(len(places))
    stop = places[number + 1] if number + 1 < len(places) else end
    entry = content[places[number] : stop]
    tail = bytearray(content[end:])
    struct.pack_into("<HH", tail, 8, count + 1, count + 1)
    struct.pack_into("<I", tail, 12, end - places[0] + len(entry))
    return content[:end] + entry + bytes(tail)


def heads(content: bytes, chance: Random) -> bytes:
    """Say something false in the head of a member or in the list at the end."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 3))):
        head = chance.choice(_HEADS)
        places = [found.start() for found in re.finditer(re.escape(head), content)]
        if not places:
            continue
        start, size = chance.choice(_FIELDS[head])
        at = chance.choice(places) + start
        value = chance.choice((0, 1, 8, 9, 12, 99, 0xFFFF, 0x7FFFFFFF, 0xFFFFFFFF))
        changed[at : at + size] = (value & (256**size - 1)).to_bytes(size, "little")
    return bytes(changed)


def around(content: bytes, chance: Random) -> bytes:
    """Put something before or behind an archive, or another one there."""
    more = chance.choice((b"x", bytes(9000), content, b"%PDF-1.7\n", b"<html>", b"PK\x05\x06"))
    return chance.choice((more + content, content + more))


ARCHIVES: tuple[Mutator, ...] = (*(members,) * 16, heads, heads, heads, around)
