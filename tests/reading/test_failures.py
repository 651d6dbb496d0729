"""What goes wrong outside the program ends with one message, a code, and no half file."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent.parent / "example" / "sources"


def _command(*arguments: str | Path) -> list[str]:
    return [sys.executable, "-m", "compendium", *map(str, arguments)]


def _run(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        _command(*arguments), capture_output=True, text=True, check=False, timeout=60
    )


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the example to be spoiled."""
    return shutil.copytree(EXAMPLE, tmp_path / "sources")


def test_broken_yaml(sources: Path, tmp_path: Path) -> None:
    """Broken YAML stops the collection with its line, and no records are written."""
    (sources / "topics.yaml").write_text("topics: [")
    done = _run("collect", "--sources", sources, "--output", tmp_path / "records.json")
    assert done.returncode == 1
    assert f"{sources}/topics.yaml:1: F003 error: broken YAML" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "records.json").exists()


def test_missing_file(sources: Path, tmp_path: Path) -> None:
    """A missing file is named, and the records of an earlier run stay as they were."""
    (tmp_path / "records.json").write_text("earlier")
    (sources / "bodies.yaml").unlink()
    done = _run("collect", "--sources", sources, "--output", tmp_path / "records.json")
    assert done.returncode == 1
    assert f"{sources}/bodies.yaml: F001 error: the file is missing" in done.stderr
    assert (tmp_path / "records.json").read_text() == "earlier"


@pytest.mark.parametrize("command", [["check"], ["stats"], ["collect", "--output", "records.json"]])
def test_missing_folder(command: list[str], tmp_path: Path) -> None:
    """A folder of sources that is not there is one message, with what to do."""
    done = _run(*command, "--sources", tmp_path / "nowhere")
    assert done.returncode == 3
    assert done.stderr == (
        f"error: {tmp_path}/nowhere: no such folder\n"
        "  what to do: name the folder of sources with --sources\n"
    )


@pytest.mark.parametrize("place", ["file/records.json", "folder"])
def test_unwritable_output(place: str, tmp_path: Path) -> None:
    """An output below a file, or in place of a folder, is one message."""
    (tmp_path / "file").write_text("a file")
    (tmp_path / "folder").mkdir()
    done = _run("collect", "--sources", EXAMPLE, "--output", tmp_path / place)
    assert done.returncode in {2, 4}
    assert "Traceback" not in done.stderr
    assert str(tmp_path / place) in done.stderr
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["file", "folder"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB, where the system lets us mount one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if mount is None or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    mounted = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)],
        capture_output=True,
        check=False,
    )
    if mounted.returncode:
        pytest.skip(f"no small disk can be mounted here: {mounted.stderr.decode().strip()}")
    yield disk
    subprocess.run([shutil.which("umount") or "umount", str(disk)], check=True)


def test_full_disk(small_disk: Path) -> None:
    """On a full disk nothing is written in part, and what was there stays."""
    output = small_disk / "records.json"
    output.write_text("earlier")
    (small_disk / "ballast").write_bytes(b"x" * 60 * 1024)
    done = _run("collect", "--sources", EXAMPLE, "--output", output)
    assert done.returncode == 4
    assert done.stderr == (
        f"error: {output}: No space left on device\n"
        "  what to do: free some space, or write to another disk\n"
    )
    assert output.read_text() == "earlier"
    assert sorted(path.name for path in small_disk.iterdir()) == ["ballast", "records.json"]


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no /dev/full")
def test_full_device() -> None:
    """A device is written to, never replaced by a file, and says when it is full."""
    done = _run("collect", "--sources", EXAMPLE, "--output", "/dev/full")
    assert done.returncode == 4
    assert "error: /dev/full: No space left on device" in done.stderr
    assert Path("/dev/full").is_char_device()


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no /dev/full")
def test_full_terminal() -> None:
    """Findings that cannot be printed are one message, no traceback."""
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            _command("check", "--sources", EXAMPLE),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 4
    assert done.stderr.splitlines()[0] == "error: the output: No space left on device"
    assert [line.startswith("  what to do: ") for line in done.stderr.splitlines()[1:]] == [True]


# The program, on a disk that takes a minute for one of the files, and says so.
_SLOWLY = """
import time
from compendium.cli.main import main
from compendium.reading import folder

def slowly(path, read=folder.regular_bytes):
    if path.name == "errata.yaml":
        print("reading", flush=True)
        time.sleep(60)
    return read(path)

folder.regular_bytes = slowly
main()
"""


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("command", ["check", "collect"])
def test_interrupted(command: str, stop: signal.Signals, sources: Path, tmp_path: Path) -> None:
    """Ctrl-C in the middle of reading ends with one message and leaves no file."""
    output = tmp_path / "out" / "result.json"
    option = "--json" if command == "check" else "--output"
    arguments = [command, "--sources", str(sources), option, str(output)]
    with subprocess.Popen(
        [sys.executable, "-c", _SLOWLY, *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "reading\n"
        process.send_signal(stop)
        said = process.communicate(timeout=20)[1]
    assert process.returncode == 130
    assert said.strip() == "error: stopped; nothing was left half written"
    assert not output.parent.exists()
