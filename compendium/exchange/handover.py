"""The files for a translator: a bilingual Word file, XLIFF and a translation memory."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from compendium.exchange.file_recognition import read_content
from compendium.exchange.returned import ReturnedRow
from compendium.exchange.rows import Handover, Row, select
from compendium.exchange.tmx import make_tmx
from compendium.exchange.word import make_word
from compendium.exchange.xliff import make_xliff
from compendium.files import write_all
from compendium.languages.language import Language
from compendium.proof import proven
from compendium.texts.states import State

# Name of the form: what makes it, and the ending of its files.
FORMS: dict[str, tuple[Callable[[Handover], bytes], str]] = {
    "docx": (make_word, "docx"),
    "xliff": (make_xliff, "xlf"),
    "tmx": (make_tmx, "tmx"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """Which texts to hand over, and in which files; an empty set of states or catalogues is all."""

    states: frozenset[State] = frozenset()
    catalogues: frozenset[str] = frozenset()
    forms: Sequence[str] = tuple(FORMS)


def files_of(folder: Path, language: Language) -> list[Path]:
    """The files that a language has in a folder, there or not."""
    return [folder / f"{language.code}.{ending}" for _, ending in FORMS.values()]


def write_files(
    rows: Iterable[Row], source: Language, target: Language, folder: Path, choice: Choice
) -> list[str]:
    """Write the files of a language, and say what each holds.

    The translation memory is all that is translated, whatever the choice.

    Raises:
        InputError: if no text is in a catalogue that was chosen.
        OutputError: if a file would not give back what it holds, or cannot be written.
    """
    rows = tuple(rows)
    chosen = select(rows, choice.states, choice.catalogues)
    translated = tuple(row for row in rows if row.is_translated)
    files: dict[Path, bytes] = {}
    told: list[str] = []
    for form in choice.forms:
        members = translated if form == "tmx" else chosen
        make, ending = FORMS[form]
        path = folder / f"{target.code}.{ending}"
        if members:
            files[path] = _proven(path, make(Handover(source, target, members)), members)
        told.append(f"{path}: {len(members)} texts" if members else f"{path}: nothing to write")
    write_all(files)
    return told


def _proven(path: Path, content: bytes, members: Collection[Row]) -> bytes:
    """A file, once it gives back each text that it hands over, with its stamp."""

    def said(rows: Iterable[Row | ReturnedRow]) -> object:
        return sorted((row.key, row.source or "", row.target, str(row.stamp)) for row in rows)

    meant = said(members)
    return proven(path, content, lambda content: said(read_content(content, path).rows), meant)
