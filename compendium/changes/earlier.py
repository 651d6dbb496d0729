"""Earlier states of the records: what an edition was published from, a file, a commit."""

from __future__ import annotations

import io
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path

from compendium.changes.state_comparison import Snapshot
from compendium.errors import InputError
from compendium.files import is_file
from compendium.git import git
from compendium.model.corpus import Corpus
from compendium.model.editions import Edition
from compendium.reading import Reading, read_sources
from compendium.reading.records import load_records


def earlier_state(since: str, reading: Reading, corpus: Corpus) -> Snapshot:
    """The state that a name stands for: an edition's, else a file's, else a commit's.

    Raises:
        InputError: if it stands for none, or that state cannot be read.
        ToolError: if Git is needed and missing.
    """
    sources = Path(reading.root)
    for edition in corpus.editions:
        if edition.key == since:
            return _of_edition(edition, sources, corpus)
    return _of_file_or_commit(since, Path(since), sources)


def _of_file_or_commit(name: str, path: Path, sources: Path) -> Snapshot:
    if is_file(path):
        records = load_records(path)
        return Snapshot(name, records, records.errata)
    return _of_commit(name, sources)


def _of_edition(edition: Edition, sources: Path, corpus: Corpus) -> Snapshot:
    """What an edition was published from; else how far it goes, which says nothing of its texts."""
    kept = edition.published_from
    if kept is not None:
        state = _of_file_or_commit(kept, sources / kept, sources)
        # A commit has the definition of that time; a file holds what the edition knew, and none.
        then = {each.key: each.as_of for each in state.corpus.editions}
        corpus = state.corpus.as_of(then.get(edition.key, {}))
        return replace(state, name=f"{edition.key} ({kept})", corpus=corpus)
    if not edition.as_of:
        raise InputError(
            f"nothing says from which records the edition {edition.key} was published: its "
            "definition has neither published_from nor as_of",
            remedy="write published_from into it, or name a file of records or a commit",
        )
    ordinals = ", ".join(f"{body}.{ordinal}" for body, ordinal in edition.as_of.items())
    name = f"{edition.key} (through {ordinals})"
    return Snapshot(name, corpus.as_of(edition.as_of), only_gatherings=True)


def without(corpus: Corpus, keys: frozenset[str]) -> Snapshot:
    """The present records without some gatherings, as if these had not been added yet."""
    update = {
        "meetings": tuple(gathering for gathering in corpus.meetings if gathering.key not in keys),
        "sessions": tuple(gathering for gathering in corpus.sessions if gathering.key not in keys),
    }
    name = f"the records without {', '.join(sorted(keys))}"
    return Snapshot(name, corpus.model_copy(update=update), only_gatherings=True)


def _of_commit(revision: str, sources: Path) -> Snapshot:
    asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    answer = git(sources, *asked)
    if answer.returncode:
        raise InputError(
            f"{revision}: no edition, file or commit has this name",
            remedy="name an edition, a file that `collect` wrote, or a commit",
        )
    # In a folder below the top, Git packs that folder alone.
    packed = git(sources, "archive", "--format=zip", answer.stdout.decode().strip())
    if packed.returncode:
        raise InputError(
            f"{sources}: {packed.stderr.decode(errors='replace').strip()}",
            remedy="choose a commit that contains these sources",
        )
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(packed.stdout)) as archive:
            archive.extractall(folder)
        earlier = read_sources(Path(folder))
    if not earlier.is_whole:
        first = next(iter(earlier.findings), None)
        fault = f": {first.place} {first.message}".replace(f"{folder}/", "") if first else ""
        raise InputError(
            f"the sources of {revision} cannot be read by this version of the program{fault}",
            remedy="choose a later commit, or collect them with the program of that commit",
        )
    return Snapshot(revision, earlier.corpus, earlier.errata)
