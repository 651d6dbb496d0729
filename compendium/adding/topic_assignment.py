"""Topics for the paragraphs of a new meeting: suggested, and as many taken as an editor says."""

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
    """A gathering, how many of its paragraphs have no topics, and the files that name some now."""

    gathering: str
    paragraphs: int
    files: tuple[Path, ...]


def suggest_for(sources: Sources, gatherings: frozenset[str]) -> list[Suggested]:
    """Write the likeliest topics beside each paragraph that the index does not reach."""
    reading, corpus = sources.reading, sources.corpus
    done: list[Suggested] = []
    changed: dict[Path, bytes] = {}
    for key in sorted({one.unit.gathering.key for one in uncovered(reading, gatherings)}):
        found = suggest_topics(reading, corpus, gathering=key)
        files = commented_files([(one.located, comment(one, corpus)) for one in found])
        changed |= files
        done.append(Suggested(key, len(found), tuple(files)))
    _write(sources, changed)
    return done


def accept(sources: Sources, gatherings: frozenset[str], count: int) -> list[Path]:
    """Give each paragraph that the index does not reach the likeliest topics suggested for it.

    Raises:
        InputError: if a suggestion cannot be accepted as it stands.
    """
    changed = accepted_files(sources.reading, gatherings, sources.corpus.topics, count)
    _write(sources, changed)
    return list(changed)


def without_topics(sources: Sources, gatherings: frozenset[str]) -> str:
    """What an editor has to decide about paragraphs that the index does not reach; else nothing."""
    left = uncovered(sources.reading, gatherings)
    if not left:
        return ""
    return (
        f"{len(left)} paragraphs have no topics; the suggestions are beside them: take what "
        "fits by deleting `# suggested: `, write `topics: []` where nothing fits, or "
        "use --accept 3 to assign the three most likely topics to each"
    )


def _write(sources: Sources, changed: Mapping[Path, bytes]) -> None:
    if changed:
        write_all(changed)
        sources.written()
