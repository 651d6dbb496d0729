"""Checks that bodies, parts, editions, documents, reports and records share no key or symbol."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compendium.findings import Finding, Place
from compendium.model.bodies import Bodies
from compendium.model.editions import Edition
from compendium.model.published import PublishedDocuments
from compendium.reading import Reading
from compendium.reading.places import located_records
from compendium.reading.source_file import GatheringSource


def check_keys(reading: Reading) -> Iterator[Finding]:
    """S011, S012: no two things have the same key."""
    for file in reading.gatherings:
        yield from _check_records(file)
    yield from _doubles("edition", _editions(reading))
    yield from _doubles("report", _reports(reading), "write the symbol of its own report")
    yield from _doubles("document", _records(reading), "write the symbol of its own document")
    for bodies in reading.of(Bodies):
        listed = list(enumerate(bodies.value.bodies))
        yield from _doubles("body", [(b.key, bodies.place("bodies", i, "key")) for i, b in listed])
        parts = [(body.part, bodies.place("bodies", i, "part")) for i, body in listed]
        yield from _doubles("part", parts)
    for manifest in reading.of(PublishedDocuments):
        documents = enumerate(manifest.value.documents)
        keys = [(d.key, manifest.place("documents", i, "key")) for i, d in documents]
        yield from _doubles("document", keys)


def _editions(reading: Reading) -> Iterator[tuple[str, Place]]:
    for file in reading.of(Edition):
        yield file.value.key, file.place("key")


def _reports(reading: Reading) -> Iterator[tuple[str, Place]]:
    seen: set[str] = set()
    for file in reading.gatherings:
        gathering = file.value
        if gathering.report is not None and gathering.key not in seen:  # otherwise F012 reports it
            yield gathering.report.symbol, file.place("report", "symbol")
        seen.add(gathering.key)


def _records(reading: Reading) -> Iterator[tuple[str, Place]]:
    for file in reading.gatherings:
        for _, record, way in located_records(file):
            if record.symbol is not None:
                yield record.symbol, file.place(*way, "symbol")


def _check_records(file: GatheringSource) -> Iterator[Finding]:
    records = list(located_records(file))
    if len(records) > 1:
        for _, record, way in records:
            if record.segment is None:
                yield Finding(
                    file.place(*way),
                    "S011",
                    f"{record.kind} {record.number} has no segment, though its session adopted "
                    "more than one record",
                    "add `segment:` with a number that distinguishes it from the others, in quotes",
                )
    named = [(key, file.place(*way, "segment")) for key, record, way in records if record.segment]
    yield from _doubles("record", named)


def _doubles(name: str, keyed: Iterable[tuple[str, Place]], remedy: str = "") -> Iterator[Finding]:
    first: dict[str, Place] = {}
    for key, place in keyed:
        if key in first:
            yield Finding(
                place,
                "S012",
                f"the {name} {key} is already used at {first[key]}",
                remedy or f"give each {name} a name of its own",
            )
        first.setdefault(key, place)
