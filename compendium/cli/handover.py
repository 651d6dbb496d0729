"""`compendium handover`: records and catalogues in, files for a translator out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from compendium.cli.options import (
    FOLDER,
    language_of_translation,
    language_option,
    present_translations_option,
    records_option,
)
from compendium.files import write_all
from compendium.handing.recognition import read_content
from compendium.handing.returned import ReturnedRow
from compendium.handing.rows import Handover, Row, make_rows, select
from compendium.handing.tmx import make_tmx
from compendium.handing.word import make_word
from compendium.handing.xliff import make_xliff
from compendium.languages.language import load_language
from compendium.proof import proven
from compendium.reading.records import load_records
from compendium.texts.states import State
from compendium.texts.textset import read_entries
from compendium.texts.units import text_units

# Name of the form: what makes it, and the ending of its files.
FORMS: dict[str, tuple[Callable[[Handover], bytes], str]] = {
    "docx": (make_word, "docx"),
    "xliff": (make_xliff, "xlf"),
    "tmx": (make_tmx, "tmx"),
}


def several(words: Iterable[str]) -> Callable[..., tuple[str, ...]]:
    """What reads an option that takes some of a few words, with commas between them."""
    known = tuple(words)

    def parse(_ctx: click.Context, _param: click.Parameter, value: str) -> tuple[str, ...]:
        found = tuple(word.strip() for word in value.split(",") if word.strip())
        for word in found:
            if word not in known:
                raise click.BadParameter(f"{word!r} is none of {', '.join(known)}")
        return found

    return parse


@click.command()
@records_option
@present_translations_option
@language_option
@click.option(
    "--only",
    callback=several(State),
    default="",
    metavar="STATE,...",
    help="Hand over only texts in these states, in the Word file and XLIFF.",
)
@click.option(
    "--catalogue",
    "catalogues",
    multiple=True,
    help="Hand over only this catalogue, such as topics; may be said several times.",
)
@click.option(
    "--format",
    "forms",
    callback=several(FORMS),
    default=",".join(FORMS),
    show_default=True,
    metavar="FORM,...",
    help="Which files to write.",
)
@click.option("--output", type=FOLDER, required=True, help="The folder to write them into.")
def handover(
    records: Path,
    translations: Path,
    language_code: str,
    only: tuple[str, ...],
    catalogues: tuple[str, ...],
    forms: tuple[str, ...],
    output: Path,
) -> None:
    """Write texts for a translator: a bilingual Word file, XLIFF 2.0 and TMX 1.4.

    The TMX file is the translation memory: all that is translated, whatever the choice.
    """
    corpus = load_records(records)
    source, target = load_language(corpus.language), language_of_translation(language_code, corpus)
    units = text_units(corpus, source)
    rows = make_rows(units, read_entries(translations / language_code, units))
    chosen = select(rows, frozenset(map(State, only)), frozenset(catalogues))
    translated = tuple(row for row in rows if row.is_translated)
    files: dict[Path, bytes] = {}
    told: list[str] = []
    for form in forms:
        members = translated if form == "tmx" else chosen
        make, ending = FORMS[form]
        path = output / f"{language_code}.{ending}"
        if members:
            files[path] = _proven(path, make(Handover(source, target, members)), members)
        told.append(f"{path}: {len(members)} texts" if members else f"{path}: nothing to write")
    write_all(files)
    click.echo("\n".join(told))


def _proven(path: Path, content: bytes, members: Iterable[Row]) -> bytes:
    """A file, once it gives back each text that it hands over, with its stamp."""

    def said(rows: Iterable[Row | ReturnedRow]) -> object:
        return sorted((row.key, row.source or "", row.target, str(row.stamp)) for row in rows)

    meant = said(members)
    return proven(path, content, lambda content: said(read_content(content, path).rows), meant)
