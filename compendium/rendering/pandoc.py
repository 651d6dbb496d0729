"""Runs Pandoc, which turns a composed document and a template into HTML."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from compendium.errors import InputError, ToolError
from compendium.files import read_text
from compendium.pandoc_program import pandoc_program
from compendium.rendering.note_links import notes_beside_text
from compendium.rendering.page_parts import Blocks, Element, PageParts, Part
from compendium.rendering.template_files import check_body, template_texts
from compendium.rendering.written_parts import WrittenParts

# The exit codes of Pandoc for a document that it cannot read or decode.
_NO_DOCUMENT = frozenset({64, 92})
# What a file that is not a composed document raises when it is taken for one.
_NO_BLOCKS = (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError)
# The kinds of metadata that a part is given; the others change with the text of the whole document.
_PLAIN = frozenset({"MetaString", "MetaBool", "MetaMap"})
# How many parts of a page are written at the same time.
_AT_ONCE = 2
_REMEDY = "look at the template, style sheet or filter that it names"
# A proxy that cannot exist: otherwise Pandoc would fetch whatever address a page refers to.
_OFFLINE = {"http_proxy": "http://127.0.0.1:0"}
_WRITING = (
    "--from=json",
    "--to=html5",
    "--section-divs",
    "--wrap=none",
    "--fail-if-warnings",
)
_EMBEDDING = "--embed-resources"
# What may stand for a file in HTML. Most parts have none, and embedding takes twice their time.
_RESOURCE = re.compile(
    r"<(?:audio|embed|iframe|image|img|input|link|object|script|source|style|svg|track|use|video)\b"
    r"|\b(?:data-background[\w-]*|data-src|poster|src|srcset)\s*=|url\(",
    re.IGNORECASE,
)
_REQUEST = re.compile(r": HttpExceptionRequest Request \{$")
_PART = re.compile(r"    \w+ += |  }$|   \(")  # lines of a request
_MOST_LINES, _LONGEST = 8, 200


@dataclass(frozen=True, slots=True)
class Look:
    """The look of a document.

    Attributes:
        template: the Pandoc template.
        styles: the style sheets, in order.
        filters: the Lua filters, in order; each is given a part of a long document at a time.
        place_notes: puts the notes of the document where they belong in this form.
        shows_text: whether the template shows the text.
    """

    template: Path
    styles: tuple[Path, ...]
    filters: tuple[Path, ...]
    place_notes: Callable[[Blocks], None] = notes_beside_text
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
    run = _Pandoc(document, look, options)
    parts = run.cut()
    try:
        parts.take(run.write_parts(parts.parts))
        page = parts.page(run.write_page(parts.frame(), all_variables))
    except ValueError:
        raise ToolError(
            f"{document}: a part of the text is not in the page, or not in its place",
            remedy=_REMEDY,
        ) from None
    if not page.strip():
        raise ToolError(f"{document}: Pandoc wrote an empty page", remedy=_REMEDY)
    return page


class _Pandoc:
    """Runs Pandoc on blocks of a document, with its metadata, its filters and its options."""

    def __init__(self, document: Path, look: Look, options: Sequence[str]) -> None:
        self.document = document
        self.look = look
        filters = (f"--lua-filter={path}" for path in look.filters)
        self._command = [pandoc_program(), *_WRITING, *filters, *options]
        self._head: Element = {}
        self._plain_head: Element = {}

    def cut(self) -> PageParts:
        """Read the document, number its notes, and cut it.

        Raises:
            InputError: if the file is not a composed document.
        """
        try:
            composed = json.loads(read_text(self.document))
            blocks = composed.pop("blocks")
            self._head = {"meta": {}, **composed}
            plain = {name: at for name, at in self._head["meta"].items() if at["t"] in _PLAIN}
            self._plain_head = self._head | {"meta": plain}
            self.look.place_notes(blocks)
            return PageParts(blocks if self.look.shows_text else [])
        except _NO_BLOCKS:
            raise _no_document(self.document) from None

    def write_parts(self, parts: Sequence[Part]) -> list[list[str]]:
        """Write parts as HTML, piece by piece, unless they were written before.

        Raises:
            ValueError: if Pandoc's HTML of a part lacks a piece.
        """
        written = WrittenParts(json.dumps([self._command, self._plain_head, *self._files()]))

        def write(part: Part) -> list[str]:
            texts = written.load(part)
            if texts is None:
                page = self._run(part.blocks(), self._plain_head, [])
                if _RESOURCE.search(page):
                    page = self._run(part.blocks(), self._plain_head, [_EMBEDDING])
                texts = part.texts(page)
                written.save(part, texts)
            return texts

        with ThreadPoolExecutor(_AT_ONCE) as threads:
            return [*threads.map(write, parts)]

    def _files(self) -> list[str]:
        """What a part depends on besides its text: the filters, and which Pandoc it is."""
        status = Path(self._command[0]).stat()
        filters = [read_text(path) for path in self.look.filters]
        return [*filters, str(status.st_size), str(status.st_mtime_ns)]

    def write_page(self, blocks: Blocks, variables: Mapping[str, str]) -> str:
        """Write blocks as a page, with the template."""
        with TemporaryDirectory(prefix="compendium-pandoc-") as folder:
            defaults = Path(folder, "variables.yaml")  # too long for a command line
            defaults.write_text(json.dumps({"variables": variables}), encoding="ascii")
            page = [f"--template={self.look.template}", f"--defaults={defaults}"]
            options = ["--standalone", _EMBEDDING, *page]
            return self._run(json.dumps(blocks), self._head, options)

    def _run(self, blocks: str, head: Element, options: Sequence[str]) -> str:
        content = f'{{"blocks": {blocks}, {json.dumps(head).removeprefix("{")}'
        completed = subprocess.run(
            [*self._command, *options],
            input=content.encode(),
            env=os.environ | _OFFLINE,
            capture_output=True,
            check=False,
        )
        message = completed.stderr.decode(errors="replace")
        if completed.returncode in _NO_DOCUMENT:
            raise _no_document(self.document, f" ({_shortened(message)})")
        if completed.returncode:
            raise ToolError(
                f"{self.document}: Pandoc failed: {_shortened(message)}", remedy=_REMEDY
            )
        try:
            return completed.stdout.decode()
        except UnicodeDecodeError as fault:
            raise ToolError(
                f"{self.document}: Pandoc wrote a page that is not UTF-8 at byte {fault.start}",
                remedy=_REMEDY,
            ) from None


def _no_document(document: Path, why: str = "") -> InputError:
    return InputError(
        f"{document}: not what `compendium compose` writes{why}",
        remedy="make it again with `compendium compose`",
    )


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
