"""What goes into an edition for the archive."""

from __future__ import annotations

import hashlib
import json
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from compendium.cli.pdf_command import pdf
from compendium.errors import InputError
from compendium.rendering.attachments import attached_files
from compendium.rendering.dates import edition_date

DATE = datetime(2024, 5, 6, tzinfo=UTC)


def test_the_manifest_names_every_file(tmp_path: Path) -> None:
    """The manifest holds the sum of each file, the edition, its date and its programs."""
    path = tmp_path / "records.json"
    path.write_bytes(b"{}")
    files = attached_files([path], {"edition": "book"}, DATE)
    assert [file.name for file in files] == ["records.json", "manifest.json"]
    manifest = json.loads(files[-1].content)
    assert manifest["edition"] == "book"
    assert manifest["date_of_sources"] == "2024-05-06T00:00:00+00:00"
    assert manifest["files"]["records.json"]["sha256"] == hashlib.sha256(b"{}").hexdigest()
    assert set(manifest["made_with"]) == {"compendium", "pandoc", "weasyprint"}


@pytest.mark.parametrize("names", [["a/x.json", "b/x.json"], ["manifest.json"]])
def test_names_are_used_once(tmp_path: Path, names: list[str]) -> None:
    """Two files of one name, or one with the name of the manifest, are refused."""
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(InputError, match="attached twice"):
        attached_files([tmp_path / name for name in names], {}, DATE)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(InputError, match=r"missing\.json"):
        attached_files([tmp_path / "missing.json"], {}, DATE)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    """What is not a regular file, such as a pipe or a device, is refused at once."""
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(InputError, match=r"pipe\.json: not a regular file"):
        attached_files([tmp_path / "pipe.json"], {}, DATE)


def test_files_are_attached_to_an_archive_alone() -> None:
    """Without an edition for the archive there is nothing to attach a file to."""
    options = ["--document", "none.json", "--output", "none.pdf", "--attach", "none.json"]
    done = CliRunner().invoke(pdf, options)
    assert done.exit_code == 2
    assert "--attach needs --archive" in done.output


def test_editions_carry_the_date_of_the_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH gives the date, and what is no time there is refused."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert edition_date() == datetime(1970, 1, 2, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(InputError, match="SOURCE_DATE_EPOCH=yesterday"):
        edition_date()
