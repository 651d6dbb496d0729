"""Damage to catalogues and tables, and which damage a file can take."""

from __future__ import annotations

import re
from pathlib import PurePath
from random import Random

from fuzzing.answers import ANSWERS
from fuzzing.archives import ARCHIVES
from fuzzing.bytes_and_texts import BYTES, TEXTS, Mutator, on_text
from fuzzing.looks import LOOKS
from fuzzing.markup import MARKUP
from fuzzing.oddities import NAMES
from fuzzing.pages import PDFS
from fuzzing.pictures import DRAWINGS, PICTURES, PROFILES
from fuzzing.trees import JSONS, YAMLS

PO_LINES = (
    "#, fuzzy", "#, c-format, no-such-flag", '#| msgid "before"', '#~| msgid "before"', "#: a:1",
    "# state: official", "# state: official  X/1 2", "# state: reviewed", "# earlier state: x",
    '#~ msgid "x"', '#~ msgstr "y"', 'msgid_plural "x"', 'msgstr[0] "x"', 'msgstr[99] "x"', '"x"',
    'msgctxt "x"', 'msgid ""', 'msgstr "', 'msgstr "\\q"', 'msgstr "a" b', "domain x", "#", "#~",
    "#|", 'msgstr "\\', '#| "x"', '#| msgctxt "x"\n#| msgid "y"', "#~ msgctxt", 'msgid_plural ""',
    'msgstr[-1] "x"', 'msgstr[] "x"', 'msgstr[x] "y"', 'msgstr[9999999999] "x"', 'msgctxt ""',
    "\ufeff", "\t", 'msgstr "\\x41\\101\\u0041"', '"\\', "#: " + "a:1 " * 3000,
    "#, " + "fuzzy, " * 500, "#. \u2028 x", '"Plural-Forms: nplurals=99999999999; plural=n/0;\\n"',
    '"Content-Type: x; charset=hex\\n"', "\x0c", 'msgid "a"\nmsgid "b"', 'msgstr "a"\nmsgstr "b"',
    'MSGID "x"', "msgid x", "msgid 'x'", 'msgctxt"x"', "#,", "#.", "#~|",
    '#, fuzzy\n#| msgctxt "x"', "#~ #, fuzzy",
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
    if chance.random() < 0.2:
        said = "Plural-Forms: nplurals=2; plural=n>1;\\n"
    field = chance.choice((r"charset=[\w-]*", r"Language: \w*", "MIME-Version: ", r"\\n", '""'))
    return re.sub(field, lambda _: said, text, count=chance.choice((1, 0)))


def csv_columns(text: str, chance: Random) -> str:
    """Lose, double, swap or rename columns, or part them by another mark."""
    rows = [row.split(",") for row in text.split("\n")]
    if chance.random() < 0.2:
        return text.replace(",", chance.choice((";", "\t", "|", ", ")))
    if chance.random() < 0.2:
        return chance.choice(("sep=,\n", "\n", ",\n", '""\n', "#\n")) + text
    first, second = (chance.randrange(len(rows[0])) for _ in range(2))
    for row in rows if chance.random() < 0.5 else rows[:1]:
        if max(first, second) < len(row):
            row[first : first + 1] = chance.choice(([], [row[second]], [row[first]] * 2, ["x"]))
    return "\n".join(",".join(row) for row in rows)


def csv_cells(text: str, chance: Random) -> str:
    """Put marks of a table where they do not belong."""
    place = chance.randint(0, len(text))
    mark = chance.choice((",", '"', '""', ",,,,", '"\n', "\r", ";", "\x00", ',"', "x" * 140_000))
    return text[:place] + mark + text[place + chance.randrange(2) :]


_CATALOGUES = (*map(on_text, (po_lines, po_lines, po_entries, po_header)),)
_LARGEST = 2_000_000  # bytes after which no further damage is done
# What a file can take, by its ending; every file takes damage to its bytes besides.
DAMAGE: dict[str, tuple[Mutator, ...]] = {
    ".yaml": (*YAMLS, *YAMLS, *TEXTS),
    ".json": (*JSONS, *JSONS, *TEXTS),
    ".po": (*_CATALOGUES, *TEXTS),
    ".csv": (*map(on_text, (csv_cells, csv_columns)), *TEXTS),
    ".docx": (*ARCHIVES, *ARCHIVES),
    ".http": (*ANSWERS, *ANSWERS),
    ".icc": PROFILES,
    ".pdf": PDFS,
    ".png": PICTURES,
    ".svg": (*DRAWINGS, *MARKUP, *TEXTS),
    ".txt": TEXTS,
} | dict.fromkeys((".xml", ".html", ".xlf", ".tmx"), (*MARKUP, *MARKUP, *TEXTS))


def damaged(content: bytes, name: str, chance: Random) -> bytes:
    """A file of some name with one fault or a few."""
    path = PurePath(name)
    kinds = (*(LOOKS if path.parts[0] == "templates" else DAMAGE).get(path.suffix, ()), *BYTES)
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        if len(content) > _LARGEST:
            break
        content = chance.choice(kinds)(content, chance)
    return content
