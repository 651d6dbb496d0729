"""Collation of copies of the real sources: whatever is spoiled is named, and nothing else is."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from compendium.cli.main import main
from compendium.collating.explanation import Collation, explain
from compendium.comparing.differences import Difference
from compendium.errors import ExitCode, InputError
from compendium.model.errata import Column, Erratum, ErratumKind
from compendium.reading import Reading, read_sources

Collate = Callable[..., Collation]

BOOK = "compendium-2024"
PLAIN = "report-2011"  # a document with text alone, so that these tests are about text


def _change(path: Path, pattern: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    changed, count = re.subn(pattern, new, text, flags=re.DOTALL)
    assert count == 1, f"{count} places for {pattern!r} in {path.name}"
    path.write_text(changed, encoding="utf-8")


def _places(outcome: Collation) -> set[str]:
    return {difference.place for difference in outcome.unexplained}


def _run(*arguments: str | Path) -> ExitCode:
    with pytest.raises(SystemExit) as exit_:
        main(["collate", *map(str, arguments)])
    assert exit_.value.code is not None
    return ExitCode(int(exit_.value.code))


def test_real_sources_agree(real: Reading, collate_copy: Collate) -> None:
    """The records agree with every published document, errata counted."""
    outcome = collate_copy()
    assert not outcome.unexplained
    assert not outcome.idle
    assert outcome.documents == tuple(document.key for document in real.documents)


@pytest.mark.parametrize("document", ["compendium-2024", "report-2011"])
def test_one_document_is_collated_alone(collate_copy: Collate, document: str) -> None:
    """With `only`, errata of other documents are left aside: they are not idle."""
    outcome = collate_copy(document)
    assert outcome.agrees
    assert {difference.document for difference, _ in outcome.explained} == {document}


def test_line_ends_of_windows_are_no_difference(copy: Path, collate_copy: Collate) -> None:
    """A document that was received with other line ends is read like any."""
    manifest = copy / "published" / "documents.yaml"
    (document,) = (one for one in read_sources(copy).documents if one.key == BOOK)
    path = copy / "published" / document.file
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    _change(manifest, document.sha256, hashlib.sha256(path.read_bytes()).hexdigest())
    assert collate_copy(BOOK).agrees


@pytest.mark.parametrize(
    ("pattern", "new", "places"),
    [
        ("Coordination among", "Coordination of", {"wg4.4.1"}),
        ("report: 40\n", "report: 140\n", {"wg4.4.35", "wg4.4#report.40"}),
        ("  - number: 31\n.*?(?=  - number: 32\n)", "", {"wg4.4#report.36"}),
        ("letter: k\n", "letter: l\n", {"wg4.4.45.l", "wg4.4#report.50.k"}),
    ],
    ids=["a word", "a number", "a paragraph", "a letter"],
)
def test_spoiled_record_is_named(
    copy: Path, collate_copy: Collate, pattern: str, new: str, places: set[str]
) -> None:
    """One word, number, letter or paragraph changed in a record fails, at its place."""
    _change(copy / "wg4" / "04-2011.yaml", pattern, new)
    outcome = collate_copy(PLAIN)
    assert not outcome.agrees
    assert _places(outcome) == places


def test_deleted_erratum_leaves_its_difference(copy: Path, collate_copy: Collate) -> None:
    """A difference whose erratum was deleted is unexplained, at its place."""
    _change(copy / "errata.yaml", r"  - document: report-2011\n.*?(?=\n  - |\n  #|\Z)", "")
    assert _places(collate_copy(PLAIN)) == {"wg4.4.3"}


@pytest.mark.parametrize("column", ["text", "reading"])
def test_false_erratum_is_idle(copy: Path, collate_copy: Collate, column: str) -> None:
    """An erratum that explains nothing, or reads what is not there, is idle."""
    false = (
        f"errata:\n  - {{document: {PLAIN}, place: wg4.4.2, column: {column}, "
        "printed: nowhere, ours: somewhere, kind: slip, reason: a test}\n"
    )
    _change(copy / "errata.yaml", "errata:\n", false)
    outcome = collate_copy(PLAIN)
    assert [erratum.place for erratum in outcome.idle] == ["wg4.4.2"]
    assert not outcome.unexplained


def test_reading_is_applied_and_explained(copy: Path, collate_copy: Collate) -> None:
    """A reading changes what is read, and counts as explained once it could be applied."""
    reading = (
        f"errata:\n  - {{document: {PLAIN}, place: line 87, column: reading, "
        "printed: 36. States, ours: 37. States, kind: conversion, reason: a test}\n"
    )
    _change(copy / "errata.yaml", "errata:\n", reading)
    outcome = collate_copy(PLAIN)
    assert "wg4.4.31" in _places(outcome)
    assert Column.READING in {difference.column for difference, _ in outcome.explained}


def test_other_text_than_received_is_refused(copy: Path, collate_copy: Collate) -> None:
    """A published text that is not the one of the manifest is an error with a remedy."""
    path = copy / "published" / "CTOC-COP-WG.4-2011-8_report.txt"
    path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    with pytest.raises(InputError, match="not the text that the manifest names") as error:
        collate_copy(PLAIN)
    assert "sha256" in error.value.remedy


def test_unknown_document_is_refused(collate_copy: Collate) -> None:
    """A key that no document has is an error which names those there are."""
    with pytest.raises(InputError, match="no document") as error:
        collate_copy("report-1999")
    assert PLAIN in error.value.remedy


def test_each_erratum_explains_one_difference() -> None:
    """Two differences alike need two errata alike."""
    erratum = Erratum(
        document="book",
        place="a.1",
        column=Column.TEXT,
        printed="x",
        ours="y",
        kind=ErratumKind.SLIP,
        reason="a test",
    )
    difference = Difference("book", "a.1", Column.TEXT, "x", "y")
    assert len(explain([difference] * 2, [erratum]).unexplained) == 1
    assert explain([difference] * 2, [erratum] * 2).agrees
    assert explain([difference], [erratum] * 2).idle == (erratum,)


def test_command_ends_with_the_counts(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Agreement is exit code 0 and a last line of counts."""
    assert _run("--sources", copy, "--document", PLAIN) is ExitCode.OK
    last = capsys.readouterr().out.splitlines()[-1]
    assert re.fullmatch(r"0 unexplained differences, 0 idle errata \([1-9]\d* explained\)", last)


