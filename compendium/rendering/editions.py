"""The two forms of an edition: one page of HTML for the screen, one book for print."""

from __future__ import annotations

from pathlib import Path

from compendium.errors import InputError
from compendium.rendering.pandoc import to_html
from compendium.settings import Settings

# What stands in the contents: parts of the book, parts A and B, gatherings.
CONTENTS_DEPTH = 3


def screen_html(document: Path, templates: Path, settings: Settings) -> str:
    """A composed document as one self-contained HTML page."""
    return to_html(
        document,
        template=templates / "screen.html",
        styles=[templates / "styles" / "screen.css"],
        filters=[templates / "filters" / "landmarks.lua"],
        variables={"accent": settings.accent},
        options=[
            "--table-of-contents",
            f"--toc-depth={CONTENTS_DEPTH}",
            "--shift-heading-level-by=1",
            "--email-obfuscation=none",
        ],
    )


def print_html(document: Path, templates: Path, settings: Settings) -> str:
    """A composed document as the HTML page that is laid out for print."""
    variables = {"accent": settings.accent}
    if settings.emblem is not None:
        if not settings.emblem.is_file():
            raise InputError(
                f"{settings.emblem}: no such file",
                remedy="set `emblem` in the configuration to an SVG or PNG file, or to nothing",
            )
        variables["emblem"] = settings.emblem.resolve().as_uri()
    return to_html(
        document,
        template=templates / "book.html",
        styles=[templates / "styles" / "book.css"],
        filters=[templates / "filters" / "book.lua"],
        variables=variables,
        options=["--table-of-contents", f"--toc-depth={CONTENTS_DEPTH}"],
    )
