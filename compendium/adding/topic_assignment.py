"""Suggests topics for the paragraphs of a new meeting, and assigns as many as an editor accepts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from compendium.adding.acceptance import accepted_files, uncovered
from compendium.files import write_all
from compendium.importing.known_sources import Sources
from compendium.suggesting.comments import commented_files
from compendium.suggesting.suggestion_wording import comment
from compendium.suggesting.suggestions import suggest_topics


@dataclass(frozen=True, slots=True)
class Suggested:
    """A gathering, the number of its paragraphs without topics, and the files with suggestions."""

    gathering: str
    paragraphs: int
    files: tuple[Path, ...]


def suggest_for(sources: Sources, gatherings: frozenset[str]) -> list[Suggested]:
    """Write the most likely topics beside each paragraph that the index does not reach."""
    reading, corpus = sources.reading, sources.corpus
    suggested: list[Suggested] = []
    contents: dict[Path, bytes] = {}
    for key in sorted({located.unit.gathering.key for located in uncovered(reading, gatherings)}):
        suggestions = suggest_topics(reading, corpus, gathering=key)
        files = commented_files(
            [(suggestion.located, comment(suggestion, corpus)) for suggestion in suggestions]
        )
        contents |= files
        suggested.append(Suggested(key, len(suggestions), tuple(files)))
    _write(sources, contents)
    return suggested


def accept(sources: Sources, gatherings: frozenset[str], count: int) -> list[Path]:
    """Assign the most likely suggested topics to each paragraph that the index does not reach.

    Raises:
        InputError: if a suggestion cannot be accepted as it stands.
    """
    contents = accepted_files(sources.reading, gatherings, sources.corpus.topics, count)
    _write(sources, contents)
    return list(contents)


def without_topics(sources: Sources, gatherings: frozenset[str]) -> str:
    """What an editor has to decide about paragraphs that the index does not reach; may be empty."""
    units = uncovered(sources.reading, gatherings)
    if not units:
        return ""
    return (
        f"{len(units)} paragraphs have no topics; the suggestions are beside them: take what "
        "fits by deleting `# suggested: `, write `topics: []` where nothing fits, or "
        "use --accept 3 to assign the three most likely topics to each"
    )


def _write(sources: Sources, contents: Mapping[Path, bytes]) -> None:
    if contents:
        write_all(contents)
        sources.written()
