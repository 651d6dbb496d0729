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

# For each form: the function that makes it, and the ending of its files.
FORMS: dict[str, tuple[Callable[[Handover], bytes], str]] = {
    "docx": (make_word, "docx"),
    "xliff": (make_xliff, "xlf"),
    "tmx": (make_tmx, "tmx"),
}


@dataclass(frozen=True, slots=True)
class Choice:
    """The texts to hand over, and the forms; an empty set of states or catalogues means all."""

    states: frozenset[State] = frozenset()
    catalogues: frozenset[str] = frozenset()
    forms: Sequence[str] = tuple(FORMS)


def files_of(folder: Path, language: Language) -> list[Path]:
    """The files of a language in a folder, whether they exist or not."""
    return [folder / f"{language.code}.{ending}" for _, ending in FORMS.values()]


def write_files(
    rows: Iterable[Row], source: Language, target: Language, folder: Path, choice: Choice
) -> list[str]:
    """Write the files of a language, and return a line about the content of each.

    The translation memory contains all translated texts, whatever the choice.

    Raises:
        InputError: if a chosen catalogue has no texts.
        OutputError: if a file cannot be read back with the same texts, or cannot be written.
    """
    rows = tuple(rows)
    chosen = select(rows, choice.states, choice.catalogues)
    translated = tuple(row for row in rows if row.is_translated)
    files: dict[Path, bytes] = {}
    summaries: list[str] = []
    for form in choice.forms:
        members = translated if form == "tmx" else chosen
        make, ending = FORMS[form]
        path = folder / f"{target.code}.{ending}"
        if members:
            files[path] = _proven(path, make(Handover(source, target, members)), members)
        summaries.append(
            f"{path}: {len(members)} texts" if members else f"{path}: nothing to write"
        )
    write_all(files)
    return summaries


def _proven(path: Path, content: bytes, members: Collection[Row]) -> bytes:
    """Return a file after a check that each text and stamp can be read back from it."""

    def texts_and_stamps(rows: Iterable[Row | ReturnedRow]) -> object:
        return sorted((row.key, row.source or "", row.target, str(row.stamp)) for row in rows)

    expected = texts_and_stamps(members)
    return proven(
        path, content, lambda content: texts_and_stamps(read_content(content, path).rows), expected
    )
