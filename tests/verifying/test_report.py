"""`compendium verify` tells what it found, on the terminal, as a page and as data."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pikepdf
from click.testing import CliRunner
from lxml import html

from compendium.cli.verify_command import verify
from compendium.errors import ExitCode, InputError
from compendium.verifying.check_outcomes import Outcome, Verified
from compendium.verifying.report import report_html
from support.example_editions import delivery


def copy_of(editions: Path, folder: Path) -> Path:
    """The Arabic editions alone, in a folder of their own."""
    shutil.copytree(editions / "ar", folder / "ar")
    return folder


def test_sound_editions_end_well(editions: Path, tmp_path: Path) -> None:
    """Without a fault the code is 0; the last line counts the files and names what was skipped."""
    folder = copy_of(editions, tmp_path / "editions")
    report = tmp_path / "report.html"
    arguments = ["--editions", str(folder), "--output", str(report), "--verapdf", str(tmp_path)]
    done = CliRunner().invoke(verify, arguments, standalone_mode=False)
    assert done.return_value == ExitCode.OK
    assert done.output.splitlines()[-1] == (
        "verified 5 files: 0 faults; left out, which is no fault: PDF/A-3a and PDF/UA-1 "
        "(veraPDF is not installed; `make test` fetches it)"
    )
    assert "2 skipped" not in done.output
    assert "1 skipped: veraPDF is not installed" in done.output
    page = html.parse(str(report))
    assert len(page.xpath("//table")) == 2
    data = json.loads(report.with_suffix(".json").read_text(encoding="utf-8"))
    assert (data["files"], data["faults"]) == (5, 0)


def test_a_fault_is_told_everywhere(editions: Path, tmp_path: Path) -> None:
    """With a fault the code is 1, and terminal, page and data name file, check and fault."""
    folder = copy_of(editions, tmp_path / "editions")
    path = delivery(folder, "ar", "screen").path
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.Root.Lang = pikepdf.String("fa")
        pdf.save(path)
    report = tmp_path / "report.html"
    arguments = ["--editions", str(folder), "--output", str(report), "--verapdf", str(tmp_path)]
    done = CliRunner().invoke(verify, arguments, standalone_mode=False)
    assert done.return_value == ExitCode.FINDINGS
    fault = "identity: the language is fa, not ar"
    assert f"{path}: {fault}" in done.output
    assert fault in report.read_text(encoding="utf-8")
    data = json.loads(report.with_suffix(".json").read_text(encoding="utf-8"))
    assert data["faults"] == 1


def test_only_the_languages_asked_for_are_verified(editions: Path, tmp_path: Path) -> None:
    """What lies there in another language is left alone; a language that is not there is told."""
    folder = copy_of(editions, tmp_path / "editions")
    (folder / "en").mkdir()
    (folder / "en/compendium.pdf").write_bytes(b"of an earlier build")
    arguments = ["--editions", str(folder), "--verapdf", str(tmp_path), "--language", "ar"]
    done = CliRunner().invoke(verify, arguments, standalone_mode=False)
    assert done.return_value == ExitCode.OK, done.output
    assert "verified 5 files: 0 faults" in done.output
    arguments += ["--language", "fr"]
    done = CliRunner().invoke(verify, arguments, standalone_mode=False)
    assert isinstance(done.exception, InputError)
    assert "it has no editions in fr" in str(done.exception)


def test_what_is_said_is_text() -> None:
    """A fault, a reason and the name of a file are text on the page, whatever they look like."""
    said = "\"><b x='y'>{said} </title> &amp; ${x}"
    outcomes = (Outcome(said, 1, (said,)), Outcome(f"{said} 2", skipped=said))
    page = html.fromstring(report_html([Verified(Path("x") / said, said, said, outcomes)]))
    assert not page.xpath("//b | //@x")
    assert page.text_content().count(said) >= 6
