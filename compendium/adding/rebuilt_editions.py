"""Rebuilds the editions with a new meeting by the workflow, and reports what changes in them."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

from compendium.adding.way import Way
from compendium.changes.change import Changes
from compendium.changes.earlier import without
from compendium.changes.report_forms import FORMS
from compendium.changes.state_comparison import Snapshot, compare
from compendium.errors import InputError, ToolError
from compendium.files import write_text
from compendium.importing.known_sources import Sources
from compendium.languages.language import load_language
from compendium.running import run_whole

_ENDINGS = {"html": "html", "markdown": "md", "json": "json"}
_BUILD = Path("setup/build.sh")


def build_command(way: Way) -> list[str]:
    """The command that builds the editions, in the project's folder.

    Raises:
        InputError: if this is not the project's folder.
    """
    if not _BUILD.is_file():
        raise InputError(
            f"{_BUILD}: no such file", remedy="run it in the project's folder, or with --no-build"
        )
    return [str(_BUILD), *way.languages]


def build(command: list[str], environment: Mapping[str, str]) -> None:
    """Build the editions by the workflow.

    Raises:
        ToolError: if the workflow fails.
    """
    paths = os.pathsep.join([str(Path(sys.executable).parent), environment.get("PATH", "")])
    if run_whole(command, {**environment, "PATH": paths}):
        raise ToolError("the build failed; the messages above say why", remedy="then run it again")


def changes_by(sources: Sources, keys: frozenset[str]) -> Changes:
    """The changes that some gatherings cause."""
    reading, corpus = sources.reading, sources.corpus
    now = Snapshot("now", corpus, reading.errata, reading.documents)
    return compare(without(corpus, keys), now, load_language(corpus.language))


def write_changes(changes: Changes, way: Way) -> list[Path]:
    """Write the report of changes as HTML, Markdown and JSON."""
    written = []
    for form, ending in _ENDINGS.items():
        path = way.output / "reports" / f"changes.{ending}"
        write_text(path, FORMS[form](changes))
        written.append(path)
    return written
