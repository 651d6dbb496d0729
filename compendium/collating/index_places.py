"""Finds the units of the records that the cells of a printed index name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from compendium.collating.published_words import conjunction, preambular_mark
from compendium.model.corpus import Corpus
from compendium.model.gatherings import Meeting, Record, Session
from compendium.model.roman import from_roman, is_roman
from compendium.model.units import PREAMBULAR_STEP, Unit, record_key, units_of

Steps = tuple[str, ...]

_LOCATOR = re.compile(
    r"\b(?P<roman>[IVXLC]+)\.(?P<steps>[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*)"
    r"(?:–(?:[IVXLC]+\.)?(?:[A-Za-z0-9]+\.)*(?P<end>[A-Za-z0-9]+))?"
)
_TOKEN = re.compile(r"(?P<number>[0-9]+)|\((?P<letter>[A-Za-z]+)\)|(?P<mark>–|,|;|[A-Za-z]+|\S)")
_ITEM = re.compile(r"[ivx]+")


@dataclass(slots=True)
class Named:
    """The units that a cell names, and its faults: places unknown, repeated or not readable."""

    units: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def add(self, keys: Iterable[str], printed: str) -> None:
        """Add the units that one place names; no unit, or a repeated unit, is a fault."""
        added = set(keys)
        if not added or added & self.units:
            self.faults.append(printed)
        self.units |= added


class Places:
    """The units of a corpus by locator and by reference."""

    def __init__(self, corpus: Corpus) -> None:
        gatherings: list[Meeting | Session] = [*corpus.meetings, *corpus.sessions]
        self._gatherings = {
            (gathering.body, gathering.ordinal): gathering for gathering in gatherings
        }
        self._located = {key: _located(gathering) for key, gathering in self._gatherings.items()}
        self._reported = _reported(corpus.units())

    def gathering(self, body: str, locators: str) -> Meeting | Session | None:
        """The gathering of a body that the first of some locators belongs to."""
        match = _LOCATOR.search(locators)
        return self._gatherings.get((body, _ordinal(match["roman"]))) if match else None

    def locators(self, body: str, cell: str) -> Named:
        """The units that a cell of locators names."""
        cell_units = Named()
        for match in _LOCATOR.finditer(cell):
            units = self._located.get((body, _ordinal(match["roman"])), {})
            steps = tuple(
                PREAMBULAR_STEP if step == preambular_mark() else step
                for step in match["steps"].split(".")
            )
            last = (*steps[:-1], match["end"]) if match["end"] else steps
            cell_units.add(_range(units, steps, last), match.group())
        if stray := re.sub(rf"{conjunction()}|[,;\s]", "", _LOCATOR.sub("", cell)):
            cell_units.faults.append(stray)
        return cell_units

    def references(self, gathering: Meeting | Session, record: Record | None, cell: str) -> Named:
        """The units that a cell of references to the report of a gathering names.

        `record` is the resolution or decision of a session; a meeting has none.
        """
        units = self._reported.get(record_key(gathering, record), {})
        cell_units = Named()
        for first, last, printed in _ranges(cell):
            cell_units.add(_range(units, first, last), printed)
        return cell_units


def _ordinal(roman: str) -> int:
    """The ordinal of a Roman numeral; zero, which no gathering has, if it is not a numeral."""
    return from_roman(roman) if is_roman(roman) else 0


def _located(gathering: Meeting | Session) -> dict[Steps, Unit]:
    prefix = f"{gathering.key}."
    return {tuple(unit.key.removeprefix(prefix).split(".")): unit for unit in units_of(gathering)}


def _reported(units: Iterable[Unit]) -> dict[str, dict[Steps, Unit]]:
    """The units of every record by their steps in its report."""
    reported: dict[str, dict[Steps, Unit]] = {}
    for unit in units:
        record = reported.setdefault(record_key(unit.gathering, unit.record), {})
        record[unit.report_steps] = unit
    return reported


def _range(units: dict[Steps, Unit], first: Steps, last: Steps) -> list[str]:
    """The keys from one place to another among siblings.

    There are none if either end or a number between them is missing, because the range would
    then include a paragraph that was not adopted.
    """
    siblings = [steps for steps in units if steps[:-1] == first[:-1] and len(steps) == len(first)]
    if first not in siblings or last not in siblings:
        return []
    chosen = siblings[siblings.index(first) : siblings.index(last) + 1]
    numbers = [int(steps[-1]) for steps in chosen if steps[-1].isdigit()]
    if any(later != number + 1 for number, later in pairwise(numbers)):
        return []
    return [units[steps].key for steps in chosen]


def _ranges(cell: str) -> Iterator[tuple[Steps, Steps, str]]:
    """Yield the first and last place of each reference, and its words."""
    steps: Steps = ()
    for words in re.split(rf"(;)|,|{conjunction()}", cell):
        if not words or not words.strip():
            continue
        if words == ";":
            steps = ()
            continue
        tokens = list(_TOKEN.finditer(words))
        first = _steps(tokens, steps)
        dash = next((i for i, token in enumerate(tokens) if token["mark"] == "–"), None)
        if dash is None:
            yield first, first, words.strip()
            steps = first
        else:
            first = _steps(tokens[:dash], steps)
            last = _steps(tokens[dash + 1 :], first)
            yield first, last, words.strip()
            steps = last


def _steps(tokens: Sequence[re.Match[str]], before: Steps) -> Steps:
    """The steps that some tokens name; `before` is the previous place in the same list."""
    steps: Steps = ()
    has_begun = False
    for token in tokens:
        if token["number"] and (not has_begun or steps == (PREAMBULAR_STEP,)):
            preambular = steps or before
            steps = (*preambular[: preambular[:1] == (PREAMBULAR_STEP,)], token["number"])
        elif token["letter"]:
            steps = (*(steps if has_begun else _above(before, token["letter"])), token["letter"])
        elif token["mark"] == preambular_mark():
            steps = (PREAMBULAR_STEP,)
        else:
            # Not a place: two numbers with nothing between, or a stray word.
            return (" ".join(each.group() for each in tokens),)
        has_begun = True
    return steps


def _above(before: Steps, letter: str) -> Steps:
    """The steps above a bracketed letter that begins a list member, judged by the place before."""
    numbers = sum(step.isdigit() for step in before)
    letters = before[numbers:]
    if len(letters) > 1 and not _ITEM.fullmatch(letter):
        letters = letters[:1]
    return (*before[:numbers], *letters[:-1])
