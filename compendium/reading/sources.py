"""Reading a folder of sources whole: every value, where it stands, and every fault at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from compendium.errors import InputError
from compendium.findings import Finding, Place, Severity
from compendium.model.bodies import Bodies, Body, GatheringKind
from compendium.model.corpus import Corpus
from compendium.model.editions import Edition
from compendium.model.errata import Errata, Erratum
from compendium.model.gatherings import Gathering, Meeting, Session
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
from compendium.reading.places import SourceFile, places_of

Read = TypeVar("Read", bound=BaseModel)


@dataclass(frozen=True)
class Reading:
    """What was read; `corpus` is None where an error leaves no whole corpus.

    `begun` is the corpus also where all that is wrong is what sources lack that were only begun:
    topics, editions, folders of bodies.
    `files` are the files that obey their schema, by their names as messages show them; `count`
    is the number of files looked at; `places` says where each key stands (see `places_of`).
    """

    corpus: Corpus | None
    begun: Corpus | None
    errata: tuple[Erratum, ...]
    documents: tuple[Published, ...]
    findings: tuple[Finding, ...]
    files: Mapping[str, SourceFile] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    count: int = 0
    root: str = ""

    @property
    def whole(self) -> bool:
        """Whether every file could be read, so that what is not found is really missing."""
        return self.corpus is not None

    def of(self, kind: type[BaseModel]) -> tuple[SourceFile, ...]:
        """The files that hold a value of one kind, in order of their names."""
        return tuple(file for _, file in sorted(self.files.items()) if isinstance(file.value, kind))

    @property
    def gatherings(self) -> tuple[SourceFile, ...]:
        """The files of meetings and sessions, body by body, in order of their names."""
        return self.of(Gathering)


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
    if file is None or not isinstance(file.value, Bodies):
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
        self.files: dict[str, SourceFile] = {}
        self.count = 0

    def read(self) -> Reading:
        bodies = self._read(self.root / BODIES, Bodies)
        topics = self._read_or_lack(self.root / TOPICS, Topics)
        errata = self._read_if_there(self.root / ERRATA, Errata)
        published = self._read_if_there(self.root / PUBLISHED, PublishedDocuments)
        editions = self._read_editions()
        known = bodies.bodies if bodies else ()
        gatherings = self._read_gatherings(known)
        if bodies:
            keys = frozenset(body.key for body in known)
            self.findings += stray_findings(self.root, keys)
            self.lacking += lacking_folders(self.root, keys)
        begun = None
        if bodies and not any(f.severity is Severity.ERROR for f in self.findings):
            begun = _corpus(
                bodies, gatherings, topics.topics if topics else (), [e for e in editions if e]
            )
        self.findings += self.lacking
        return Reading(
            corpus=None if self.lacking else begun,
            begun=begun,
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
        assert isinstance(file.value, model)
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
