"""Writes the results of `run.py` as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bare_calls import PANDOC, WEASYPRINT
from measuring import Measure, median

BARE = "bare calls together"


@dataclass(frozen=True)
class Case:
    """A case of the benchmark, with the cases of which its time is a part or a multiple."""

    name: str
    explained: str
    compared_with: tuple[str, ...] = (BARE,)


def medians_of(measures: Mapping[str, Sequence[Measure]]) -> dict[str, Measure]:
    """The median of each measure, and of the bare calls together."""
    medians = {name: median(each) for name, each in measures.items()}
    pandoc, weasyprint = medians[PANDOC], medians[WEASYPRINT]
    largest = max(pandoc.megabytes, weasyprint.megabytes)
    return medians | {BARE: Measure(pandoc.seconds + weasyprint.seconds, largest)}


def table(cases: Sequence[Case], medians: Mapping[str, Measure]) -> Iterator[str]:
    """The table of all cases that were measured, each with its ratio to the bare calls."""
    yield "| Case | Seconds | Ratio to the bare calls | Memory of the largest process |"
    yield "|---|---:|---:|---:|"
    bare = [Case(name, "") for name in (PANDOC, WEASYPRINT, BARE)]
    for case in (*bare, *cases):
        if case.name in medians:
            figure = medians[case.name]
            label = f"**{case.name}**: {case.explained}" if case.explained else case.name
            ratio = figure.seconds / medians[BARE].seconds
            yield f"| {label} | {figure.seconds:.1f} | {ratio:.2f} | {figure.megabytes:.0f} MB |"


def comparisons(cases: Sequence[Case], medians: Mapping[str, Measure]) -> Iterator[str]:
    """The table of the other comparisons that were measured."""
    rows = [
        f"| {case.name} | {other} | {medians[case.name].seconds / medians[other].seconds:.2f} |"
        for case in cases
        for other in case.compared_with
        if other != BARE and {case.name, other} <= medians.keys()
    ]
    if rows:
        yield from ["", "| Case | Compared with | Ratio |", "|---|---|---:|", *rows]
