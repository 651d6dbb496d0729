"""Updates the catalogues after a new meeting, and writes files of missing texts for translators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from compendium.adding.way import Way
from compendium.exchange.handover import Choice, files_of, write_files
from compendium.exchange.rows import make_rows, select
from compendium.files import remove
from compendium.handoffs import save_handoff
from compendium.importing.known_sources import Sources
from compendium.importing.received import Received
from compendium.languages.language import known_languages, load_language
from compendium.reading.records import dump_records
from compendium.texts.merging import Merged, merge_languages
from compendium.texts.states import State
from compendium.texts.textset import read_entries

OPEN = frozenset({State.MISSING, State.FUZZY})


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A language, the number of texts it lacks, the files written, and old files removed."""

    language: str
    lacking: int
    written: tuple[str, ...] = ()
    removed: tuple[Path, ...] = ()


def languages_of(way: Way, source: str, documents: Iterable[Received]) -> tuple[str, ...]:
    """The languages that were chosen, or else those with a folder of catalogues or a document."""
    folders = way.translations.iterdir() if way.translations.is_dir() else ()
    available = {folder.name for folder in folders} | {document.language for document in documents}
    chosen = way.languages or sorted(available & set(known_languages()))
    return tuple(language for language in chosen if language != source)


def records_file(way: Way) -> Path:
    """The file of records that other commands read."""
    return way.output / "work" / "new-meeting.records.json"


def collect_records(way: Way, sources: Sources) -> None:
    """Write the records for other commands."""
    save_handoff(sources.corpus, records_file(way), dump_records(sources.corpus))


def merge_catalogues(way: Way, sources: Sources, languages: Iterable[str]) -> Merged:
    """Update the catalogues of some languages.

    Raises:
        InputError: if a catalogue has faults.
    """
    return merge_languages(sources.units, way.translations, languages)


def hand_over(way: Way, sources: Sources, languages: Iterable[str]) -> Iterator[HandedOver]:
    """Write files for the translators of each language that lacks texts; remove older files.

    A file of an earlier run, for a language that now lacks nothing, would be translated again.
    """
    folder, source = way.output / "handover", load_language(sources.language)
    for code in languages:
        language = load_language(code)
        rows = make_rows(sources.units, read_entries(way.translations / code, sources.units))
        lacking = len(select(rows, OPEN, frozenset()))
        if lacking:
            written = write_files(rows, source, language, folder, Choice(OPEN))
            yield HandedOver(code, lacking, written=tuple(written))
        else:
            outdated = tuple(path for path in files_of(folder, language) if remove(path))
            yield HandedOver(code, 0, removed=outdated)
