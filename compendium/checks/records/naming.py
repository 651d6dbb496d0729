"""Checks that the bodies, gatherings, documents and units that are named exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from compendium.files import is_file
from compendium.findings import Finding, Place
from compendium.model.bodies import Bodies
from compendium.model.editions import Edition
from compendium.model.errata import Column, Errata, Erratum
from compendium.model.gatherings import Meeting
from compendium.model.published import PublishedDocuments
from compendium.model.topics import Topics
from compendium.reading import Reading
from compendium.reading.folder import PUBLISHED
from compendium.reading.source_file import AnyFile


def check_editions(reading: Reading) -> Iterator[Finding]:
    """R010, R012: editions are of bodies, and go through gatherings, that exist."""
    known = {body.key for file in reading.of(Bodies) for body in file.value.bodies}
    for file in reading.of(Edition):
        for place, part in enumerate(file.value.parts):
            if known and part.body not in known:
                yield Finding(
                    file.place("parts", place, "body"),
                    "R010",
                    f"part {part.letter} has the body {part.body}, which is not in bodies.yaml",
                    "write the key of an existing body",
                )
        if reading.is_whole:
            yield from _check_limits(file, file.value, reading)


def _check_limits(file: AnyFile, edition: Edition, reading: Reading) -> Iterator[Finding]:
    """The last gathering that an edition knows, and the last that is not new in it."""
    since = edition.new_since.since if edition.new_since else {}
    for way, limits in ((("as_of",), edition.as_of), (("new_since", "since"), since)):
        for body, ordinal in limits.items():
            if ordinal and f"{body}.{ordinal}" not in reading.places:
                yield _unknown_gathering(file.place(*way, body), f"{body}.{ordinal}")


def check_manifest(reading: Reading) -> Iterator[Finding]:
    """F001, R012: each published document is there and covers gatherings that exist."""
    if not reading.is_whole:
        return
    for file in reading.of(PublishedDocuments):
        for place, document in enumerate(file.value.documents):
            if not is_file((Path(reading.root) / PUBLISHED).with_name(document.file)):
                yield Finding(
                    file.place("documents", place, "file"),
                    "F001",
                    f"the file {document.file} is missing",
                    "add it beside the manifest, or correct its name",
                )
            for body, ordinals in document.covers.items():
                for number, ordinal in enumerate(ordinals):
                    if f"{body}.{ordinal}" not in reading.places:
                        where = file.place("documents", place, "covers", body, number)
                        yield _unknown_gathering(where, f"{body}.{ordinal}")
    yield from _check_topics(reading)
    yield from _check_former(reading)


def _check_former(reading: Reading) -> Iterator[Finding]:
    """The documents that editions give again, and those whose words a meeting keeps."""
    documents = _documents(reading)
    for file in reading.of(Edition):
        if file.value.as_printed_in not in {None, *documents}:
            yield _unknown_document(file.place("as_printed_in"), str(file.value.as_printed_in))
    for meeting in reading.of(Meeting):
        for number, former in enumerate(meeting.value.former):
            if former.document not in documents:
                where = meeting.place("former", number, "document")
                yield _unknown_document(where, former.document)


def _check_topics(reading: Reading) -> Iterator[Finding]:
    documents = _documents(reading)
    for file in reading.of(Topics):
        for place, topic in enumerate(file.value.topics):
            for number, former in enumerate(topic.former):
                if former.document not in documents:
                    where = file.place("topics", place, "former", number, "document")
                    yield _unknown_document(where, former.document)
            if topic.restored and topic.restored.through not in reading.places:
                where = file.place("topics", place, "restored", "through")
                yield _unknown_gathering(where, topic.restored.through)


def check_errata(reading: Reading) -> Iterator[Finding]:
    """R011, R013: an erratum names a document and a place that exist."""
    if not reading.is_whole:
        return
    documents = _documents(reading)
    for file in reading.of(Errata):
        for number, erratum in enumerate(file.value.errata):
            if erratum.document not in documents:
                where = file.place("errata", number, "document")
                yield _unknown_document(where, erratum.document)
            fault = _fault_of_place(erratum, reading)
            if fault:
                yield Finding(
                    file.place("errata", number, "place"),
                    "R013",
                    fault,
                    "write the place as `compendium collate` prints it",
                )


def _fault_of_place(erratum: Erratum, reading: Reading) -> str:
    """What is wrong with the place. Where `ours` is empty, the records have no such place."""
    place = erratum.place
    if erratum.column is Column.READING:
        known = re.fullmatch(r"line [1-9][0-9]*", place) is not None
        return "" if known else f"{place!r} is not a line such as `line 120`"
    if not erratum.ours:
        return ""
    if erratum.column is Column.TEXT:
        return "" if place in reading.places else f"{place} is not the key of a text"
    topic, slash, gathering = place.partition("/")
    if slash and f"topic.{topic}" in reading.places and gathering in reading.places:
        return ""
    return f"{place} is not a row of the index, such as topic/gathering"


def _documents(reading: Reading) -> set[str]:
    return {document.key for document in reading.documents}


def _unknown_document(place: Place, key: str) -> Finding:
    return Finding(
        place, "R011", f"there is no document {key}", f"write the key of a document of {PUBLISHED}"
    )


def _unknown_gathering(place: Place, key: str) -> Finding:
    return Finding(
        place, "R012", f"there is no gathering {key}", "write body and ordinal of an existing file"
    )
