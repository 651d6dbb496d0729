"""The text of another document that has the symbol of the record is never official."""

from __future__ import annotations

from pathlib import Path

import pytest

from support.importing_project import Run, contents

ENGLISH = """\
CTOC/COP/2024/9
Report of the Conference of the Parties to the United Nations Convention against Transnational \
Organized Crime on its twelfth session, held in Vienna from 14 to 18 October 2024
I. Resolutions and decisions adopted by the Conference
Resolution 12/1
Lamps of the coast
The Conference of the Parties,
Recalling its resolutions 5/2, 6/1 and 7/4 on the lamps of the coast,
1. Requests the Secretariat to report on resolution 8/3.
"""
SPANISH = """\
CTOC/COP/2024/9
Resolución 12/1
Las lámparas de la costa
La Conferencia de las Partes,
Recordando sus resoluciones {} sobre las lámparas de la costa,
1. Solicita a la Secretaría que presente un informe sobre la resolución {} a la Conferencia.
"""


def _taken(project: Path, run: Run, *numbers: str) -> tuple[str, bool]:
    """What is said of a Spanish text that names those resolutions, and whether it is taken."""
    path = project / "report.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    assert run("import", path).code == 0
    before = contents(project / "translations")
    path.write_text(SPANISH.format(*numbers), encoding="utf-8")
    said = run("import", "--language", "es", path)
    return said.err, contents(project / "translations") != before


@pytest.mark.parametrize("first", ["9/1, 9/2 y 9/3", "5/2, 9/2 y 9/3"])
def test_the_text_of_another_document(project: Path, run: Run, first: str) -> None:
    """A text that names fewer than half of the resolutions that the record names is not taken."""
    said, taken = _taken(project, run, first, "9/4")
    assert "report.txt: I035 error: its texts are not those of cop.12," in said
    assert not taken


@pytest.mark.parametrize("first", ["5/2, 6/1 y 7/4", "5/2, 6/1 y 9/3"])
def test_a_slip_is_no_other_document(project: Path, run: Run, first: str) -> None:
    """A text that names most of them is taken, whatever slips it has."""
    said, taken = _taken(project, run, first, "9/4")
    assert "I035" not in said
    assert taken


def test_a_resolution_without_a_record(project: Path, run: Run) -> None:
    """Of a document that adopted more than is recorded, the rest is told and not taken (I010)."""
    path = project / "report.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    assert run("import", path).code == 0
    more = "Resolución 12/2\nLas mechas\nLa Conferencia de las Partes,\n1. Pide a todos que lean.\n"
    path.write_text(SPANISH.format("5/2, 6/1 y 7/4", "8/3") + more, encoding="utf-8")
    said = run("import", "--language", "es", path)
    assert said.code == 1
    assert "report.txt:7: I010 error: no record has the number 12/2" in said.err


def test_a_paragraph_that_is_not_translated(project: Path, run: Run) -> None:
    """A paragraph in the words of the record is not the official text of another language."""
    path = project / "report.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    assert run("import", path).code == 0
    english = ENGLISH.splitlines()[-1]
    text = SPANISH.format("5/2, 6/1 y 7/4", "8/3").splitlines()
    more = "2. Pide a los Estados que den a conocer los faros y las lámparas de la costa."
    path.write_text("\n".join([*text[:-1], english, more, ""]), encoding="utf-8")
    said = run("import", "--language", "es", path)
    assert said.code == 1
    assert "I038 error: cop.12.1: the text is that of the record" in said.err
    catalogue = next((project / "translations/es/cop").glob("*.po")).read_text(encoding="utf-8")
    assert f'msgstr "{english[3:]}"' not in catalogue
