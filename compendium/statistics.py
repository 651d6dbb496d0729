"""Counts units by level, notes, topics and assignments, for each gathering and part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass

from compendium.model.bodies import Body
from compendium.model.corpus import Corpus
from compendium.model.gatherings import Meeting, Session
from compendium.model.record_texts import Role, texts_of
from compendium.model.roman import to_roman
from compendium.model.units import Level, Unit, units_of


@dataclass(frozen=True, slots=True)
class GatheringCounts:
    """The counts of one meeting or session; `levels` counts its units by level."""

    key: str
    ordinal: int
    units: int
    levels: dict[str, int]
    annexes: int
    notes: int
    assignments: int


@dataclass(frozen=True, slots=True)
class PartCounts:
    """The counts of one part: those of the gatherings of its body, and their sums."""

    part: str
    body: str
    name: str
    gathers_in: str
    units: int
    levels: dict[str, int]
    annexes: int
    notes: int
    assignments: int
    gatherings: tuple[GatheringCounts, ...]


@dataclass(frozen=True, slots=True)
class CorpusCounts:
    """The counts of the whole corpus; an assignment is one pair of a unit and a topic."""

    units: int
    levels: dict[str, int]
    notes: int
    topics: int
    assignments: int
    units_with_topics: int
    parts: tuple[PartCounts, ...]

    def as_dict(self) -> dict[str, object]:
        """The counts as plain values, for JSON."""
        return asdict(self)


def count_corpus(corpus: Corpus) -> CorpusCounts:
    """Count everything, part by part."""
    parts = tuple(_count_part(body, corpus.gatherings(body.key)) for body in corpus.bodies)
    return CorpusCounts(
        units=sum(part.units for part in parts),
        levels=_sum(part.levels for part in parts),
        notes=sum(part.notes for part in parts),
        topics=len(corpus.topics),
        assignments=sum(part.assignments for part in parts),
        units_with_topics=sum(bool(unit.topics) for unit in corpus.units()),
        parts=parts,
    )


def _count_part(body: Body, gatherings: Sequence[Meeting | Session]) -> PartCounts:
    counts = tuple(_count_gathering(gathering) for gathering in gatherings)
    return PartCounts(
        part=body.part,
        body=body.key,
        name=body.name,
        gathers_in=body.gathers_in.value,
        units=sum(gathering.units for gathering in counts),
        levels=_sum(gathering.levels for gathering in counts),
        annexes=sum(gathering.annexes for gathering in counts),
        notes=sum(gathering.notes for gathering in counts),
        assignments=sum(gathering.assignments for gathering in counts),
        gatherings=counts,
    )


def _count_gathering(gathering: Meeting | Session) -> GatheringCounts:
    units, texts = list(units_of(gathering)), list(texts_of(gathering))
    return GatheringCounts(
        key=gathering.key,
        ordinal=gathering.ordinal,
        units=len(units),
        levels=_levels(units),
        annexes=sum(text.role is Role.ANNEX for text in texts),
        notes=sum(len(text.notes) for text in texts),
        assignments=sum(len(unit.topics) for unit in units),
    )


def _levels(units: Iterable[Unit]) -> dict[str, int]:
    counts = Counter(unit.level for unit in units)
    return {level.value: counts[level] for level in Level}


def _sum(levels: Iterable[dict[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for counts in levels:
        total.update(counts)
    return {level.value: total[level.value] for level in Level}


def statistics_table(counts: CorpusCounts) -> str:
    """The counts as text: a paragraph for each part, then the sums."""
    blocks = [_part_block(part) for part in counts.parts]
    blocks.append(
        f"All: {counts.units} units ({_levels_line(counts.levels)}), {counts.notes} notes, "
        f"{counts.topics} topics, {counts.assignments} assignments "
        f"on {counts.units_with_topics} units"
    )
    return "\n\n".join(blocks)


def _part_block(part: PartCounts) -> str:
    others = f"notes {part.notes}; assignments {part.assignments}"
    annexes = f"annexes {part.annexes}; " if part.annexes else ""
    each = ", ".join(f"{to_roman(g.ordinal)} {g.units}" for g in part.gatherings)
    lines = [
        f"Part {part.part} {part.units} units ({each})",
        f"  {part.name}, by {part.gathers_in}",
        f"  {_levels_line(part.levels)}; {annexes}{others}",
        "",
        *_rows(part.gatherings),
    ]
    return "\n".join(lines)


def _levels_line(levels: dict[str, int]) -> str:
    """The counts of units by level in words.

    >>> _levels_line({"preambular": 0, "paragraph": 3, "item": 1})
    'paragraphs 3, items 1'
    """
    plural = {Level.PREAMBULAR.value: "preambular paragraphs"}
    return ", ".join(
        f"{plural.get(level, level + 's')} {count}" for level, count in levels.items() if count
    )


def _rows(gatherings: Iterable[GatheringCounts]) -> list[str]:
    heads = ["gathering", *(level.value for level in Level), "units", "notes", "assignments"]
    rows = [heads, *(_row(gathering) for gathering in gatherings)]
    return [
        "  "
        + row[0].ljust(10)
        + "".join(cell.rjust(len(head) + 2) for head, cell in zip(heads[1:], row[1:], strict=True))
        for row in rows
    ]


def _row(gathering: GatheringCounts) -> list[str]:
    numbers = (gathering.units, gathering.notes, gathering.assignments)
    return [gathering.key, *(str(n) for n in (*gathering.levels.values(), *numbers))]
