"""The sources for imports: each part is read once in a run, when it is first needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from compendium.errors import FindingsError, InputError
from compendium.importing.draft_files import GatheringFile, Outcome
from compendium.importing.identity import Known
from compendium.importing.recorded_gathering import Explained, read_explained, read_recorded
from compendium.languages.language import load_language
from compendium.model.bodies import Bodies
from compendium.model.corpus import Corpus
from compendium.model.gatherings import Gathering, Meeting, Session
from compendium.reading import Reading, read_sources
from compendium.reading.nodes import forget_parsed
from compendium.reading.outlines import read_outlines
from compendium.reading.sources import load_bodies
from compendium.texts.text_units import TextUnit, text_units


class Sources:
    """A folder of sources in a run of imports, with the additions of the run."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._files: dict[str, GatheringFile] = {}

    @property
    def language(self) -> str:
        """The code of the language of the records.

        Raises:
            InputError: if there is no such folder, or it declares no bodies.
        """
        return self._bodies.language

    @cached_property
    def _bodies(self) -> Bodies:
        return load_bodies(self.root)

    @property
    def known(self) -> Known:
        """The known bodies and gatherings, with those that the run added."""
        added = (file.gathering for file in self._files.values() if file.is_new)
        gatherings = (*self._outlines.values(), *filter(None, added))
        return Known(self._bodies.bodies, gatherings)

    @cached_property
    def _outlines(self) -> dict[Path, Gathering]:
        outlines = read_outlines(self.root, self._bodies.bodies)
        return {outline.path: outline.gathering for outline in outlines}

    @cached_property
    def _explained(self) -> Explained:
        return read_explained(self.root)

    def take(
        self, draft: Meeting | Session, symbol: str, remark: str
    ) -> tuple[GatheringFile, Outcome]:
        """Compare a draft with the recorded texts, and add new records to its gathering's file.

        Args:
            draft: the texts read.
            symbol: the symbol of its document.
            remark: a comment for new records in the file.

        Raises:
            InputError: if the file has faults, or a record would have the key of another.
            OutputError: if the new records would not read back as the texts of the document.
        """
        file = self._file_of(draft)
        outcome = file.take(draft, self._explained.of(symbol), remark)
        if outcome.added:
            self._forget("corpus", "units")
        return file, outcome

    def _file_of(self, draft: Meeting | Session) -> GatheringFile:
        if draft.key not in self._files:
            own = [path for path, known in self._outlines.items() if known.key == draft.key]
            name = f"{draft.ordinal:02d}-{draft.dates.first.year}.yaml"
            path = own[0] if own else self.root / draft.body / name
            existing = read_recorded(path, type(draft)) if path.exists() else None
            self._files[draft.key] = GatheringFile(path, existing)
        return self._files[draft.key]

    @property
    def contents(self) -> dict[Path, bytes]:
        """The files to which the run adds something, with their new contents.

        Raises:
            OutputError: if one would not read back as the texts of the documents.
        """
        return {file.path: file.content for file in self._grown}

    @property
    def _grown(self) -> Iterator[GatheringFile]:
        return (file for file in self._files.values() if file.is_changed)

    def written(self) -> None:
        """Read the sources anew when they are next needed, because files in them were changed."""
        self._files.clear()
        self._forget("_outlines", "reading", "corpus", "units")

    def keep_corpus(self) -> None:
        """Keep the corpus, but nothing that it was read from; then no more records are taken.

        Raises:
            InputError: if the sources have faults.
        """
        _ = self.corpus
        self._forget("reading")
        self._files.clear()
        forget_parsed()

    def _forget(self, *names: str) -> None:
        for name in names:
            self.__dict__.pop(name, None)

    @cached_property
    def reading(self) -> Reading:
        """All of the sources."""
        return read_sources(self.root)

    @cached_property
    def corpus(self) -> Corpus:
        """All records, and the additions of the run; topics and editions may still be missing.

        Raises:
            InputError: if the sources have faults.
        """
        try:
            corpus = self.reading.begun
        except FindingsError as fault:
            name, remedy = self.reading.root, "run `compendium check`, mend them"
            raise InputError(f"{name}: {fault.message}", remedy=remedy) from None
        added = (file.gathering for file in self._grown)
        return corpus.with_gatherings(filter(None, added))

    @cached_property
    def units(self) -> tuple[TextUnit, ...]:
        """Every text of the records, in their order.

        Raises:
            InputError: if the sources have faults.
        """
        return text_units(self.corpus, load_language(self.language))
