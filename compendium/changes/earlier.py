"""Earlier states of the records: a file of records, the end of an edition, a commit."""

from __future__ import annotations

import io
import subprocess
import tempfile
import zipfile
from pathlib import Path

from compendium.changes.comparison import State
from compendium.errors import InputError, ToolError
from compendium.model.corpus import Corpus
from compendium.reading import Reading, read_sources
from compendium.reading.records import load_records


def earlier_state(since: str, reading: Reading, corpus: Corpus) -> State:
    """The state that a name stands for: an edition's, else a file's, else a commit's.

    Raises:
        InputError: if it stands for none, or that state cannot be read.
        ToolError: if Git is needed and missing.
    """
    for edition in corpus.editions:
        if edition.key == since:
            return _of_edition(since, dict(edition.as_of), corpus)
    path = Path(since)
    if path.is_file():
        return State(since, load_records(path))
    return _of_commit(since, Path(reading.root))


def _of_edition(key: str, last: dict[str, int], corpus: Corpus) -> State:
    if not last:
        raise InputError(
            f"the edition {key} holds every gathering: its definition has no as_of",
            remedy="name an edition with as_of, a file of records, or a commit",
        )
    said = ", ".join(f"{body}.{ordinal}" for body, ordinal in last.items())
    return State(f"{key} (through {said})", corpus.as_of(last))


def without(reading: Reading, corpus: Corpus, keys: frozenset[str]) -> State:
    """The present records without some gatherings, as they were before these were added."""
    update = {
        "meetings": tuple(one for one in corpus.meetings if one.key not in keys),
        "sessions": tuple(one for one in corpus.sessions if one.key not in keys),
    }
    name = f"the records without {', '.join(sorted(keys))}"
    return State(name, corpus.model_copy(update=update), reading.errata)


def _of_commit(revision: str, sources: Path) -> State:
    asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
    found = _git(sources, *asked)
    if found.returncode:
        raise InputError(
            f"{revision}: there is no edition, no file and no commit of that name",
            remedy="name an edition with as_of, a file that `collect` wrote, or a commit",
        )
    # In a folder below the top, Git packs that folder alone.
    packed = _git(sources, "archive", "--format=zip", found.stdout.decode().strip())
    if packed.returncode:
        raise InputError(
            f"{sources}: {packed.stderr.decode(errors='replace').strip()}",
            remedy="choose a commit in which these sources are",
        )
    with tempfile.TemporaryDirectory() as folder:
        with zipfile.ZipFile(io.BytesIO(packed.stdout)) as archive:
            archive.extractall(folder)
        earlier = read_sources(Path(folder))
    if earlier.corpus is None:
        first = next(iter(earlier.findings), None)
        said = f": {first.place} {first.message}".replace(f"{folder}/", "") if first else ""
        raise InputError(
            f"the sources of {revision} cannot be read by this version of the program{said}",
            remedy="choose a later commit, or collect them with the program of that commit",
        )
    return State(revision, earlier.corpus, earlier.errata)


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - found as people find it
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        raise ToolError("git is not installed", remedy="install it, or name a file") from None
