"""A share of a session in six languages, imported in one run, against a truth of its own."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest

from compendium.texts.catalogue import read_catalogue, state_of
from compendium.texts.states import State
from support.akn_truth import misplaced, truth_of
from support.importing_project import BODIES, run_in
from support.whole_session import FOLDERS, needs_session, unpack

# Every so-manieth resolution, from the third; no file among these has a preamble that goes astray.
EVERY, FIRST = 16, 3
NAME = re.compile(r"A_RES_78_(\d+)-\d+([ACEFRS])\.xml")
KEY = re.compile(r"ga\.78\.(\d+)\.((?:pp\.)?\d+(?:\.[a-z]+){0,2}|[a-z](?:\.[ivx]+)?)")
SESSION = ("--body", "ga", "--ordinal", 78, "--first", "2023-09-05", "--last", "2024-09-10")

pytestmark = needs_session


def _is_in_share(name: str) -> bool:
    found = NAME.search(name)
    return found is not None and int(found[1]) % EVERY == FIRST


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with a share of the session imported."""
    folder = tmp_path_factory.mktemp("session")
    (folder / "sources").mkdir()
    (folder / "sources/bodies.yaml").write_text(BODIES, encoding="utf-8")
    unpack(folder / "documents", _is_in_share)
    options = ("--place", "New York", "--report", "table.json", "--processes", 2)
    said = run_in(folder, "import", "documents", *SESSION, *options)
    assert said.code in {0, 1}, said.err
    return folder


def test_every_document_is_in_the_table(project: Path) -> None:
    """Each file has a row, and each refusal its reason; few are refused."""
    table = json.loads((project / "table.json").read_text(encoding="utf-8"))["documents"]
    assert len(table) == len(list(project.glob("documents/**/*.xml"))) > 100
    refused = [row for row in table if row["became"] == "refused"]
    assert all(row["error"] for row in refused)
    assert len(refused) < len(table) / 20, refused


@pytest.mark.parametrize("language", FOLDERS)
def test_no_official_text_is_wrong(project: Path, language: str) -> None:
    """What is official has the words of its document at its place; nine texts of ten are."""
    official: dict[str, dict[str, str]] = {}
    every: Counter[str] = Counter()
    for entry in read_catalogue(project / f"translations/{language}/ga/78-2023.po"):
        if key := KEY.fullmatch(entry.msgctxt):
            every[key[1]] += 1
            if state_of(entry)[0] is State.OFFICIAL:
                official.setdefault(key[1], {})[key[2]] = entry.msgstr
    wrong: list[str] = []
    taken = whole = 0
    for path in project.glob(f"documents/**/{FOLDERS[language]}/*.xml"):
        found = NAME.fullmatch(path.name)
        truth = truth_of(path)
        if found and truth is not None:
            texts = official.get(found[1], {})
            taken, whole = taken + len(texts), whole + every[found[1]]
            wrong += [f"{path.name} {step}" for step in misplaced(texts, truth)]
    assert wrong == []
    assert taken >= 0.9 * whole > 0, f"{taken} of {whole}"
