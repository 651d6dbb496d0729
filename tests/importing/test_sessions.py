"""Sessions: several records in one document, told apart by kind and number."""

from __future__ import annotations

from pathlib import Path

from compendium.changes.arrivals import new_records
from compendium.model.gatherings import Record, RecordKind, Session
from compendium.reading.nodes import parse
from compendium.texts.catalogue import read_catalogue, state_of
from compendium.texts.states import State
from support.importing_project import Run, contents

REPORT = """\
CTOC/COP/2024/9
Report of the Conference of the Parties to the United Nations Convention against Transnational \
Organized Crime on its twelfth session, held in Vienna from 14 to 18 October 2024
I. Resolutions and decisions adopted by the Conference
"""
RESOLUTION = """\
Resolution 12/1
Trafficking in persons
The Conference of the Parties,
Recalling the Protocol,
1. Requests the Secretariat to report.
"""
DECISION = """\
Decision 12/1
Organization of work
At its 2nd meeting, the Conference decided that the Working Group should meet.
"""
SPANISH = """\
CTOC/COP/2024/9
Resolución 12/1
La trata de personas
La Conferencia de las Partes,
Recordando el Protocolo,
1. Solicita a la Secretaría que presente un informe sobre la trata de personas.
Decisión 12/1
Organización de los trabajos
En su segunda sesión, la Conferencia decidió que el Grupo de Trabajo se reuniera en Viena.
"""


def written(project: Path, text: str) -> Path:
    """A report with that text."""
    path = project / "report.txt"
    path.write_text(text, encoding="utf-8")
    return path


def session(project: Path) -> Session:
    """The session as recorded."""
    path = project / "sources/cop/12-2024.yaml"
    return Session.model_validate(parse(path.read_text(encoding="utf-8"), path.name).value)


def segmented(record: Record) -> tuple[RecordKind, str, str | None]:
    """What tells a record from the others."""
    return (*record.called, record.segment)


def test_two_records_of_one_number_need_two_keys(project: Path, run: Run) -> None:
    """Resolution 12/1 and decision 12/1 are refused, until one has another segment."""
    before = contents(project / "sources")
    said = run("import", written(project, REPORT + RESOLUTION + DECISION))
    assert said.code == 3
    assert "resolution 12/1 and decision 12/1 would both have the key cop.12.1" in said.err
    assert contents(project / "sources") == before
    other = DECISION.replace("12/1", "12/2")
    assert run("import", written(project, REPORT + DECISION + other)).code == 0
    path = project / "sources/cop/12-2024.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('segment: "1"', 'segment: "101"'), encoding="utf-8")
    said = run("import", written(project, REPORT + RESOLUTION + DECISION))
    assert said.code == 0, said.out + said.err
    assert [segmented(record) for record in session(project).records] == [
        (RecordKind.DECISION, "12/1", "101"),
        (RecordKind.DECISION, "12/2", "2"),
        (RecordKind.RESOLUTION, "12/1", "1"),
    ]
    assert " 0 differences" in said.out


def test_a_decision_of_one_sentence_is_recorded_without_formula(project: Path, run: Run) -> None:
    """The sentence is its paragraph 1, and its official text goes to it, not to resolution 12/1."""
    path = project / "sources/cop/12-2024.yaml"
    assert run("import", written(project, REPORT + RESOLUTION)).code == 0
    said = run("import", written(project, REPORT + RESOLUTION + DECISION))
    assert said.code == 3
    assert "resolution 12/1 was recorded as the only one of its session, and" in said.err
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("    title:", '    segment: "101"\n    title:'), encoding="utf-8")
    before = session(project)
    assert run("import", written(project, REPORT + RESOLUTION + DECISION)).code == 0
    resolution, decision = session(project).records
    assert (resolution.segment, decision.segment) == ("101", "1")
    assert decision.formula is None
    assert new_records(before, session(project)) == [decision]
    assert [paragraph.text for paragraph in decision.paragraphs] == [DECISION.splitlines()[-1]]
    said = run("import", "--language", "es", written(project, SPANISH))
    assert said.code == 0, said.err
    catalogue = read_catalogue(project / "translations/es/cop/12-2024.po")
    official = {entry.msgctxt: entry.msgstr for entry in catalogue}
    assert {state_of(entry)[0] for entry in catalogue} == {State.OFFICIAL}
    assert list(official) == [
        "cop.12.101.title", "cop.12.101.formula", "cop.12.101.pp.1", "cop.12.101.1",
        "cop.12.1.title", "cop.12.1.1",
    ]  # fmt: skip
    assert official["cop.12.1.1"] == SPANISH.splitlines()[-1]


def test_what_cannot_be_recorded_is_named(project: Path, run: Run) -> None:
    """A resolution of which only the title was read is named, with its line; nothing is written."""
    text = REPORT + RESOLUTION + "Resolution 12/4\nLamps\n"
    said = run("import", written(project, text))
    line = text.splitlines().index("Resolution 12/4") + 1
    assert said.code == 3
    assert f"report.txt:{line}: what was read as resolution 12/4 cannot be recorded" in said.err
    assert "String should" not in said.err
    assert not (project / "sources/cop/12-2024.yaml").exists()
