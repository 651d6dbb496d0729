"""Damage to catalogues, tables, archives and PDF, and which damage a file can take."""

from __future__ import annotations

import io
import re
import zipfile
from contextlib import suppress
from pathlib import PurePath
from random import Random

from fuzzing.bytes_and_texts import BYTES, TEXTS, Mutator, on_text
from fuzzing.markup import MARKUP
from fuzzing.oddities import NAMES, odd_letter
from fuzzing.trees import JSONS, YAMLS

PO_LINES = (
    "#, fuzzy", "#, c-format, no-such-flag", '#| msgid "before"', '#~| msgid "before"', "#: a:1",
    "# state: official", "# state: official  X/1 2", "# state: reviewed", "# earlier state: x",
    '#~ msgid "x"', '#~ msgstr "y"', 'msgid_plural "x"', 'msgstr[0] "x"', 'msgstr[99] "x"', '"x"',
    'msgctxt "x"', 'msgid ""', 'msgstr "', 'msgstr "\\q"', 'msgstr "a" b', "domain x", "#", "#~",
    "#|", 'msgstr "\\', '#| "x"', "#,", "#.", "#~|", '#, fuzzy\n#| msgctxt "x"', "#~ #, fuzzy",
)  # fmt: skip


def po_lines(text: str, chance: Random) -> str:
    """Put a line of some entry somewhere."""
    found = text.split("\n")
    found.insert(chance.randint(0, len(found)), chance.choice(PO_LINES))
    return "\n".join(found)


def po_entries(text: str, chance: Random) -> str:
    """Double, lose or swap entries, or make one obsolete."""
    found = text.split("\n\n")
    first, second = (chance.randrange(len(found)) for _ in range(2))
    match chance.randrange(5):
        case 0:
            found.insert(second, found[first])
        case 1:
            del found[first]
        case 2:
            found[first], found[second] = found[second], found[first]
        case 3:
            found[first] = re.sub("^(?!#)", "#~ ", found[first], flags=re.MULTILINE)
        case _:
            found.append(re.sub("^(?!#)", "#~ ", found[first], flags=re.MULTILINE))
    return "\n\n".join(found)


def po_header(text: str, chance: Random) -> str:
    """Say another encoding, another language, or a field without its name."""
    name = chance.choice(NAMES).replace("\x00", "\\0")
    said = chance.choice((f"charset={name}", "charset", "", "charset=utf-16\\nContent-Type: x"))
    field = chance.choice((r"charset=[\w-]*", r"Language: \w*", "MIME-Version: ", r"\\n", '""'))
    return re.sub(field, lambda _: said, text, count=chance.choice((1, 0)))


def csv_cells(text: str, chance: Random) -> str:
    """Put marks of a table where they do not belong."""
    place = chance.randint(0, len(text))
    mark = chance.choice((",", '"', '""', ",,,,", '"\n', "\r", ";", "\x00", ',"', "x" * 140_000))
    return text[:place] + mark + text[place + chance.randrange(2) :]


def archive(content: bytes, chance: Random) -> bytes:
    """Change a member of an archive, or how it is kept there."""
    with suppress(Exception):  # what is no archive any more stays as it is
        with zipfile.ZipFile(io.BytesIO(content)) as before:
            members = {one.filename: before.read(one) for one in before.infolist()}
        return _packed(members, chance)
    return content


def _packed(members: dict[str, bytes], chance: Random) -> bytes:
    kinds = (zipfile.ZIP_DEFLATED,) * 6 + (zipfile.ZIP_STORED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA)
    documents = [name for name in members if name.endswith("document.xml")] or list(members)
    name = chance.choice(documents if chance.random() < 0.7 else list(members))
    match chance.randrange(10):
        case 0:
            del members[name]
        case 1:
            renamed = ("../../escaped.xml", "/escaped.xml", name.upper(), f"{name}\u202e", "x/")
            members[chance.choice(renamed)] = members.pop(name)
        case 2:
            members["word/extra.xml"] = chance.choice((bytes(30_000_000), b"<x/>", b""))
        case _:
            for _ in range(chance.choice((1, 1, 3))):
                members[name] = chance.choice((*MARKUP, *MARKUP, *TEXTS, *BYTES))(
                    members[name], chance
                )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", chance.choice(kinds)) as after:
        for member, content in members.items():
            after.writestr(member, content)
        if chance.random() < 0.05:
            after.comment = chance.randbytes(99)
    return stream.getvalue()


def pdf_objects(content: bytes, chance: Random) -> bytes:
    """Change names, numbers and marks of the objects of a PDF."""
    text = content.decode("latin-1")
    found = list(re.finditer(r"/[A-Z]\w+|\b\d+\b|<<|>>|\[|\]|endobj|stream|[()]", text))
    for _ in range(chance.choice((1, 3, 10))):
        if not found:
            break
        one, other = chance.choice(found), chance.choice(found)
        said = chance.choice((other[0], "", "-1", "99999999999", "null", odd_letter(chance)))
        text = text[: one.start()] + said.ljust(len(one[0])) + text[one.end() :]
        found = list(re.finditer(r"/[A-Z]\w+|\b\d+\b|<<|>>|\[|\]|endobj|stream|[()]", text))
    return text.encode("latin-1", "replace")


_CATALOGUES = (*map(on_text, (po_lines, po_lines, po_entries, po_header)),)
_LARGEST = 2_000_000  # bytes after which no further damage is done
# What a file can take, by its ending; every file takes damage to its bytes besides.
DAMAGE: dict[str, tuple[Mutator, ...]] = {
    ".yaml": (*YAMLS, *YAMLS, *TEXTS),
    ".json": (*JSONS, *JSONS, *TEXTS),
    ".po": (*_CATALOGUES, *TEXTS),
    ".csv": (on_text(csv_cells), *TEXTS),
    ".docx": (archive,) * 20,
    ".pdf": (pdf_objects,) * 6,
    ".txt": TEXTS,
} | dict.fromkeys((".xml", ".html", ".xlf", ".tmx", ".svg"), (*MARKUP, *MARKUP, *TEXTS))


def damaged(content: bytes, name: str, chance: Random) -> bytes:
    """A file of some name with one fault or a few."""
    kinds = (*DAMAGE.get(PurePath(name).suffix, ()), *BYTES)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        if len(content) > _LARGEST:
            break
        content = chance.choice(kinds)(content, chance)
    return content
