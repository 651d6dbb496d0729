"""What is not a regular file, or too large, is refused at once by whoever reads it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from compendium.errors import InputError
from compendium.untrusted.limits import check_markup, read_limited
from compendium.untrusted.regular import regular_bytes


def test_a_file_is_read(tmp_path: Path) -> None:
    """A regular file gives its bytes, to the last that is allowed."""
    file = tmp_path / "text"
    file.write_bytes(b"1234")
    assert regular_bytes(file, largest=4) == b"1234"


def test_pipes_devices_and_folders_are_not_waited_for(tmp_path: Path) -> None:
    """A pipe that nobody writes to, a device without end, a folder: each is refused by name."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path, said in (
        (pipe, "not a regular file"),
        (Path(os.devnull), "not a regular file"),
        (Path("/dev/zero"), "not a regular file"),
        (tmp_path, "a folder"),
        (tmp_path / "none", "no such file"),
        (tmp_path / "a\0b", "this cannot be the name of a file"),
        (tmp_path / "a\ud800b", "this cannot be the name of a file"),
    ):
        with pytest.raises(InputError, match=said) as raised:
            read_limited(path)
        assert raised.value.remedy


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    """A file of gigabytes without content is not read at all."""
    file = tmp_path / "large"
    with file.open("wb") as made:
        made.truncate(9_000_000_000)
    with pytest.raises(InputError, match="9000 MB, more than 50 MB"):
        read_limited(file)


@pytest.mark.parametrize(
    ("piece", "times"), [(b"<a/>", 2_000_001), (b'<a b="" c="">', 700_000), (b"x", 21_000_000)]
)
def test_markup_without_end(piece: bytes, times: int) -> None:
    """Letters, tags and attributes are counted before anything is parsed."""
    markup = piece * times
    with pytest.raises(InputError, match="MB of markup"):
        check_markup(markup, Path("a.xml"), "")
