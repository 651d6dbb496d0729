"""Reading a folder of sources whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ruamel.yaml import YAML

from compendium.findings import Finding
from compendium.model.bodies import Bodies
from compendium.model.corpus import Corpus
from compendium.model.editions import Edition
from compendium.model.errata import Errata, Erratum
from compendium.model.gatherings import Meeting, Session
from compendium.model.published import Published, PublishedDocuments
from compendium.model.topics import Topics


@dataclass(frozen=True)
class Reading:
    """What was read; `corpus` is None where a finding is an error that leaves no corpus."""

    corpus: Corpus | None
    errata: tuple[Erratum, ...]
    documents: tuple[Published, ...]
    findings: tuple[Finding, ...]


def read_sources(root: Path) -> Reading:
    """PLACEHOLDER that stops at the first fault: to be replaced by the real reader."""
    yaml = YAML(typ="safe")

    def load(path: Path) -> object:
        return yaml.load(path.read_text(encoding="utf-8")) if path.exists() else None

    bodies = Bodies.model_validate(load(root / "bodies.yaml")).bodies
    meetings, sessions = [], []
    for body in bodies:
        for path in sorted((root / body.key).glob("*.yaml")):
            if body.gathers_in == "meeting":
                meetings.append(Meeting.model_validate(load(path)))
            else:
                sessions.append(Session.model_validate(load(path)))
    topics = load(root / "topics.yaml")
    errata = load(root / "errata.yaml")
    documents = load(root / "published" / "documents.yaml")
    corpus = Corpus(
        bodies=bodies,
        meetings=tuple(meetings),
        sessions=tuple(sessions),
        topics=Topics.model_validate(topics).topics if topics else (),
        editions=tuple(
            Edition.model_validate(load(path))
            for path in sorted((root / "editions").glob("*.yaml"))
        ),
    )
    return Reading(
        corpus=corpus,
        errata=Errata.model_validate(errata).errata if errata else (),
        documents=(PublishedDocuments.model_validate(documents).documents if documents else ()),
        findings=(),
    )
