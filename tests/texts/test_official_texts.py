"""The checks of facts and marks, tried on texts that nobody here wrote: official resolutions.

Six resolutions of the General Assembly in six languages lie beside the project, where they are to
be had. `official-findings.txt` lists all that the checks of facts say of them, each line judged:

- `differs`: the versions really differ, in a year, a day, a number or a symbol;
- `worded`: the same is said in words, or left out where the sense does not need it (a false alarm).

The judgement is a person’s, so the lines are written by hand.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from compendium.checks.translations.fact_parity import FactCheck
from compendium.checks.translations.parity import check_marks
from compendium.languages.language import load_language
from compendium.texts.fact_differences import SourceFacts
from support.official_akn import read_resolution

HERE = Path(__file__).parent
FINDINGS = HERE / "official-findings.txt"
LANGUAGES = ("ar", "zh", "fr", "ru", "es")
_LINE = re.compile(r"(?P<judged>differs|worded) +(?P<found>\S.*)")


@pytest.fixture(scope="module")
def resolutions(root: Path) -> list[Path]:
    """The English files of the resolutions."""
    folder = root.parent / "shared" / "reference" / "akn4un"
    files = sorted(folder.glob("*.en.xml"))
    if not files:
        pytest.skip("the official resolutions are not beside the project (shared/reference/akn4un)")
    return files


def _pairs(english: Path, code: str) -> list[tuple[str, str, str]]:
    """Place, English and other text of each paragraph and note that both versions have."""
    ours = read_resolution(english)
    theirs = read_resolution(english.with_name(english.name.replace(".en.", f".{code}.")))
    return [(place, text, theirs[place]) for place, text in ours.items() if place in theirs]


def test_texts_are_paired(resolutions: list[Path]) -> None:
    """All 614 paragraphs and notes of the six resolutions have their fellow in each language."""
    counts = {code: sum(len(_pairs(path, code)) for path in resolutions) for code in LANGUAGES}
    assert counts == dict.fromkeys(LANGUAGES, 614)


def test_facts(resolutions: list[Path]) -> None:
    """The checks say exactly what the list holds: 8 places that differ, and the false alarms."""
    found = []
    for code in LANGUAGES:
        check = FactCheck(SourceFacts(load_language("en")), load_language(code))
        for path in resolutions:
            name = path.name.split(".")[0].removeprefix("A-RES-")
            for place, ours, theirs in _pairs(path, code):
                found += [
                    f"{code} {name} {place} {fault.code}: {fault.message}"
                    for fault in check.faults(ours, theirs)
                ]
    listed = FINDINGS.read_text(encoding="utf-8").splitlines()
    judged = [match for line in listed if (match := _LINE.fullmatch(line))]
    assert found == [match["found"] for match in judged]


def test_note_marks(resolutions: list[Path]) -> None:
    """No note mark is lost in an official version; emphasis is typeset freely there."""
    codes = Counter(
        fault.code
        for code in LANGUAGES
        for path in resolutions
        for _, ours, theirs in _pairs(path, code)
        for fault in check_marks(ours, theirs)
    )
    assert set(codes) <= {"P002"}
