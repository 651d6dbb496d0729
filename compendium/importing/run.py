"""A run of imports: documents taken one by one, with sources and catalogues read once."""

from __future__ import annotations

from pathlib import Path

from compendium.files import write_all
from compendium.importing.asking import Ask
from compendium.importing.draft_records import Recorded, nobody, take_record
from compendium.importing.identity import EditorInput
from compendium.importing.known_sources import Sources
from compendium.importing.official_catalogues import Catalogues
from compendium.importing.received import Received
from compendium.importing.translated_document import Translated, take_translation


class Run:
    """The sources and catalogues that a run of imports has read, and its additions to them.

    Args:
        sources: the sources.
        translations: the folder of catalogues, with one folder for each language.
    """

    def __init__(self, sources: Sources, translations: Path) -> None:
        self.sources = sources
        self._translations = translations
        self._catalogues: dict[str, Catalogues] = {}

    def take(
        self, received: Received, editor_input: EditorInput, ask: Ask = nobody
    ) -> Recorded | Translated:
        """Take a document: into the records, or as the official text of its language.

        This writes no file.

        Raises:
            InputError: if it does not identify its gathering, or nothing of it can be taken.
        """
        if received.language == self.sources.language:
            return take_record(received, editor_input, self.sources, ask)
        return take_translation(
            received, editor_input, self.sources, self.catalogues_of(received.language)
        )

    def catalogues_of(self, language: str) -> Catalogues:
        """The catalogues of a language."""
        if language not in self._catalogues:
            folder = self._translations / language
            self._catalogues[language] = Catalogues(self.sources, folder, language)
        return self._catalogues[language]

    def write(self) -> None:
        """Write every file that the run changed, and continue with the new files.

        Raises:
            OutputError: if one cannot be written; then every file of the records is unchanged.
        """
        changed = self.sources.contents
        for catalogues in self._catalogues.values():
            catalogues.write()
        if changed:
            write_all(changed)
            self.sources.written()
            self._catalogues.clear()
