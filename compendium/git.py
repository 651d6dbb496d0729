"""Runs the program Git for the repository of a folder."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from compendium.errors import ToolError

_SECONDS = 40  # that Git may take, which reads a few objects of a repository


class NoGitError(ToolError):
    """Git is not installed."""


class NoAnswerError(ToolError):
    """Git waits for something."""


class DistrustError(ToolError):
    """Git refuses a repository, because it belongs to another user."""


def git(
    folder: Path, *arguments: str, seconds: float = _SECONDS
) -> subprocess.CompletedProcess[bytes]:
    """Run Git; its output and its errors are in the result.

    Args:
        folder: a folder of the repository.
        arguments: the arguments of Git.
        seconds: the time after which Git is stopped.

    Raises:
        NoGitError: if it is not installed.
        NoAnswerError: if it does not end in time, such as in a repository with a pipe for a file.
        DistrustError: if the repository belongs to another user and is not marked as safe.
    """
    try:
        completed = subprocess.run(
            ["git", "-C", str(folder), *arguments],  # noqa: S607 - found as people find it
            env=os.environ | {"LC_ALL": "C"},
            capture_output=True,
            check=False,
            timeout=seconds,
        )
    except subprocess.TimeoutExpired:
        raise NoAnswerError(
            f"Git does not answer in {os.path.realpath(folder)}",
            remedy="try git fsck there; if it does not end, clone the repository again",
        ) from None
    except OSError:
        raise NoGitError("git is not installed", remedy="install it, or name a file") from None
    if b"dubious ownership" in completed.stderr:
        raise DistrustError(
            f"Git does not trust {os.path.realpath(folder)}, which belongs to another user",
            remedy=f'git config --global --add safe.directory "{os.path.realpath(folder)}"',
        )
    return completed
