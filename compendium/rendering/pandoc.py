"""Pandoc, as a program: a composed document and a template in, HTML out."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from compendium.errors import InputError, ToolError
from compendium.files import read_text
from compendium.pandoc_program import pandoc_program

# The exit codes by which Pandoc says that it could not read the document, or its letters.
_NO_DOCUMENT = frozenset({64, 92})


@dataclass(frozen=True, slots=True)
class Look:
    """How a document is to look: a Pandoc template, style sheets and Lua filters in order."""

    template: Path
    styles: tuple[Path, ...]
    filters: tuple[Path, ...]


def to_html(
    document: Path, look: Look, *, variables: Mapping[str, str], options: Sequence[str]
) -> str:
    """Write a composed document as one HTML page that holds its styles.

    Args:
        document: the document in Pandoc's JSON.
        look: template, style sheets and filters.
        variables: variables of the template.
        options: further options of Pandoc.

    Raises:
        InputError: if the template, a style sheet or a filter is not there, or the document is
            none.
        ToolError: if Pandoc fails or warns; a warning is a fault of the document.
    """
    for file in (look.template, *look.filters):
        if not file.is_file():
            raise InputError(f"{file}: no such file", remedy="name the folder with --templates")
    given = {"styles": "".join(read_text(style) for style in look.styles), **variables}
    command = [
        pandoc_program(),
        "--from=json",
        "--to=html5",
        "--standalone",
        "--embed-resources",
        "--section-divs",
        "--wrap=none",
        "--fail-if-warnings",
        f"--template={look.template}",
        *(f"--lua-filter={path}" for path in look.filters),
        *(f"--variable={name}={value}" for name, value in given.items()),
        *options,
        str(document),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode in _NO_DOCUMENT:
        said = done.stderr.strip().splitlines()[:1]
        raise InputError(
            f"{document}: not what `compendium compose` writes ({''.join(said)})",
            remedy="make it anew with `compendium compose`",
        )
    if done.returncode:
        raise ToolError(
            f"{document}: Pandoc failed: {done.stderr.strip()}",
            remedy="look at the template or filter that it names",
        )
    return done.stdout
