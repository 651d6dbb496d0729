"""The text of another document that has the symbol of the record is never official."""

from __future__ import annotations

from pathlib import Path

import pytest
from importing_project import Run, contents

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
