"""Runs Pandoc, which turns a composed document and a template into HTML."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from compendium.errors import InputError, ToolError
from compendium.files import read_text
from compendium.pandoc_program import pandoc_program
from compendium.rendering.template_files import check_body, template_texts

# The exit codes of Pandoc for a document that it cannot read or decode.
_NO_DOCUMENT = frozenset({64, 92})
_REMEDY = "look at the template, style sheet or filter that it names"
# A proxy that cannot exist: otherwise Pandoc would fetch whatever address a page refers to.
_OFFLINE = {"http_proxy": "http://127.0.0.1:0"}
_WRITING = (
    "--from=json",
    "--to=html5",
    "--standalone",
    "--embed-resources",
    "--section-divs",
    "--wrap=none",
    "--fail-if-warnings",
)
_REQUEST = re.compile(r": HttpExceptionRequest Request \{$")
_PART = re.compile(r"    \w+ += |  }$|   \(")  # lines of a request
_MOST_LINES, _LONGEST = 8, 200


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a document: a Pandoc template, style sheets and Lua filters in order."""

    template: Path
    styles: tuple[Path, ...]
    filters: tuple[Path, ...]
    shows_text: bool = True


def to_html(
    document: Path, look: Look, *, variables: Mapping[str, str], options: Sequence[str]
) -> str:
    """Write a composed document as one HTML page that includes its styles.

    Args:
        document: the document in Pandoc's JSON.
        look: template, style sheets and filters.
        variables: variables of the template.
        options: further options of Pandoc.

    Raises:
        InputError: if the template, a style sheet or a filter is missing or not text, or the
            document is not a composed document.
        ToolError: if Pandoc fails or warns; a warning is a fault of the document.
    """
    all_variables = {"styles": "".join(map(read_text, look.styles)), **variables}
    _check_look(look, document, all_variables)
    completed = _run(document, look, all_variables, options)
    message = completed.stderr.decode(errors="replace")
    if completed.returncode in _NO_DOCUMENT:
        raise InputError(
            f"{document}: not what `compendium compose` writes ({_shortened(message)})",
            remedy="make it again with `compendium compose`",
        )
    if completed.returncode:
        raise ToolError(f"{document}: Pandoc failed: {_shortened(message)}", remedy=_REMEDY)
    return _page(completed.stdout, document)


def _run(
    document: Path, look: Look, variables: Mapping[str, str], options: Sequence[str]
) -> subprocess.CompletedProcess[bytes]:
    with TemporaryDirectory(prefix="compendium-pandoc-") as folder:
        defaults = Path(folder, "variables.yaml")  # too long for a command line
        defaults.write_text(json.dumps({"variables": variables}), encoding="ascii")
        command = [
            *(pandoc_program(), *_WRITING, f"--template={look.template}"),
            *(f"--lua-filter={path}" for path in look.filters),
            *(f"--defaults={defaults}", *options, str(document)),
        ]
        return subprocess.run(command, env=os.environ | _OFFLINE, capture_output=True, check=False)


def _page(content: bytes, document: Path) -> str:
    """The page that Pandoc wrote; a filter can make it empty or something else."""
    try:
        page = content.decode()
    except UnicodeDecodeError as fault:
        raise ToolError(
            f"{document}: Pandoc wrote a page that is not UTF-8 at byte {fault.start}",
            remedy=_REMEDY,
        ) from None
    if not page.strip():
        raise ToolError(f"{document}: Pandoc wrote an empty page", remedy=_REMEDY)
    return page


def _check_look(look: Look, document: Path, variables: Mapping[str, str]) -> None:
    """Check that the files of a look exist, and that they and the variables are text.

    Raises:
        InputError: if not.
    """
    for file in (look.template, *look.filters):
        if not file.is_file():
            raise InputError(f"{file}: no such file", remedy="name the folder with --templates")
    texts = template_texts(look.template)
    files = ((path, read_text(path)) for path in (*look.styles, *look.filters))
    given = ((document, text) for text in variables.values())
    for path, text in (*texts.items(), *files, *given):
        if "\0" in text:
            raise InputError(f"{path}: it contains a NUL character", remedy="delete it")
    check_body(look.template, texts, is_shown=look.shows_text)


def _shortened(message: str) -> str:
    """The message of Pandoc, without the lines that describe a request."""
    lines = [_REQUEST.sub("", line) for line in message.strip().splitlines()]
    kept = [line for line in lines if line.strip() and not _PART.match(line)]
    more = ["..."] if len(kept) > _MOST_LINES else []
    return "\n".join([*(line[:_LONGEST] for line in kept[:_MOST_LINES]), *more])
