"""Many documents in one run: those in the language of the records first, then official texts.

Any number of processes read documents; one process takes them, in the order of the files, so that
the result does not depend on that number. Records are written at the end of the first part, and
each catalogue after all its documents were taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from compendium.documents.word_changes import Changes
from compendium.errors import InputError, UserError
from compendium.files import write_all
from compendium.findings import Finding
from compendium.importing.identity import EditorInput
from compendium.importing.import_outcomes import Row, row_of, row_of_refusal
from compendium.importing.official_catalogues import Catalogues
from compendium.importing.run import Run
from compendium.importing.spool import Kept, Reader, read_all, refusal_of
from compendium.model.gatherings import Session
from compendium.model.symbols import parts_of
from compendium.texts.doubled import doubled_in
from compendium.texts.text_units import catalogue_name

Progress = Callable[[str, int, int], None]  # the step, how many are done, of how many


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How to import documents.

    `language` is the language of all of them; if it is None, the text of each shows its language.
    `editor_input` applies to all of them. `progress` is called after each document that was read or
    taken.
    """

    editor_input: EditorInput
    language: str | None
    changes: Changes
    processes: int
    dry_run: bool
    progress: Progress = field(default=lambda *_: None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Written:
    """Documents that were taken and written together, and the findings in the file afterwards."""

    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()


def import_many(paths: Sequence[Path], run: Run, options: ImportOptions) -> Iterator[Written]:
    """Import documents, and yield the outcome of each as soon as it is written.

    Raises:
        OutputError: if the records cannot be written; then nothing is written.
        ToolError: if a process was terminated from outside.
    """
    with TemporaryDirectory(prefix="compendium-import-") as folder:
        reader = Reader(Path(folder), options.language, options.changes)
        rows: list[Row] = []
        waiting: list[Kept] = []
        with closing(read_all(reader, paths, options.processes)) as documents:
            for kept in documents:
                options.progress("read", kept.number + 1, len(paths))
                if kept.refusal is None and kept.language != run.sources.language:
                    waiting.append(kept)
                else:
                    rows.append(_taken(kept, run, options))
        contents = {} if options.dry_run else run.sources.contents
        if waiting:
            with suppress(InputError):  # each document is refused with this error
                run.sources.keep_corpus()  # read before the files grow
        write_all(contents)
        yield Written(tuple(rows))
        yield from _translations(waiting, run, options)


def _taken(kept: Kept, run: Run, options: ImportOptions) -> Row:
    """Take a document; its row reports everything that is wrong with it."""
    if kept.refusal is not None:
        return row_of_refusal(kept, kept.refusal)
    try:
        received = kept.taken()
        done = run.take(received, options.editor_input)
    except UserError as error:
        return row_of_refusal(kept, refusal_of(error))
    return row_of(kept, received.strange, done, dry_run=options.dry_run)


def _translations(waiting: Sequence[Kept], run: Run, options: ImportOptions) -> Iterator[Written]:
    """The documents in other languages, catalogue by catalogue."""
    homes = _homes(run)

    def home(kept: Kept) -> tuple[str, str]:
        known = (homes[symbol] for symbol in parts_of(kept.symbol) if symbol in homes)
        return kept.language, next(known, "")

    number = 0
    ordered = sorted(waiting, key=lambda kept: (*home(kept), kept.number))
    for (language, _), group in groupby(ordered, key=home):
        rows = []
        for kept in group:
            rows.append(_taken(kept, run, options))
            number += 1
            options.progress("official texts taken", number, len(waiting))
        yield _written(rows, run.catalogues_of(language), dry_run=options.dry_run)


def _homes(run: Run) -> dict[str, str]:
    """The catalogue of each document symbol that is recorded."""
    homes: dict[str, str] = {}
    with suppress(InputError):  # each document is refused with this error
        for gathering in (*run.sources.corpus.meetings, *run.sources.corpus.sessions):
            symbols = [gathering.report.symbol] if gathering.report else []
            if isinstance(gathering, Session):
                symbols += [record.symbol for record in gathering.records if record.symbol]
            homes |= dict.fromkeys(symbols, catalogue_name(gathering))
    return homes


def _written(rows: Sequence[Row], catalogues: Catalogues, *, dry_run: bool) -> Written:
    """Write the catalogue of some documents; if that fails, none of them counts as taken."""
    try:
        doubled = catalogues.close() if dry_run else catalogues.write()
    except UserError as error:
        refused = (row_of_refusal(row, refusal_of(error)) for row in rows)
        return Written(tuple(refused))
    return Written(tuple(rows), tuple(doubled_in(doubled)))
