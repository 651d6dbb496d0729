"""Damage that any file can take: to its bytes, or to the lines, letters and words of a text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from random import Random

from fuzzing.oddities import ENCODINGS, odd_letter, odd_number

Mutator = Callable[[bytes, Random], bytes]


def part(length: int, chance: Random) -> tuple[int, int]:
    """Where a piece begins and ends, short or long."""
    start = chance.randint(0, length)
    return start, min(length, start + chance.choice((1, 1, 4, 32, 512, 8192)))


def flip(content: bytes, chance: Random) -> bytes:
    """Change some bits."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 20)) if changed else 0):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(content: bytes, chance: Random) -> bytes:
    """Lose the end, the beginning, or a piece."""
    start, end = part(len(content), chance)
    return chance.choice((content[:start], content[start:], content[:start] + content[end:], b""))


def repeat(content: bytes, chance: Random) -> bytes:
    """Say a piece several times."""
    start, end = part(len(content), chance)
    times = chance.choice((2, 2, 3, 100))
    return content[:start] + content[start:end] * times + content[end:]


def move(content: bytes, chance: Random) -> bytes:
    """Put a piece elsewhere."""
    start, end = part(len(content), chance)
    rest = content[:start] + content[end:]
    place = chance.randint(0, len(rest))
    return rest[:place] + content[start:end] + rest[place:]


def overwrite(content: bytes, chance: Random) -> bytes:
    """Put noise, zeros or a byte of no encoding in the place of a piece."""
    start, end = part(len(content), chance)
    length = max(1, end - start)
    noise = chance.choice((chance.randbytes(length), bytes(length), b"\xff" * length, b"\xc3"))
    return content[:start] + noise + content[end:]


BYTES: tuple[Mutator, ...] = (flip, flip, cut, repeat, move, overwrite)


def on_text(change: Callable[[str, Random], str]) -> Mutator:
    """A change of a text as one of bytes; what is no text passes as it is."""

    def mutate(content: bytes, chance: Random) -> bytes:
        text = content.decode("utf-8", "surrogateescape")
        return change(text, chance).encode("utf-8", "surrogateescape")

    mutate.__name__ = change.__name__
    return mutate


def lines(text: str, chance: Random) -> str:
    """Double, remove, swap, indent or join lines."""
    found = text.splitlines(keepends=True)
    if not found:
        return text
    first, second = (chance.randrange(len(found)) for _ in range(2))
    match chance.randrange(6):
        case 0:
            found.insert(first, found[second])
        case 1:
            del found[
                min(first, second) : max(first, second) + 1 if chance.random() < 0.2 else None
            ]
        case 2:
            found[first], found[second] = found[second], found[first]
        case 3:
            found[first] = " " * chance.choice((1, 2, 7)) + found[first]
        case 4:
            found[first] = (
                found[first].lstrip(" ") if chance.random() < 0.5 else found[first].rstrip()
            )
        case _:
            found[first] *= chance.choice((2, 50))
    return "".join(found)


def letters(text: str, chance: Random) -> str:
    """Put odd letters in, or in the place of others."""
    for _ in range(chance.choice((1, 1, 2, 10))):
        place = chance.randint(0, len(text))
        text = text[:place] + odd_letter(chance) + text[place + chance.randrange(2) :]
    return text


def numbers(text: str, chance: Random) -> str:
    """Put odd numbers in the place of one or some."""
    found = list(re.finditer(r"\d+(?:[.-]\d+)*", text))
    for match in sorted(
        chance.sample(found, min(len(found), chance.choice((1, 1, 1, 5)))),
        key=lambda one: -one.start(),
    ):
        text = text[: match.start()] + odd_number(chance) + text[match.end() :]
    return text


def words(text: str, chance: Random) -> str:
    """Put one word of a text in the place of another, or make one or all of it very long."""
    found = list(re.finditer(r"\w+", text))
    if not found:
        return text
    place, other = chance.choice(found), chance.choice(found)
    word = chance.choice((other[0], "", place[0].upper(), place[0] * 5000, f"{place[0]} " * 5000))
    return text[: place.start()] + word + text[place.end() :]


def encoding(text: str, chance: Random) -> str:
    """Save as another program would: in another encoding, with a mark, with other line ends."""
    match chance.randrange(5):
        case 0:
            return "\ufeff" + text
        case 1:
            return text.replace("\n", chance.choice(("\r\n", "\r", "\n\r", "\x85", "\u2028")))
        case 2:
            return unicodedata.normalize(chance.choice(("NFD", "NFKD", "NFKC")), text)
        case _:
            code = chance.choice(ENCODINGS)
            return text.encode(code, "replace").decode("utf-8", "surrogateescape")


TEXTS: tuple[Mutator, ...] = tuple(map(on_text, (lines, letters, numbers, words, encoding)))
