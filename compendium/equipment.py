"""Checks what a build needs from the machine: fonts, programs, writable folders, dates by Git."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from compendium.errors import OutputError, ToolError, UserError
from compendium.files import check_writable
from compendium.git import NoGitError, git
from compendium.languages.language import load_language
from compendium.pandoc_program import pandoc_program
from compendium.rendering.dates import VARIABLE

# The programs that read finished files again, with the packages of Debian that they are in.
READERS = {"qpdf": "qpdf", "pdftotext": "poppler-utils"}


def shortfalls(languages: Iterable[str], outputs: Iterable[Path]) -> Iterator[UserError]:
    """Find everything that the machine lacks for a build in some languages, into some folders."""
    checks: list[Callable[[], object]] = [
        pandoc_program,
        partial(check_fonts, languages),
        check_cache,
        partial(check_git, Path()),
        *(partial(check_output, folder) for folder in outputs),
    ]
    for check in checks:
        try:
            check()
        except UserError as shortfall:
            yield shortfall


def optional_shortfalls() -> Iterator[UserError]:
    """Find what the machine lacks that a build can do without; the editor must be warned of it."""
    missing = [name for name in READERS if shutil.which(name) is None]
    if missing:
        yield ToolError(
            f"{' and '.join(missing)} not installed: finished files are not checked with it",
            remedy=f"apt-get install {' '.join(READERS[name] for name in missing)}",
        )
    if not _is_dated(Path("sources")):
        yield ToolError(
            "Git does not know when these sources were last changed: PDF files are dated 1970",
            remedy=f"build in a clone with committed sources, or set the date: {VARIABLE}=seconds",
        )


def check_fonts(languages: Iterable[str]) -> None:
    """Check that fontconfig has the font families of some languages, by their names.

    If one is missing, fontconfig silently replaces it by another.

    Raises:
        ToolError: if families are missing; the message names them.
    """
    fonts = [load_language(code).fonts for code in languages]
    families = dict.fromkeys(family for font in fonts for family in (*font.serif, *font.sans))
    installed = _installed_families()
    missing = [family for family in families if family not in installed]
    if missing:
        raise ToolError(
            f"the fonts of the editions are not installed: {', '.join(missing)}",
            remedy="apt-get install fonts-noto-core fonts-noto-cjk",
        )


def _installed_families() -> set[str]:
    try:
        font_list = subprocess.run(
            ["fc-list", "--format", "%{family}\n"],  # noqa: S607 - found on the path
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        ).stdout
    except OSError:
        raise ToolError(
            "fc-list is not installed, so the fonts cannot be checked",
            remedy="apt-get install fontconfig",
        ) from None
    return {family.strip() for line in font_list.splitlines() for family in line.split(",")}


def check_cache() -> None:
    """Check that the workflow can write to the user's cache folder.

    Raises:
        OutputError: if it cannot.
    """
    configured = os.environ.get("XDG_CACHE_HOME")
    folder = Path(configured) if configured else Path(os.path.expanduser("~")) / ".cache"  # noqa: PTH111 - never fails
    try:
        check_writable(folder)
    except OutputError as fault:
        raise OutputError(
            f"{fault.message} (the cache folder of the user)",
            remedy='set another, as in XDG_CACHE_HOME="$PWD/.cache" make editions',
        ) from None


def check_output(folder: Path) -> None:
    """Check that a build can write to a folder and to everything that an earlier build left there.

    Raises:
        OutputError: at the first file or folder that it cannot write to.
    """
    check_writable(folder)
    for top, _, names in os.walk(folder):
        for path in (top, *(os.path.join(top, name) for name in names)):  # noqa: PTH118 - thousands
            if not os.access(path, os.W_OK, effective_ids=True):
                raise OutputError(
                    f"{path}: it belongs to {_owner(path)}, and cannot be written",
                    remedy=f"remove {folder} and what is in it as that user, or work in a copy",
                )


def check_git(folder: Path) -> None:
    """Check that Git, if it is installed, trusts the repository that the dates come from.

    Raises:
        DistrustError: if it does not.
    """
    if not os.environ.get(VARIABLE):
        with suppress(NoGitError):
            git(folder, "rev-parse", "HEAD")


def _is_dated(sources: Path) -> bool:
    """Whether Git knows when these sources were last changed, or a variable gives the date."""
    if os.environ.get(VARIABLE):
        return True
    try:
        return bool(git(sources.parent, "log", "-1", "--", sources.name).stdout)
    except NoGitError:
        return False


def _owner(path: str) -> str:
    try:
        return Path(path).owner()
    except KeyError:
        return f"user {Path(path).stat().st_uid}"
