"""The report of changes in its forms: text, Markdown, HTML, JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path

from compendium.changes.change import Changes
from compendium.changes.report_outline import Line, counted, outline, sides
from compendium.handoffs import load_handoff

# What Markdown could read as markup, as an entity or as an address.
_MARKS = re.compile(r"([\\`*_\[\]<>#|~$^@{}]|&(?=#?\w+;)|:(?=//)|(?<=www)\.)")
_ENDS_OF_LINES = re.compile(r"\s*[\r\n]\s*")
_STYLE = """
body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 sans-serif;
  color: #1a1a1a; background: #fff; }
li { margin-bottom: 0.75rem; }
del, ins { display: block; padding: 0 0.5rem; text-decoration: none; overflow-wrap: anywhere; }
del { border-inline-start: 0.25rem solid #b3261e; }
ins { border-inline-start: 0.25rem solid #146c2e; }
del::before { content: "before: "; }
ins::before { content: "after: "; }
"""


def as_text(changes: Changes) -> str:
    """The report for a terminal."""
    return "\n".join(map(_in_one_line, _text_lines(changes))) + "\n"


def _text_lines(changes: Changes) -> Iterator[str]:
    yield f"Changes since {changes.since}: {counted(changes)}"
    for heading in outline(changes):
        yield ""
        yield heading.title
        for line in heading.lines:
            yield "  " + (f"{line.where}: {line.remark}" if line.remark else line.where)
            yield from (f"    {sign} {words}" for sign, words in sides(line))


def _in_one_line(text: str) -> str:
    return _ENDS_OF_LINES.sub(" ", text)


def as_markdown(changes: Changes) -> str:
    """The report in Markdown."""
    return "\n".join(_markdown_lines(changes)) + "\n"


def _markdown_lines(changes: Changes) -> Iterator[str]:
    yield f"# Changes since {_quoted(changes.since)}"
    yield ""
    yield f"{counted(changes)}."
    for heading in outline(changes):
        yield from ("", f"## {heading.title}", "")
        for line in heading.lines:
            remark = f": {_quoted(line.remark)}" if line.remark else ""
            yield f"- **{_quoted(line.where)}**{remark}"
            for sign, words in sides(line):
                yield f"  - {'before' if sign == '-' else 'after'}: {_quoted(words)}"


def _quoted(text: str) -> str:
    return _MARKS.sub(r"\\\1", _in_one_line(text))


def as_html(changes: Changes, language: str = "en") -> str:
    """The report as a page of its own, which asks for no other file."""
    title = f"Changes since {escape(changes.since)}"
    body = "\n".join(_html_lines(changes))
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"<h1>{title}</h1>\n<p>{escape(counted(changes))}.</p>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _html_lines(changes: Changes) -> Iterator[str]:
    for heading in outline(changes):
        yield f"<h2>{escape(heading.title)}</h2>"
        yield "<ul>"
        yield from (f"<li>{_html_line(line)}</li>" for line in heading.lines)
        yield "</ul>"


def _html_line(line: Line) -> str:
    remark = f": {escape(line.remark)}" if line.remark else ""
    stretches = "".join(
        f"<del>{escape(words)}</del>" if sign == "-" else f"<ins>{escape(words)}</ins>"
        for sign, words in sides(line)
    )
    return f"<strong>{escape(line.where)}</strong>{remark}{stretches}"


def as_json(changes: Changes) -> str:
    """The report for programs."""
    return json.dumps(changes.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


def load_changes(path: Path) -> Changes:
    """Read the report for programs back.

    Raises:
        InputError: if the file is missing or holds something else.
    """
    return load_handoff(Changes, path, by="compendium changes --format json")


# The name of each form, and what writes it.
FORMS: dict[str, Callable[[Changes], str]] = {
    "text": as_text,
    "html": as_html,
    "json": as_json,
    "markdown": as_markdown,
}
