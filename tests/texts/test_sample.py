"""A sample of texts for a blind reading."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from compendium.cli.main import program
from compendium.errors import ExitCode
from compendium.texts.sample import draw_sample
from compendium.texts.text_units import TextUnit

UNITS = [TextUnit(f"wg4.1.{number}", "", "wg4/01-2009", ()) for number in range(1, 201)]


def keys(units: list[TextUnit], share: float = 0.05, seed: int = 1) -> list[str]:
    """The keys of a sample."""
    return [unit.key for unit in draw_sample(units, share, seed)]


def test_sample_has_the_share_asked_for() -> None:
    """A sample holds the share asked for, rounded up, each text once and in order."""
    for share, size in ((0.05, 10), (0.051, 11), (0.07, 14), (1, 200), (0.0001, 1)):
        drawn = keys(UNITS, share)
        assert len(drawn) == size
        assert drawn == sorted(set(drawn), key=lambda key: int(key.rpartition(".")[2]))


def test_seed_decides() -> None:
    """The same seed draws the same texts, another seed others."""
    assert keys(UNITS) == keys(UNITS)
    assert keys(UNITS, seed=1) != keys(UNITS, seed=2)


def test_every_text_can_be_drawn() -> None:
    """Over many seeds no text is left out, and none is favoured much."""
    counts = dict.fromkeys((unit.key for unit in UNITS), 0)
    for seed in range(400):
        for key in keys(UNITS, seed=seed):
            counts[key] += 1
    assert min(counts.values()) > 5
    assert max(counts.values()) < 45  # 20 on average


def test_new_texts_leave_most_of_the_sample() -> None:
    """What is drawn after a new meeting was drawn before, or is new."""
    new = [TextUnit(f"wg4.2.{number}", "", "wg4/02-2010", ()) for number in range(1, 11)]
    before, after = set(keys(UNITS, 10 / 200)), set(keys([*UNITS, *new], 10 / 210))
    assert after - before <= {unit.key for unit in new}


def test_frames_are_left_out() -> None:
    """A text of an edition's frame is never drawn."""
    frame = [TextUnit("edition.title", "", "edition", ())]
    assert keys([*UNITS, *frame], 1) == [unit.key for unit in UNITS]


def test_command_prints_both_texts(root: Path, tmp_path: Path) -> None:
    """The command gives each key, its source and its translation, or says that there is none."""
    example = root / "tests" / "example"
    options = ["--sources", str(example / "sources"), "--seed", "3", "--share", "1"]
    there = ["--translations", str(example / "translations")]
    said = CliRunner().invoke(program, ["sample", *options, *there, "--language", "fr"]).output
    catalogue = (example / "translations/fr/topics.po").read_text(encoding="utf-8")
    heading = catalogue.partition('msgstr "')[2].partition('msgstr "')[2].partition('"')[0]
    assert heading
    assert f"\n  {heading}\n" in said
    nowhere = ["--translations", str(tmp_path)]
    said = CliRunner().invoke(program, ["sample", *options, *nowhere, "--language", "fr"]).output
    assert "(not translated)" in said


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (["--seed", "1", "--language", "en"], ExitCode.INPUT),
        (["--seed", "1", "--language", "fr", "--share", "0"], ExitCode.USAGE),
        (["--seed", "1", "--language", "fr", "--share", "5"], ExitCode.USAGE),
        (["--language", "fr"], ExitCode.USAGE),
    ],
)
def test_wrong_requests_are_refused(
    root: Path, environment: dict[str, str], options: list[str], code: ExitCode
) -> None:
    """The language of the records, a share that is none and a draw without a seed are refused."""
    done = subprocess.run(
        ["compendium", "sample", *options],
        cwd=root / "tests" / "example",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == code
    assert done.stderr.startswith(("error: ", "Usage: "))
