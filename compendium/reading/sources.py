"""Reading a folder of sources whole: every value, where it stands, and every fault at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from compendium.errors import FindingsError, InputError
from compendium.findings import Finding, Place, Severity
from compendium.model.bodies import Bodies, Body, GatheringKind
from compendium.model.corpus import Corpus
from compendium.model.editions import Edition
from compendium.model.errata import Errata, Erratum
from compendium.model.gatherings import Meeting, Session
from compendium.model.published import Published, PublishedDocuments
from compendium.model.topics import Topic, Topics
from compendium.reading.folder import (
    BODIES,
    EDITIONS,
    ERRATA,
    PUBLISHED,
    TOPICS,
    lacking_folders,
    misnamed_edition,
    no_edition,
    shown,
    stray_findings,
    yaml_files,
)
from compendium.reading.gathering_files import double_findings, name_findings
from compendium.reading.one_file import read_one
from compendium.reading.places import places_of
from compendium.reading.source_file import AnyFile, GatheringSource, Read, SourceFile, holds


@dataclass(frozen=True)
class Reading:
    """What was read: a whole corpus, or findings that say why there is none.

    Attributes:
        known: what the files hold, where none has an error; to be asked for as `corpus`.
        is_complete: whether nothing is lacking that sources lack which were only begun: topics,
            editions, folders of bodies.
        errata: the known differences.
        documents: the published documents.
        findings: all findings on the files.
        files: the files that obey their schema, by their names as messages show them.
        places: where each key stands (see `places_of`).
        count: the number of files looked at.
        root: the folder, as messages show it.
    """

    known: Corpus | None
    is_complete: bool
    errata: tuple[Erratum, ...]
    documents: tuple[Published, ...]
    findings: tuple[Finding, ...]
    files: Mapping[str, AnyFile] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    count: int = 0
    root: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether every file could be read, so that what is not found is really missing."""
        return self.known is not None and self.is_complete

    @property
    def corpus(self) -> Corpus:
        """The corpus.

        Raises:
            FindingsError: if an error leaves no whole corpus.
        """
        if not self.is_complete:
            raise FindingsError(self.findings, self.count)
        return self.begun

    @property
    def begun(self) -> Corpus:
        """The corpus of sources that may be only begun.

        Raises:
            FindingsError: if a file has an error.
        """
        if self.known is None:
            raise FindingsError(self.findings, self.count)
        return self.known

    def of(self, kind: type[Read]) -> tuple[SourceFile[Read], ...]:
        """The files that hold a value of one kind, in order of their names."""
        return tuple(file for _, file in sorted(self.files.items()) if holds(file, kind))

    @property
    def gatherings(self) -> tuple[GatheringSource, ...]:
        """The files of meetings and sessions, body by body, in order of their names."""
        files: tuple[GatheringSource, ...] = (*self.of(Meeting), *self.of(Session))
        return tuple(sorted(files, key=lambda file: file.nodes.file))


def read_sources(root: Path) -> Reading:
    """Read all sources below a folder; faults of files are findings, none is raised.

    Raises:
        InputError: if there is no such folder.
    """
    _check_folder(root)
    return _Reader(root).read()


def load_bodies(root: Path) -> Bodies:
    """Read only what bodies there are, without which no document can be placed.

    Raises:
        InputError: if there is no such folder, or its file of bodies is missing or has faults.
    """
    _check_folder(root)
    file, _ = read_one(root / BODIES, Bodies)
    if file is None:
        raise InputError(
            f"{shown(root)}: {BODIES} is missing or has faults",
            remedy="run `compendium check`, and correct what it finds",
        )
    return file.value


def _check_folder(root: Path) -> None:
    if not root.is_dir():
        raise InputError(
            f"{shown(root)}: no such folder", remedy="name the folder of sources with --sources"
        )


class _Reader:
    """Reads the files one by one and keeps findings and values."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.findings: list[Finding] = []
        self.lacking: list[Finding] = []
        self.files: dict[str, AnyFile] = {}
        self.count = 0

    def read(self) -> Reading:
        bodies = self._read(self.root / BODIES, Bodies)
        topics = self._read_or_lack(self.root / TOPICS, Topics)
        errata = self._read_if_there(self.root / ERRATA, Errata)
        published = self._read_if_there(self.root / PUBLISHED, PublishedDocuments)
        editions = self._read_editions()
        listed = bodies.bodies if bodies else ()
        gatherings = self._read_gatherings(listed)
        if bodies:
            keys = frozenset(body.key for body in listed)
            self.findings += stray_findings(self.root, keys)
            self.lacking += lacking_folders(self.root, keys)
        known = None
        if bodies and not any(f.severity is Severity.ERROR for f in self.findings):
            known = _corpus(
                bodies, gatherings, topics.topics if topics else (), [e for e in editions if e]
            )
        self.findings += self.lacking
        return Reading(
            known=known,
            is_complete=not self.lacking,
            errata=errata.errata if errata else (),
            documents=published.documents if published else (),
            findings=tuple(sorted(self.findings)),
            files=self.files,
            places=places_of(self.files.values()),
            count=self.count,
            root=shown(self.root),
        )

    def _read_editions(self) -> list[Edition | None]:
        folder = self.root / EDITIONS
        paths = yaml_files(folder)
        if not paths:
            self.lacking.append(no_edition(folder))
        return [self._read_edition(path) for path in paths]

    def _read_edition(self, path: Path) -> Edition | None:
        edition = self._read(path, Edition)
        if edition is not None and edition.key != path.stem:
            place = self.files[shown(path)].place("key")
            self.findings.append(misnamed_edition(path, edition.key, place.line))
        return edition

    def _read_gatherings(self, bodies: tuple[Body, ...]) -> list[Meeting | Session]:
        read: list[tuple[Path, Meeting | Session]] = []
        for body in bodies:
            model: type[Meeting | Session]
            model = Meeting if body.gathers_in is GatheringKind.MEETING else Session
            for path in yaml_files(self.root / body.key):
                gathering = self._read(path, model)
                if isinstance(gathering, Meeting | Session):
                    nodes = self.files[shown(path)].nodes
                    self.findings += name_findings(path, gathering, nodes)
                    read.append((path, gathering))
        self.findings += double_findings(read)
        return [gathering for _, gathering in read]

    def _read_or_lack(self, path: Path, model: type[Read]) -> Read | None:
        """Read a file that sources which were only begun may lack."""
        if path.exists():
            return self._read(path, model)
        self.count += 1
        self.lacking += read_one(path, model)[1]
        return None

    def _read_if_there(self, path: Path, model: type[Read]) -> Read | None:
        return self._read(path, model) if path.exists() else None

    def _read(self, path: Path, model: type[Read]) -> Read | None:
        self.count += 1
        file, findings = read_one(path, model)
        self.findings += findings
        if file is None:
            return None
        self.files[file.nodes.file] = file
        return file.value


def _corpus(
    bodies: Bodies,
    gatherings: list[Meeting | Session],
    topics: tuple[Topic, ...],
    editions: list[Edition],
) -> Corpus:
    corpus = Corpus(
        language=bodies.language,
        bodies=bodies.bodies,
        meetings=(),
        sessions=(),
        topics=topics,
        editions=tuple(sorted(editions, key=lambda edition: edition.key)),
    )
    return corpus.with_gatherings(gatherings)
