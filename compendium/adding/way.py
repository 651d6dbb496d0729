"""What an editor chose for a new meeting: folders, languages and answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from compendium.importing.identity import EditorInput


@dataclass(frozen=True, slots=True)
class Way:
    """What the steps need to know; `languages` is empty to mean all that have catalogues."""

    sources: Path
    translations: Path
    output: Path
    languages: tuple[str, ...]
    editor_input: EditorInput
    as_recorded: bool
    accept: int | None
