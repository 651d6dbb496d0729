"""A whole session of the General Assembly in six languages, as the United Nations publish it.

The truth is computed from the files by a reader that shares nothing with the program.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from compendium.texts.catalogue import read_catalogue, state_of
from compendium.texts.states import State
from support.akn_truth import misplaced, recorded_in, same, truth_of
from support.importing_project import BODIES, ROOT, run_in
from support.whole_session import FOLDERS, needs_session, unpack

LETTERS = {"ar": "A", "es": "S", "fr": "F", "ru": "R", "zh": "C"}  # at the end of their names
NAME = re.compile(r"A_RES_78_(\d+[A-Z]*)[-_].*?([A-Z])\.xml")
TOLD = re.compile(r"\b(?!I003)[A-Z]\d{3} (?:warning|error)")
KEY = re.compile(r"ga\.78\.\d+[a-z]?\.((?:pp\.\d+|\d+|[a-z]\b)(?:\.[a-z]{1,2}|\.[ivx]+)*)")
EDITION = ROOT / "tests/example/sources/editions/compendium.yaml"

pytestmark = needs_session


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the session, unpacked."""
    folder = tmp_path_factory.mktemp("session")
    unpack(folder)
    return next(folder.glob("*session"))


@pytest.fixture(scope="module")
def imported(session: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What became of each English file, by its number, and the folder of its project behind it."""
    folder = tmp_path_factory.mktemp("projects")
    return {number: _imported(path, folder / number) for number, path in _files(session, "English")}


def _files(session: Path, language: str) -> Iterator[tuple[str, Path]]:
    """The files of a language with the numbers of their resolutions."""
    for path in sorted((session / language).glob("*.xml")):
        found = NAME.fullmatch(path.name)
        assert found
        yield found[1], path


def _imported(path: Path, project: Path) -> str:
    """Import an English file into a project of its own; what became of it."""
    sources = project / "sources"
    (sources / "editions").mkdir(parents=True)
    shutil.copy(EDITION, sources / "editions")
    (sources / "bodies.yaml").write_text(BODIES, encoding="utf-8")
    (sources / "topics.yaml").write_text("topics:\n- {key: x, heading: X}\n", encoding="utf-8")
    said = run_in(project, "import", path, "--place", "New York")
    truth = truth_of(path)
    if not list(sources.glob("ga/*.yaml")):
        return f"refused: {said.err.splitlines()[0]}"
    if truth is None:
        return f"beyond the scheme, {'told' if TOLD.search(said.err) else 'silent'}"
    read = recorded_in(sources)
    exact = all(same(read.get(step, ""), truth.get(step, "")) for step in {*read, *truth})
    if exact:
        return f"exact {project}"
    return "told" if TOLD.search(said.err) else f"silent {path.name}"


def test_nothing_is_silent(imported: dict[str, str]) -> None:
    """Every English file has its texts at their places, or a finding, or is refused by name."""
    assert [outcome for outcome in imported.values() if "silent" in outcome] == []
    unnamed = [one for one in imported.values() if one.startswith("refused") and ": no " not in one]
    assert unnamed == []


def test_most_are_exact(imported: dict[str, str]) -> None:
    """At least 92 of a hundred English files are exact; the others are told, or refused by name."""
    exact = [outcome for outcome in imported.values() if outcome.startswith("exact")]
    assert len(exact) >= 0.92 * len(imported)


@pytest.mark.parametrize("language", FOLDERS)
def test_official_texts(session: Path, imported: dict[str, str], language: str) -> None:
    """Of the texts in another language 97 of a hundred become official, and none is wrong.

    Every second resolution whose English is exact is tried.
    """
    wanted = official = 0
    wrong: list[str] = []
    for number, path in [*_files(session, FOLDERS[language])][::2]:
        exact, _, project = imported.get(number, "").partition(" ")
        found = NAME.fullmatch(path.name)
        if exact != "exact" or not found or found[2] != LETTERS[language]:
            continue  # some files stand in the folder of another language
        texts = _official(path, Path(project), language)
        wanted += len(recorded_in(Path(project) / "sources"))
        official += len(texts)
        truth = truth_of(path)
        wrong += [f"{path.name} {step}" for step in (misplaced(texts, truth) if truth else ())]
    assert wrong == []
    assert official >= 0.97 * wanted


def _official(path: Path, project: Path, language: str) -> dict[str, str]:
    """The texts of a file in another language that become official, by their steps."""
    run_in(project, "import", path, "--language", language)
    texts = {}
    for catalogue in (project / "translations" / language).rglob("78-*.po"):
        for entry in read_catalogue(catalogue):
            key = re.fullmatch(
                r"ga\.78\.\d+[a-z]?\.((?:pp\.)?\d+(?:\.[a-z]+){0,2}|[a-z](?:\.[ivx]+)?)",
                entry.msgctxt,
            )
            if key and state_of(entry)[0] is State.OFFICIAL:
                texts[key[1]] = entry.msgstr
    return texts
