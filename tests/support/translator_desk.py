"""A translator's desk: the miniature corpus in five languages, in every state, hard to carry."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

import polib
import pytest
from docx import Document
from lxml import etree

from compendium.cli.main import main
from compendium.texts.catalogue import read_catalogue, set_state, state_of, write_catalogue
from compendium.texts.states import State

ROOT = Path(__file__).parents[2]
LANGUAGES = ("ar", "es", "fr", "ru", "zh")
FORMS = ("docx", "xliff", "tmx")
ENDINGS = {"docx": "docx", "xliff": "xlf", "tmx": "tmx"}
XLIFF = "{urn:oasis:names:tc:xliff:document:2.0}"
SYMBOL = "CL/CONF/LK/2011/2"

# Words with what gets lost on the way: no-break spaces, quotation marks, hyphens, markup.
WORDS = {
    "ar": ["أوصى", "المنارة،", "«ضوء»", "الدول؛", "2011", "لُغَة"],
    "es": ["¿Cuándo?", "“faro”", "n.º\u00a05", "niebla"],
    "fr": ["l’État", "«\u00a0mer\u00a0»", "quai\u202f;", '"droit"', "1\u202f000", "où\u00a0:"],
    "ru": ["маяк", "«свет»", "—", "№\u00a05", "ёлка"],
    "zh": ["灯塔\uff0c", "“光”", "《公约》", "第\u00a05\u00a0条"],
}
EVERYWHERE = [
    "<b>&amp;</b>",
    r"\*",
    r"\[^9]",
    "a\u2011b",
    "]]>",
    "x\u2019s",
    "C:\\n",
    "%s",
    "pre\u00adfix",
]
KEPT = re.compile(r"(\[\^\d+\]|\*|\{\w+\})")


def translate(source: str, language: str, chance: random.Random) -> str:
    """A text in the place of a translation: the marks of the source among words of a language."""
    words = WORDS[language] + EVERYWHERE
    pieces = KEPT.split(source)
    for place, piece in enumerate(pieces):
        if piece.strip() and not KEPT.fullmatch(piece):
            text = " ".join(chance.choices(words, k=1 + len(piece.split()) // 2))
            before = piece[: len(piece) - len(piece.lstrip())]
            pieces[place] = before + text + piece[len(piece.rstrip()) :]
    return "".join(pieces)


def fill(folder: Path, language: str) -> None:
    """Translate all catalogues of a language, their texts in all states by turns."""
    chance = random.Random(language)  # noqa: S311 - the same texts each time
    number = 0
    for path in sorted(folder.rglob("*.po")):
        catalogue = read_catalogue(path)
        for entry in catalogue:
            number += 1
            if number % 5 == 0:
                continue
            entry.msgstr = translate(entry.msgid, language, chance)
            if number % 5 == 1:
                entry.flags, entry.previous_msgid = ["fuzzy"], f"Once: {entry.msgid}"
            elif number % 5 == 2:
                entry.tcomment = "asked the keeper"
                set_state(entry, State.OFFICIAL, SYMBOL)
            elif number % 5 == 3:
                set_state(entry, State.REVIEWED)
        write_catalogue(catalogue, path)


def call(*arguments: str) -> object:
    """Run the program and give its exit code."""
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    return stop.value.code


@dataclass
class Desk:
    """A folder with records and translations, and the two commands."""

    folder: Path
    capture: Callable[[], str]
    records: Path

    @property
    def translations(self) -> Path:
        """The folder of catalogues."""
        return self.folder / "translations"

    def hand_over(self, form: str, language: str = "fr", *options: str) -> Path:
        """Hand texts over in one form."""
        out = self.folder / "out"
        places = ["--records", str(self.records), "--translations", str(self.translations)]
        rest = ["--language", language, "--format", form, "--output", str(out)]
        code = call("handover", *places, *rest, *options)
        assert code == 0, self.capture()
        self.capture()
        return out / f"{language}.{ENDINGS[form]}"

    def take_back(self, file: Path, *options: str) -> tuple[object, str]:
        """Take a file back; exit code, and all that was said."""
        self.capture()
        code = call("takeback", str(file), "--translations", str(self.translations), *options)
        return code, self.capture()

    def entries(self, language: str = "fr") -> dict[str, polib.POEntry]:
        """All entries of a language by key."""
        paths = sorted((self.translations / language).rglob("*.po"))
        return {entry.msgctxt: entry for path in paths for entry in read_catalogue(path)}

    def texts(self, language: str = "fr") -> dict[str, tuple[str, State]]:
        """Text and state by key."""
        found = self.entries(language).items()
        return {key: (entry.msgstr, state_of(entry)[0]) for key, entry in found}

    def files(self) -> dict[Path, bytes]:
        """Every file below the translations as it is."""
        paths = self.translations.rglob("*")
        return {path: path.read_bytes() for path in paths if path.is_file()}

    def edit(
        self, keys: Collection[str], change: Callable[[polib.POEntry], None], language: str = "fr"
    ) -> None:
        """Change entries in their catalogues, as a colleague would."""
        for path in (self.translations / language).rglob("*.po"):
            catalogue = read_catalogue(path)
            found = [entry for entry in catalogue if entry.msgctxt in keys]
            for entry in found:
                change(entry)
            if found:
                write_catalogue(catalogue, path)

    def first(self, state: State, language: str = "fr", *, plain: bool = True) -> str:
        """The first key of a text in a state, one without marks if it is to be plain."""
        for key, entry in self.entries(language).items():
            if state_of(entry)[0] is state and not (plain and KEPT.search(entry.msgid)):
                return key
        raise LookupError(state)


def write_word(file: Path, texts: dict[str, str], column: int = 2) -> None:
    """Write texts into a column of the Word file, as a translator types them."""
    document = Document(str(file))
    for table in document.tables:
        for row in table.rows:
            cells = row.cells
            key = cells[0].text.split()[0]
            if key in texts:
                cells[column].text = texts[key]
    document.save(str(file))


def write_xliff(
    file: Path, texts: dict[str, str], state: str | None = None, element: str = "target"
) -> None:
    """Write texts, and a state, into units of an XLIFF document."""
    tree = etree.parse(file)
    for unit in tree.iter(f"{XLIFF}unit"):
        if unit.get("id") in texts:
            segment = unit.find(f"{XLIFF}segment")
            target = segment.find(XLIFF + element)
            if target is None:
                target = etree.SubElement(segment, XLIFF + element)
            target.text = texts[unit.get("id")]
            if state:
                segment.set("state", state)
    tree.write(file, encoding="UTF-8", xml_declaration=True)


def write_tmx(file: Path, texts: dict[str, str]) -> None:
    """Write texts into a translation memory."""
    tree = etree.parse(file)
    for unit in tree.iter("tu"):
        if unit.get("tuid") in texts:
            unit.findall("tuv")[1].find("seg").text = texts[unit.get("tuid")]
    tree.write(file, encoding="UTF-8", xml_declaration=True)


WRITERS = {"docx": write_word, "xliff": write_xliff, "tmx": write_tmx}
