"""Lists and notes as Word and web pages have them, and resolutions in any format."""

from __future__ import annotations

from pathlib import Path

import pypandoc
import pytest

from compendium.model.gatherings import RecordKind, Session
from compendium.model.units import units_of
from compendium.reading.nodes import parse
from support.importing_project import Run

RESOLUTIONS = """\
CTOC/COP/2024/9

Report of the Conference of the Parties to the United Nations Convention against Transnational
Organized Crime on its twelfth session, held in Vienna from 14 to 18 October 2024

## I. Introduction

The Conference met.

## II. Resolutions and decisions adopted by the Conference

Resolution 12/4

Trafficking in persons

*The Conference of the Parties*,

*Recalling* its resolution 11/5,[^a]

*Bearing in mind* the Protocol,

1.  *Requests* the Secretariat:

    (a) To report:

        (i) Once a year;

        (ii) In full;

    (b) To publish;

2.  *Decides* to continue.[^b]

Decision 12/5

Working Group

*The Conference of the Parties*:

(a) *Decides* to meet;

(b) *Requests* States to attend.

[^a]: CTOC/COP/2022/9.
[^b]: *Ibid*.
"""
FORMATS = ("docx", "html")


@pytest.mark.parametrize("form", FORMATS)
def test_session(project: Path, run: Run, tmp_path: Path, form: str) -> None:
    """Resolutions with numbered lists, emphasis and notes, decisions with letters, in a session."""
    file = tmp_path / f"report.{form}"
    pypandoc.convert_text(RESOLUTIONS, form, format="markdown+fancy_lists", outputfile=str(file))
    said = run("import", file)
    assert said.code == 0, said.err
    path = project / "sources/cop/12-2024.yaml"
    made = Session.model_validate(parse(path.read_text(encoding="utf-8"), path.name).value)
    assert made.report is not None
    assert made.report.symbol == "CTOC/COP/2024/9"
    assert (made.ordinal, str(made.dates.first), made.place) == (12, "2024-10-14", "Vienna")
    resolution, decision = made.records
    assert (resolution.kind, resolution.number) == (RecordKind.RESOLUTION, "12/4")
    assert (decision.kind, decision.number) == (RecordKind.DECISION, "12/5")
    assert resolution.title == "Trafficking in persons"
    assert resolution.formula == "The Conference of the Parties,"
    assert [".".join(unit.steps) for unit in units_of(made)] == [
        "pp.1", "pp.2", "1", "1.a", "1.a.i", "1.a.ii", "1.b", "2", "a", "b",
    ]  # fmt: skip
    first = resolution.preamble[0]
    assert first.text == "*Recalling* its resolution 11/5,[^1]"
    assert first.notes == {1: "CTOC/COP/2022/9."}
    assert resolution.paragraphs[1].notes == {1: "*Ibid*."}
