"""Localising takes what an edition shows, and stops at what is wrong with that alone."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from support.commands import run

LATE, SHARED = "translations/fr/lk/03-2014.po", "translations/fr/topics.po"


@pytest.fixture
def project(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The example with one more edition, which ends with the second meeting and holds no Part B."""
    shutil.copytree(root / "tests/example", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    book = Path("sources/editions/compendium.yaml").read_text(encoding="utf-8")
    first, _, rest = book.partition("  - letter: B\n")
    early = (
        first.replace("key: compendium\n", "key: early\nas_of: {lk: 2}\n")
        + rest[rest.index("index:") :]
    )
    Path("sources/editions/early.yaml").write_text(early, encoding="utf-8")
    for edition in ("early", "compendium"):
        options = ("--edition", edition, "--output", f"{edition}.records.json")
        assert run("collect", *options) == 0
    return tmp_path


def localise(edition: str, *options: str) -> object:
    """Localise an edition into French."""
    places = ("--records", f"{edition}.records.json", "--output", f"{edition}.texts.json")
    return run("localise", *places, "--language", "fr", *options)


def test_an_edition_has_its_own_records(project: Path) -> None:
    """The records of an edition end where it ends, and hold its bodies and itself alone."""
    records = json.loads((project / "early.records.json").read_text(encoding="utf-8"))
    assert [body["key"] for body in records["bodies"]] == ["lk"]
    assert [meeting["ordinal"] for meeting in records["meetings"]] == [1, 2]
    assert records["sessions"] == []
    assert [edition["key"] for edition in records["editions"]] == ["early"]


@pytest.mark.usefixtures("project")
def test_an_unknown_edition_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """An edition that is not defined is named, with those that are."""
    assert run("collect", "--edition", "late", "--output", "late.records.json") == 3
    assert "choose among: compendium, early" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("catalogue", "codes"),
    [(LATE, {"early": 0, "compendium": 1}), (SHARED, {"early": 1, "compendium": 1})],
)
def test_a_fault_concerns_the_editions_that_show_it(
    project: Path, catalogue: str, codes: dict[str, int]
) -> None:
    """A catalogue of a gathering stops the editions with that gathering, the topics every one."""
    with (project / catalogue).open("a", encoding="utf-8") as file:
        file.write("\nmsgstr\n")
    assert {edition: localise(edition) for edition in codes} == codes


def test_texts_below_a_state_are_those_of_the_edition(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is refused for its state is listed for the edition, without what it does not show."""
    assert localise("early", "--require", "official") == 1
    said = capsys.readouterr().err
    assert said.startswith("error: fr/early: ")
    assert "  lk.2.1: unofficial" in said
    assert "lk.3" not in said
    assert not (project / "early.texts.json").exists()
