"""The two forms of an edition: one page of HTML for the screen, one book for print."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from compendium.errors import InputError
from compendium.files import read_text
from compendium.languages.language import Language
from compendium.rendering.pandoc import Look, to_html
from compendium.settings import Settings

# What stands in the contents: parts of the book, parts A and B, gatherings.
CONTENTS_DEPTH = 3


def screen_html(
    document: Path, templates: Path, settings: Settings, others: Sequence[Language] = ()
) -> str:
    """A composed document as one self-contained HTML page.

    Args:
        document: the document in Pandoc's JSON.
        templates: the folder of templates, styles and filters.
        settings: colour and the like.
        others: the languages in which the edition is made too; the page links to them.
    """
    with TemporaryDirectory() as folder:
        languages = Path(folder) / "languages.json"
        languages.write_text(json.dumps({"languages": _links(others)}), encoding="utf-8")
        return to_html(
            document,
            _look(templates, "screen", document),
            variables={"accent": settings.accent},
            options=[
                "--table-of-contents",
                # the title is the only heading of the first level, so all others move down by one
                "--shift-heading-level-by=1",
                f"--toc-depth={CONTENTS_DEPTH + 1}",
                "--email-obfuscation=none",
                f"--metadata-file={languages}",
            ],
        )


def _links(languages: Sequence[Language]) -> list[dict[str, str]]:
    return [
        {
            "code": language.code,
            "lang": language.lang,
            "dir": language.direction,
            "name": language.name,
        }
        for language in languages
    ]


def print_html(document: Path, templates: Path, settings: Settings) -> str:
    """A composed document as the HTML page that is laid out for print, in its own design."""
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
        _look(templates, _metadata(document, "design"), document),
        variables=variables,
        options=["--table-of-contents", f"--toc-depth={CONTENTS_DEPTH}"],
    )


def _look(templates: Path, name: str, document: Path) -> Look:
    """The look of a form: its own styles, then those for the script of the language, if any."""
    styles = templates / "styles"
    own = [styles / f"{name}.css", styles / f"{name}-{_metadata(document, 'script')}.css"]
    return Look(
        template=templates / f"{name}.html",
        styles=tuple(style for style in own if style.exists()),
        lua_filter=templates / "filters" / f"{name}.lua",
    )


def _metadata(document: Path, name: str) -> str:
    """A plain value of the metadata of a composed document."""
    try:
        return str(json.loads(read_text(document))["meta"][name]["c"])
    except (ValueError, KeyError, TypeError):
        raise InputError(
            f"{document}: not a composed document", remedy="make it anew with `compendium compose`"
        ) from None
