"""Results of a build are kept by what they were made from, and never change what is made."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from compendium.kept import Kept, kept, program_fingerprint

VALUES = [None, True, 0, 1.5, "ﬁ \u202e\n", [], [[1, "a"], {"b": [None]}]]


@pytest.mark.parametrize("value", VALUES)
def test_a_result_comes_back(tmp_path: Path, value: object) -> None:
    """A result comes back for the same sources in the same order, and for no others."""
    results = Kept(tmp_path / "kept", 1000)
    results.save(value, "a", "b")
    assert results.load("a", "b") == value
    assert results.load("b", "a") is results.load("a") is results.load("ab") is None
    assert Kept(tmp_path / "kept", 1000, "another program").load("a", "b") is None


@pytest.mark.parametrize("value", [("a", "b"), {1: "a"}, [float("nan")], "\ud800"])
def test_what_json_would_change_is_not_kept(tmp_path: Path, value: object) -> None:
    """A value that would come back as another one is not kept."""
    results = Kept(tmp_path / "kept", 1000)
    results.save(value, "a")
    assert results.load("a") is None


def test_every_damage_is_noticed(tmp_path: Path) -> None:
    """A file of which one byte changed, or of which the end is missing, is no result."""
    results = Kept(tmp_path, 1000)
    results.save(["a result"], "a")
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    for place in range(0, len(whole), 3):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert results.load("a") is None
        path.write_bytes(whole[:place])
        assert results.load("a") is None
    path.write_bytes(whole)
    assert results.load("a") == ["a result"]


def test_a_limit_is_kept(tmp_path: Path) -> None:
    """The results used least lately make room for new ones; one beyond the limit is not kept."""
    results = Kept(tmp_path, 1200)
    for number in range(3):
        results.save("x" * 200, f"{number}")
        for path in tmp_path.iterdir():
            os.utime(path, ns=(path.stat().st_atime_ns, path.stat().st_mtime_ns - 10**9))
    assert results.load("0")
    results.save("y" * 200, "new")
    assert [bool(results.load(key)) for key in ("0", "1", "2", "new")] == [True, False, True, True]
    results.save("z" * 1150, "large")
    assert results.load("large") is None
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 1200


@pytest.mark.parametrize("in_the_way", ["file", "pipe", "folder of no one"])
def test_a_folder_that_cannot_be_used_is_no_error(tmp_path: Path, in_the_way: str) -> None:
    """Without a folder that can be read and written, nothing is kept, and nothing is said."""
    folder = tmp_path / "kept"
    match in_the_way:
        case "file":
            folder.touch()
        case "pipe":
            os.mkfifo(folder)
        case _:
            folder.symlink_to(tmp_path / "nowhere/at all")
    results = Kept(folder, 1000)
    results.save("a", "a")
    assert results.load("a") is None


def test_only_a_build_keeps_results(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the variable that a build sets, nothing is kept; versions of packages count."""
    monkeypatch.delenv("COMPENDIUM_KEPT", raising=False)
    monkeypatch.chdir(tmp_path)
    kept("parsed", limit=1000).save("a", "a")
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setenv("COMPENDIUM_KEPT", "kept")
    kept("parsed", limit=1000).save("a", "a")
    assert kept("parsed", limit=1000).load("a") == "a"
    assert kept("parsed", "click", limit=1000).load("a") is None


def test_every_file_of_the_program_counts(tmp_path: Path) -> None:
    """The fingerprint of the program changes with content, name and number of its files."""
    fingerprints = [program_fingerprint(tmp_path)]
    for act in (
        lambda: (tmp_path / "a.py").write_text("a", encoding="utf-8"),
        lambda: (tmp_path / "a.py").write_text("b", encoding="utf-8"),
        lambda: (tmp_path / "a.py").rename(tmp_path / "b.py"),
    ):
        act()
        fingerprints.append(program_fingerprint(tmp_path))
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__/b.pyc").touch()
    assert len(set(fingerprints)) == len(fingerprints)
    assert program_fingerprint(tmp_path) == fingerprints[-1]