def test_another_corpus_is_collated(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Records of another body agree with its paper: nothing about one corpus stands in the code."""
    assert _run("--sources", root / "tests" / "example" / "sources") is ExitCode.OK
    assert capsys.readouterr().out.endswith(
        "0 unexplained differences, 0 idle errata (1 explained)\n"
    )


def test_command_lists_what_is_left(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever is unexplained is listed with its place and both texts, with exit code 1."""
    _change(copy / "wg4" / "09-2019.yaml", "seek to effectively cooperate", "cooperate")
    report = copy / "output" / "report.json"
    code = _run("--sources", copy, "--document", "report-2019", "--output", report)
    assert code is ExitCode.FINDINGS
    out = capsys.readouterr().out
    assert "report-2019  wg4.9.1  text" in out
    assert "seek to effectively cooperate" in out
    content = json.loads(report.read_text(encoding="utf-8"))
    assert not content["agrees"]
    assert content["documents"]["report-2019"]["unexplained"][0]["place"] == "wg4.9.1"


def test_command_shows_the_explained_on_demand(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --all the explained differences are listed with kind and reason."""
    _run("--sources", copy, "--document", PLAIN, "--all")
    assert "editorial" in capsys.readouterr().out


def test_proposed_errata_explain_the_differences(
    copy: Path, collate_copy: Collate, capsys: pytest.CaptureFixture[str]
) -> None:
    """What --propose prints, put into the errata, leaves no difference."""
    _change(copy / "wg4" / "04-2011.yaml", "Coordination among", "“Coordination”: among")
    _run("--sources", copy, "--document", PLAIN, "--propose")
    proposed = capsys.readouterr().out
    assert proposed.startswith("errata:\n")
    _change(copy / "errata.yaml", "errata:\n", proposed)
    assert collate_copy(PLAIN).agrees


def test_faulty_sources_stop_the_command(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Sources that cannot be read are shown with file and line, and nothing is compared."""
    path = copy / "wg4" / "04-2011.yaml"
    _change(path, "ordinal: 4\n", "ordinal: four\n")
    assert _run("--sources", copy) is ExitCode.FINDINGS
    captured = capsys.readouterr()
    assert f"{path.name}:3" in captured.err
    assert "unexplained" not in captured.out


def test_what_is_printed_is_shown_without_its_control_characters(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A document cannot speak to the terminal through the texts in which it differs."""
    sources = shutil.copytree(root / "tests/example/sources", tmp_path / "sources")
    document = next((sources / "published").glob("*.txt"))
    _change(document, "at least ten year", "\x1b[2Jat least\u202e ten year")
    digest = hashlib.sha256(document.read_bytes()).hexdigest()
    _change(sources / "published/documents.yaml", "[0-9a-f]{64}", digest)
    assert _run("--sources", sources) == ExitCode.FINDINGS
    said = capsys.readouterr().out
    assert "\\x1b[2Jat least\\u202e ten year" in said
    assert not {"\x1b", "\u202e"} & set(said)
