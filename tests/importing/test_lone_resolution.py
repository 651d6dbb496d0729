"""A resolution that is a document of its own says less than a report, and that is told."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from support.importing_project import BODIES, ROOT, run_in

RESOLUTION = """\
A/RES/75/158

Resolution adopted by the General Assembly on 16 December 2020

75/158. Keeping of coastal lights

The General Assembly,

Recalling its resolution 74/1 of 1 October 2019,

Urges States to keep their coastal lights.

46th plenary meeting
16 December 2020

Annex

Rules of coastal lights
"""


def test_what_it_does_not_say(tmp_path: Path) -> None:
    """The days of its session, the number of its only paragraph and its annex are left to look at.

    Each at its line: of the whole, of the paragraph, of the annex.
    """
    sources = tmp_path / "sources"
    (sources / "ga").mkdir(parents=True)
    shutil.copy(ROOT / "tests/example/sources/topics.yaml", sources / "topics.yaml")
    (sources / "bodies.yaml").write_text(BODIES, encoding="utf-8")
    (tmp_path / "A-RES-75-158.txt").write_text(RESOLUTION, encoding="utf-8")
    options = ("--place", "New York", "--ordinal", "75")
    said = run_in(tmp_path, "import", "A-RES-75-158.txt", *options)
    assert said.code == 0, said.err
    assert re.findall(r"^A-RES-75-158.txt(:\d+)?: (I\d+)", said.err, re.MULTILINE) == [
        ("", "I003"),
        (":11", "I007"),
        (":16", "I008"),
    ]
    assert "2 units" in said.out


def test_a_resolution_of_another_day(tmp_path: Path) -> None:
    """The days of a session, from its first resolution, are told where a second denies them."""
    sources = tmp_path / "sources"
    (sources / "ga").mkdir(parents=True)
    (sources / "bodies.yaml").write_text(BODIES, encoding="utf-8")
    options = ("--place", "New York", "--ordinal", "75")
    (tmp_path / "A-RES-75-158.txt").write_text(RESOLUTION, encoding="utf-8")
    assert run_in(tmp_path, "import", "A-RES-75-158.txt", *options).code == 0
    for number, day, told in (("159", "17", True), ("160", "16", False)):
        text = RESOLUTION.replace("75/158", f"75/{number}").replace("16 Dec", f"{day} Dec")
        file = tmp_path / f"A-RES-75-{number}.txt"
        file.write_text(text, encoding="utf-8")
        said = run_in(tmp_path, "import", file.name, *options)
        assert said.code == 0, said.err
        assert (
            "I024 warning: it was adopted on 2020-12-17, and the days recorded of ga.75 are "
            "2020-12-16 to 2020-12-16" in said.err
        ) == told


def test_a_resolution_of_another_session(tmp_path: Path) -> None:
    """A resolution is refused where it is said to be of a session that its number denies."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/bodies.yaml").write_text(BODIES, encoding="utf-8")
    (tmp_path / "a.txt").write_text(RESOLUTION, encoding="utf-8")
    said = run_in(tmp_path, "import", "a.txt", "--place", "New York", "--ordinal", "76")
    assert said.code == 3
    assert "a.txt: A/RES/75/158 is of session 75, not of session 76" in said.err


def test_a_corrigendum_says_that_it_is_one(tmp_path: Path) -> None:
    """A document whose symbol says that it changes another is told to be such (I030)."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources/bodies.yaml").write_text(BODIES, encoding="utf-8")
    text = RESOLUTION.replace("A/RES/75/158", "A/RES/75/158/Corr.1", 1)
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    said = run_in(
        tmp_path, "import", "a.txt", "--dry-run", "--place", "New York", "--ordinal", "75"
    )
    assert "I030 warning: it is the corrigendum of A/RES/75/158" in said.err


@pytest.mark.parametrize(
    ("number", "session", "series"),
    [
        ("ES-11/1", "Eleventh emergency special session", "ES-11"),
        ("S-32/1", "Thirty-second special session", "S-32"),
    ],
)
def test_a_special_session(tmp_path: Path, number: str, session: str, series: str) -> None:
    """A special session is found by its title, and that it is counted apart is told."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "bodies.yaml").write_text(BODIES, encoding="utf-8")
    text = RESOLUTION.replace("75/158", number).replace("Resolution", f"{session}\n\nResolution")
    (tmp_path / "resolution.txt").write_text(text, encoding="utf-8")
    said = run_in(tmp_path, "import", "resolution.txt", "--place", "New York")
    assert said.code == 0, said.err
    ordinal = series.partition("-")[2]
    assert f"I036 warning: it is of a special session, {series}, which is counted" in said.err
    assert (tmp_path / f"sources/ga/{ordinal}-2020.yaml").exists()


def test_the_number_of_a_page_is_no_resolution(tmp_path: Path) -> None:
    """Page 2/3 within a resolution of the seventy-fifth session begins no other, and is told."""
    sources = tmp_path / "sources"
    (sources / "ga").mkdir(parents=True)
    (sources / "bodies.yaml").write_text(BODIES, encoding="utf-8")
    text = RESOLUTION.replace("Urges States to keep", "1. Urges States to keep\n2/3\n")
    (tmp_path / "A-RES-75-158.txt").write_text(text, encoding="utf-8")
    said = run_in(tmp_path, "import", "A-RES-75-158.txt", "--place", "New York", "--ordinal", "75")
    assert "A-RES-75-158.txt:11: I025" in said.err
    written = next(sources.glob("ga/*.yaml")).read_text(encoding="utf-8")
    assert written.count("- kind: resolution") == 1
