"""Pandoc, as a program: a composed document and a template in, HTML out."""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pypandoc

from compendium.errors import ToolError


def to_html(
    document: Path,
    *,
    template: Path,
    styles: Sequence[Path] = (),
    filters: Sequence[Path] = (),
    variables: Mapping[str, str] | None = None,
    options: Sequence[str] = (),
) -> str:
    """Write a composed document as one HTML page that holds its styles.

    Args:
        document: the document in Pandoc's JSON.
        template: a Pandoc template.
        styles: style sheets, put into the page in this order.
        filters: Lua filters, run in this order.
        variables: variables of the template.
        options: further options of Pandoc.

    Raises:
        ToolError: if Pandoc fails or warns; a warning is a fault of the document.
    """
    given = [
        *(f"--lua-filter={path}" for path in filters),
        *(f"--css={path}" for path in styles),
        *(f"--variable={name}={value}" for name, value in (variables or {}).items()),
        *options,
    ]
    command = [
        pypandoc.get_pandoc_path(),
        "--from=json",
        "--to=html5",
        "--standalone",
        "--embed-resources",
        "--section-divs",
        "--wrap=none",
        "--fail-if-warnings",
        f"--template={template}",
        *given,
        str(document),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode:
        raise ToolError(
            f"{document}: Pandoc failed: {done.stderr.strip()}",
            remedy="look at the template or filter that it names",
        )
    return done.stdout
