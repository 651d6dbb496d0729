"""Keys and symbols are given once: bodies, parts, editions, documents, reports, records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from compendium.findings import Finding, Place
from compendium.model.bodies import Bodies
from compendium.model.editions import Edition
from compendium.model.gatherings import Gathering
from compendium.model.published import PublishedDocuments
from compendium.reading import Reading
from compendium.reading.places import SourceFile, located_records


def check_keys(reading: Reading) -> Iterator[Finding]:
    """S011, S012: nothing bears the key of another thing."""
    for file in reading.gatherings:
        yield from _check_records(file)
    yield from _doubles("edition", _editions(reading))
    yield from _doubles("report", _reports(reading), "write the symbol of its own report")
    yield from _doubles("document", _records(reading), "write the symbol of its own document")
    for file in reading.files.values():
        match file.value:
            case Bodies(bodies=bodies):
                keys = [(body.key, file.place("bodies", i, "key")) for i, body in enumerate(bodies)]
                parts = [
                    (body.part, file.place("bodies", i, "part")) for i, body in enumerate(bodies)
                ]
                yield from _doubles("body", keys)
                yield from _doubles("part", parts)
            case PublishedDocuments(documents=documents):
                yield from _doubles(
                    "document",
                    [(d.key, file.place("documents", i, "key")) for i, d in enumerate(documents)],
                )


def _editions(reading: Reading) -> Iterator[tuple[str, Place]]:
    for file in reading.of(Edition):
        assert isinstance(file.value, Edition)
        yield file.value.key, file.place("key")


def _reports(reading: Reading) -> Iterator[tuple[str, Place]]:
    seen: set[str] = set()
    for file in reading.gatherings:
        gathering = file.value
        assert isinstance(gathering, Gathering)
        if gathering.report is not None and gathering.key not in seen:  # else F012 says it
            yield gathering.report.symbol, file.place("report", "symbol")
        seen.add(gathering.key)


def _records(reading: Reading) -> Iterator[tuple[str, Place]]:
    for file in reading.gatherings:
        for _, record, way in located_records(file):
            if record.symbol is not None:
                yield record.symbol, file.place(*way, "symbol")


def _check_records(file: SourceFile) -> Iterator[Finding]:
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
