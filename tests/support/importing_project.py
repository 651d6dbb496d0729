"""What the tests of importing share: the program in a folder, what it said, where texts are."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from compendium.cli.main import main

ROOT = Path(__file__).parents[2]
RESOLUTIONS = ROOT.parent / "shared" / "reference" / "akn4un"
NAMES = ("75-158", "76-7", "76-186", "77-194", "78-228", "80-228")
LANGUAGES = ("ar", "en", "es", "fr", "ru", "zh")
# The body of a second corpus, which is none of this project.
BODIES = """\
bodies:
  - key: ga
    name: General Assembly
    short_name: Assembly
    gathers_in: session
    segments: true
    part: A
"""

needs_resolutions = pytest.mark.skipif(
    not RESOLUTIONS.is_dir(), reason=f"the official resolutions are not in {RESOLUTIONS}"
)


@dataclass(frozen=True)
class Said:
    """What the program said: on its two outputs, and its exit code."""

    out: str
    err: str
    code: int


Run = Callable[..., Said]


def run_in(folder: Path, *arguments: object) -> Said:
    """Run the program in a folder."""
    out, err = io.StringIO(), io.StringIO()
    code: object = 0
    with (
        contextlib.chdir(folder),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = stop.code
    assert isinstance(code, int)
    return Said(out.getvalue(), err.getvalue(), int(code))


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its content."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
