"""Damage to pictures and colour profiles: parts, sizes and what a drawing may refer to."""

from __future__ import annotations

import re
import struct
import zlib
from random import Random

from fuzzing.bytes_and_texts import Mutator, on_text
from fuzzing.oddities import odd_letter, odd_number

DRAWN = (
    '<g id="a"><use href="#a"/></g>', '<use href="#nosuch"/>', '<use href="x.svg#a"/>',
    '<g id="b"><use href="#c"/></g><g id="c"><use href="#b"/></g>',
    '<image href="file:///nowhere" width="9" height="9"/>', '<image href="emblem.svg"/>',
    '<image href="data:image/png;base64,AAAA" width="9" height="9"/>',
    '<image href="http://127.0.0.1:9/x.png" width="9" height="9"/>',
    '<style>path{fill:url(#nosuch)} @import "x.css";</style>', "<style>}{</style>",
    '<text x="1" y="NaN">text</text>', "<text><tspan/></text>",
    "<foreignObject><p/></foreignObject>", '<path d="M0 0 L"/>', '<path d="M 1e999 0 Z"/>',
    '<path d=""/>', '<path d="A1 1 0 0 0"/>', '<rect width="-1" height="x"/>',
    '<circle r="1e308"/>', '<line x1="1%" x2="calc(1px)"/>',
    '<linearGradient id="g" href="#g"/><path d="M0 0h9v9z" fill="url(#g)"/>',
    '<pattern id="p" width="0" height="0"/><path d="M0 0h9v9z" fill="url(#p)"/>',
    '<pattern id="q" width="9" height="9"><path d="M0 0h9" fill="url(#q)"/></pattern>',
    '<clipPath id="k"><use href="#k"/></clipPath><path d="M0 0h9v9z" clip-path="url(#k)"/>',
    '<mask id="m" mask="url(#m)"><path d="M0 0h9v9z"/></mask><path d="M0 0h9v9z" mask="url(#m)"/>',
    ('<marker id="r"><path d="M0 0h9" marker-end="url(#r)"/></marker>'
    '<path d="M0 0h9v9z" marker-end="url(#r)"/>'),
    '<g transform="rotate(x)"/>', '<g transform="scale(0)"><path d="M0 0h9v9z"/></g>',
    '<g transform="matrix(1 2"/>', '<g opacity="nan" filter="url(#f)"/>', "<script>1</script>",
    '<animate attributeName="x"/>', '<path style="fill:&#x1;"/>',
    '<path style="fill:url(" d="M0 0"/>',
)  # fmt: skip
_SIZES = ('viewBox="0 0 0 0"', 'viewBox="0 0 9"', 'viewBox="a"', 'viewBox="0 0 1e30 1"',
          'width="0"', 'width="1e9mm"', 'width="-5"', 'height="100%" width="0.001"',
          "")  # fmt: skip


def drawn(text: str, chance: Random) -> str:
    """Put something into a drawing."""
    place = text.rfind("</svg>")
    return text[:place] + chance.choice(DRAWN) * chance.choice((1, 1, 50)) + text[place:]


def sizes(text: str, chance: Random) -> str:
    """Say another size of a drawing, or none."""
    return re.sub(r'viewBox="[^"]*"', lambda _: chance.choice(_SIZES), text, count=1)


def dots(content: bytes, chance: Random) -> bytes:
    """Change a part of a picture in PNG, with a checksum that fits."""
    parts = _parts(content)
    if not parts:
        return content
    place = chance.randrange(len(parts))
    kind, data = parts[place]
    match chance.randrange(7):
        case 0:
            del parts[place]
        case 1:
            parts.insert(place, parts[place])
        case 2:
            value = chance.choice((0, 1, 5000, 2**31 - 1, 2**32 - 1))
            parts[0] = (b"IHDR", struct.pack(">I", value) + parts[0][1][4:])
        case 3:
            form = bytes(
                (chance.choice((0, 1, 3, 8, 16)), chance.choice((0, 1, 2, 3, 6, 9)), 0, 0, 1)
            )
            parts[0] = (b"IHDR", parts[0][1][:8] + form)
        case 4:
            said = zlib.compress(bytes(chance.choice((1, 90_000, 9_000_000))))
            parts.insert(1, (chance.choice((b"iCCP", b"zTXt")), b"x\x00\x00" + said))
        case 5:
            parts.insert(
                1, (chance.choice((b"tEXt", b"PLTE", b"tRNS", b"acTL", b"abcd")), b"x\x00y")
            )
        case _:
            parts[place] = (kind, data[: chance.randint(0, len(data))])
    return content[:8] + b"".join(_part(kind, data) for kind, data in parts)


def _parts(content: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], 8
    while at + 12 <= len(content) and content[:4] == b"\x89PNG":
        size = int.from_bytes(content[at : at + 4], "big")
        found.append((content[at + 4 : at + 8], content[at + 8 : at + 8 + size]))
        at += 12 + size
    return found


def _part(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def profile(content: bytes, chance: Random) -> bytes:
    """Say something false in the head or the list of tags of a colour profile."""
    if len(content) < 200:
        return content
    changed = bytearray(content)
    count = min(int.from_bytes(content[128:132], "big"), 20)
    for _ in range(chance.choice((1, 1, 3))):
        at = chance.choice(
            (0, 4, 8, 12, 16, 20, 36, 64, 128, *(132 + 4 * n for n in range(3 * count)))
        )
        if chance.random() < 0.3:
            start = int.from_bytes(content[136 + 12 * chance.randrange(max(1, count)) :][:4], "big")
            at = min(start + chance.choice((0, 4, 8, 12, 16)), len(content) - 4)
        other = chance.choice((b"RGB ", b"Lab ", b"GRAY", b"mft2", b"A2B0", b"prtr", b"link"))
        value = chance.choice((0, 1, 7, 255, 10_000, 2**31, 2**32 - 1)).to_bytes(4, "big")
        changed[at : at + 4] = chance.choice((other, value, value))
    return bytes(changed)


def attributes(text: str, chance: Random) -> str:
    """Give an attribute of a drawing another value."""
    found = list(re.finditer(r'="[^"]*"', text))
    if not found:
        return text
    match = chance.choice(found)
    value = chance.choice(
        (odd_number(chance), odd_letter(chance), "url(#x)", "calc(1px + 1%)", "var(--x)")
    )
    value = value.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
    return f'{text[: match.start()]}="{value}"{text[match.end() :]}'


DRAWINGS: tuple[Mutator, ...] = tuple(map(on_text, (drawn, drawn, sizes, attributes)))
PICTURES: tuple[Mutator, ...] = (dots,) * 6
PROFILES: tuple[Mutator, ...] = (profile,) * 6
